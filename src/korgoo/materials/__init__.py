"""Posters, cards and pictures of a campaign: made from templates, approved, printed, handed out."""
