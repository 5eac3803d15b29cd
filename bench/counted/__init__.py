"""Both applications with a tally: each answer says what it cost, so that a journey can be added up."""
