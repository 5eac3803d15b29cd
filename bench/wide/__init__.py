"""The platform with room for more messages an hour than people write: what is measured is not the budget."""
