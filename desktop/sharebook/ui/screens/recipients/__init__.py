"""Recipients: who is given data, for what, and what was agreed."""
