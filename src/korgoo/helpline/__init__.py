"""Help without a name: messages sealed in both directions, found again by a code of words."""
