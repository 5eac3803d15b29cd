"""The vocabulary of the library. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class DocumentKind(TextChoices):
    """What sort of paper a document is."""

    LETTER = "letter", pgettext_lazy("kind of document", "Letter")
    DECISION = "decision", pgettext_lazy("kind of document", "Decision or order")
    MINUTES = "minutes", pgettext_lazy("kind of document", "Minutes")
    PAPER = "paper", pgettext_lazy("kind of document", "Paper for a meeting")
    REPORT = "report", pgettext_lazy("kind of document", "Report")
    GUIDE = "guide", pgettext_lazy("kind of document", "Guide or training material")
    EVIDENCE = "evidence", pgettext_lazy("kind of document", "Evidence")
    OTHER = "other", pgettext_lazy("kind of document", "Other document")


class ReaderKind:
    """Who may read, as far as the library itself knows; higher missions register more."""

    EVERYBODY = "everybody"
    PUBLIC = "public"
    ORGANISATION = "organisation"
    ORGANISATION_KIND = "organisation_kind"


class Shape(TextChoices):
    """How a version is kept."""

    FILE = "file", _("A file")
    LINK = "link", _("A web address")


# Longest texts, in characters.
LONGEST_TITLE = 200
LONGEST_NOTE = 500
LONGEST_LINK = 500
LONGEST_REASON = 500
LONGEST_TEXT = 4000
LONGEST_KEY = 80
LONGEST_KIND = 40
MOST_VERSIONS = 200
