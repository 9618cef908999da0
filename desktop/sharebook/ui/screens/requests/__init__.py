"""The in-tray: requests that wait for a decision."""
