"""The same person across organisations, without anybody seeing whose they are until all have agreed."""
