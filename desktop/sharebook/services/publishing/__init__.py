"""The documents: register in, worded content out, one module a document."""
