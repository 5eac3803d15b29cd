"""Comments of organisations on a draft, item by item; adoption by two persons; notices of a change."""
