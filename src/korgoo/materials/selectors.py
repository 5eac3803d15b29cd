"""Questions to the records: what there is, and what of it the actor may know."""
