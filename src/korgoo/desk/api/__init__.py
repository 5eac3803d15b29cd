"""What other missions may ask of the desk. Plain data out, never a model."""

from korgoo.desk.api.counting import Axis, Counts, Unit, counts
from korgoo.desk.api.waiting import Waiting, waiting
from korgoo.desk.services import erase_old

__all__ = ["Axis", "Counts", "Unit", "Waiting", "counts", "erase_old", "waiting"]
