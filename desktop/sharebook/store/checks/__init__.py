"""One file per thing that must hold in a register; `verifying` runs them all."""
