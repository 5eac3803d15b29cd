"""Records of the desk."""

from korgoo.desk.models.contacts import Contact, ContactWords
from korgoo.desk.models.shifts import Handover, HandoverItem

__all__ = ["Contact", "ContactWords", "Handover", "HandoverItem"]
