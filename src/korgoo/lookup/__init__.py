"""A person found among one's own cases, without a name that anybody could read in the database."""
