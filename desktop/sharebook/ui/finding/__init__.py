"""Find anything: pupils, recipients, pages, entries by number."""
