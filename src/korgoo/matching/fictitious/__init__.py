"""Invented people, written as offices write them, with the truth of who is who: to measure matching on."""
