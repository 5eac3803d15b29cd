"""What differs between two guidelines, record by record. Nothing here knows Django."""

from korgoo.workshop.difference.changes import Change, Kind, compare
from korgoo.workshop.difference.things import What

__all__ = ["Change", "Kind", "What", "compare"]
