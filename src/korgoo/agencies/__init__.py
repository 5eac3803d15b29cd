"""Private employment agencies: whom they may send where, on any day."""
