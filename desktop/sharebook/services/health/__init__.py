"""One file per thing that can be wrong around a register; `minding` runs them all."""
