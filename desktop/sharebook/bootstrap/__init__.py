"""The only place that joins real parts: clock, key file, register, catalogues, services."""
