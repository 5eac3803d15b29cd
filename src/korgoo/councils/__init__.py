"""Bodies in which organisations work together: who belongs to them, who keeps them, whom to call."""
