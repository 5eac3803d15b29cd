"""Who is woken when a time limit comes near or has passed."""
