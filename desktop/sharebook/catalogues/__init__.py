"""The law and the lists as data: reads resources/catalogues into domain values."""
