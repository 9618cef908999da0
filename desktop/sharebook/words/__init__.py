"""Codes, dates, numbers and errors as a person reads them."""
