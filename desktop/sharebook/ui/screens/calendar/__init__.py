"""The school year: what falls due in each month, and the terms and closures it counts with."""
