import sys
from pathlib import Path

# The scripts run with bench/ as their root.
sys.path.append(str(Path(__file__).resolve().parents[2] / "bench"))
