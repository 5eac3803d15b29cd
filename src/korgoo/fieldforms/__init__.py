"""The same questions on paper and in other collecting tools, and what comes back from there."""
