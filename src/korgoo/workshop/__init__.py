"""Where the next edition of a guideline is drafted, compared, tried on the past and adopted."""
