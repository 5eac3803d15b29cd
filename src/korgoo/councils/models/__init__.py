from korgoo.councils.models.bodies import Body, Seat, Succession
from korgoo.councils.models.contacts import Contact
from korgoo.councils.models.imports import CompositionImport

__all__ = ["Body", "CompositionImport", "Contact", "Seat", "Succession"]
