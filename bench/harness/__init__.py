"""What the benchmarks share. Scripts in bench/ import it as ``harness``: bench/ is their root."""
