"""Meetings from the invitation to what follows from them: agenda, decisions, minutes."""
