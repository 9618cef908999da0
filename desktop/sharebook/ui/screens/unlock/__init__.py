"""Open a register."""
