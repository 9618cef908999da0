"""How quick the program is at a school's 25 years, as ratios to named peers in one run."""
