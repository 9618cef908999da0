"""One plain-text document model, and the renderers that print it."""
