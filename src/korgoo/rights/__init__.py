"""What migrants are told: one statement at a time, with source, day and review."""
