"""Who gives which help: providers, whom they serve, live places, and what nobody could offer."""
