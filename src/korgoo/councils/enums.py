"""The vocabulary of councils. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_NAME = 250
LONGEST_POSITION = 200
LONGEST_PHONE = 60
LONGEST_BASIS = 500
LONGEST_HOURS = 120


class BodyKind(TextChoices):
    """What sort of body organisations sit in together."""

    PLATFORM = "platform", _("Inter-agency platform")
    REGIONAL = "regional", _("Regional co-ordination council")
    COMMISSION = "commission", _("Inter-agency commission")
    PARLIAMENT = "parliament", _("Council of the parliament")
    WORKING_GROUP = "working_group", _("Working group")


class Precision(TextChoices):
    """How exactly a day of history is known."""

    DAY = "day", _("the day is known")
    MONTH = "month", _("the month is known")
    YEAR = "year", _("the year is known")


class SeatKind(TextChoices):
    """As what an organisation sits in a body. In order of precedence."""

    CHAIR = "chair", pgettext_lazy("seat in a council", "Chair")
    DEPUTY = "deputy", pgettext_lazy("seat in a council", "Deputy chair")
    SECRETARY = "secretary", pgettext_lazy("seat in a council", "Secretary")
    MEMBER = "member", pgettext_lazy("seat in a council", "Member")
    OBSERVER = "observer", pgettext_lazy("seat in a council", "Observer")


# Of these there is one at a time.
SINGLE = frozenset({SeatKind.CHAIR, SeatKind.SECRETARY})
# Who decides and agrees to minutes; an observer listens.
VOTING = frozenset(SeatKind) - {SeatKind.OBSERVER}


class Matter(TextChoices):
    """For what one may call an organisation."""

    COORDINATION = "coordination", pgettext_lazy("matter", "Co-ordination, councils, minutes")
    PLAN = "plan", pgettext_lazy("matter", "National plan and reports")
    CAMPAIGN = "campaign", pgettext_lazy("matter", "Campaign and press")
    IDENTIFICATION = "identification", pgettext_lazy("matter", "Identification of victims")
    SHELTER = "shelter", pgettext_lazy("matter", "Shelter and crisis help")
    SAFETY = "safety", pgettext_lazy("matter", "Safety and investigation")
    CHILDREN = "children", pgettext_lazy("matter", "Children")
    ABROAD = "abroad", pgettext_lazy("matter", "Citizens abroad and return")
    HEALTH = "health", pgettext_lazy("matter", "Health")
    LEGAL_AID = "legal_aid", pgettext_lazy("matter", "Legal aid")
    LABOUR = "labour", pgettext_lazy("matter", "Wages and working conditions")
    DOCUMENTS = "documents", pgettext_lazy("matter", "Documents")


class ImportState(TextChoices):
    """Where a file with a composition stands between upload and seats."""

    WAITING = "waiting", pgettext_lazy("file with a composition", "Waits to be taken")
    TAKEN = "taken", pgettext_lazy("file with a composition", "Taken")
    REFUSED = "refused", pgettext_lazy("file with a composition", "Has faults, nothing taken")
    DROPPED = "dropped", pgettext_lazy("file with a composition", "Thrown away")
