"""The national plan, its half-year reports and the consolidated report."""
