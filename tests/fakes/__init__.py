"""Stand-ins for the clock and the platforms."""
