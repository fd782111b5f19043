"""A double of the Zalo Bot API; begin with tests/fakes/zalo_server.py."""
