"""Documents: look at them, print them, keep them."""
