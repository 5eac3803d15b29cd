"""Needs, risks and the individual programme: what is done for a person, by whom, until when."""
