"""Who promised what to whom, by when, and whether it was done: one list, wherever it was promised."""
