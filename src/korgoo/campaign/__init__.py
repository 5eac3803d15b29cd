"""Campaigns of a hundred days, or any other number: what is planned, for whom, and what they change."""
