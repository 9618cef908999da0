"""The pages of the form for one purpose."""
