"""Record a disclosure in fifteen seconds."""
