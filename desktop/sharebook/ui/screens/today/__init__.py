"""What is due, what is missing, what to do first."""
