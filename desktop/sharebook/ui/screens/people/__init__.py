"""People and keys: who may open the register, and with what."""
