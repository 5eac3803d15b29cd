"""The vocabulary of drafts. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

# How the workshop's drafts are known to consultations.
SUBJECT_KIND = "guideline"


class DraftState(TextChoices):
    """Where a draft stands."""

    EDITING = "editing", pgettext_lazy("state of a draft", "Being written")
    ADOPTED = "adopted", pgettext_lazy("state of a draft", "Adopted")
    DROPPED = "dropped", pgettext_lazy("state of a draft", "Dropped")


class How(TextChoices):
    """How a change came into a draft."""

    EDITED = "edited", pgettext_lazy("how a draft was changed", "Edited on a page")
    ADDED = "added", pgettext_lazy("how a draft was changed", "Added on a page")
    REMOVED = "removed", pgettext_lazy("how a draft was changed", "Removed on a page")
    BROUGHT = "brought", pgettext_lazy("how a draft was changed", "Brought as a file")
    JOINED = "joined", pgettext_lazy("how a draft was changed", "Taken over from a newer edition")
