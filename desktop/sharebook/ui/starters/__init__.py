"""The ready-made recipients and purposes to tick, at set-up and later."""
