"""A working day: saved lists, bulk acts, the board of the co-ordinator."""
