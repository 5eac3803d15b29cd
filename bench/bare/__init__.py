"""The framework's floor: the same middleware, server, database and session, and nothing else."""
