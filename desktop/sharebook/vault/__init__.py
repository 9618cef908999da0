"""Keys and files: the key file, people's secrets, the recovery sheet, the register's folder."""
