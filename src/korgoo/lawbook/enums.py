from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

KIND = "amendments"  # the kind of draft under which packages are put to consultation
NO_NUMBER = "—"  # the number of a part that has none: a preamble, what is known of the whole

LONGEST_TITLE = 300
LONGEST_TEXT = 20_000
LONGEST_NOTE = 4_000
LONGEST_NUMBER = 40
LONGEST_SEARCH = 100


class InstrumentKind(TextChoices):
    """What an instrument is; the heading of its list."""

    LAW = "law", pgettext_lazy("kind of instrument", "Laws")
    CODE = "code", pgettext_lazy("kind of instrument", "Codes")
    DECREE = "decree", pgettext_lazy("kind of instrument", "Decrees and decisions")
    PLAN = "plan", pgettext_lazy("kind of instrument", "Programmes and plans")
    PROCEDURE = "procedure", pgettext_lazy("kind of instrument", "Procedures")
    CONVENTION = "convention", pgettext_lazy("kind of instrument", "International treaties")
    STANDARD = "standard", pgettext_lazy("kind of instrument", "International standards")


class PackageState(TextChoices):
    """Where a package of amendments stands."""

    EDITING = "editing", pgettext_lazy("package of amendments", "Being written")
    ADOPTED = "adopted", pgettext_lazy("package of amendments", "Adopted")
    DROPPED = "dropped", pgettext_lazy("package of amendments", "Dropped")


class ChangeKind(TextChoices):
    """What somebody did to a package."""

    STARTED = "started", _("Package started")
    DESCRIBED = "described", _("Title or reason changed")
    ADDED = "added", _("Article added")
    CHANGED = "changed", _("Article changed")
    REMOVED = "removed", _("Article taken out")
    DROPPED = "dropped", _("Package dropped")
