"""The public door as a whole: pages read without a network, and written out as plain files."""
