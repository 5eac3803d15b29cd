"""The person's own page: what stands where, what was agreed to, whether help came."""
