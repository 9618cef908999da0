"""The invented school: its pupils, its partners and its years of sharing, the same every time."""
