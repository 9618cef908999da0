"""Keys: the key file, people's passphrases, the recovery sheet, and safe places. No SQL."""
