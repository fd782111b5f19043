"""The program killed again and again under a broadcast: what must not be lost, and what may come twice."""
