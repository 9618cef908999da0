"""The law's lists, and the school's own word on their rows."""
