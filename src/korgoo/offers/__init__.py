"""An offer of work: looked at for signs that something is wrong, and reported."""
