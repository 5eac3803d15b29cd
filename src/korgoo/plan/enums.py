"""The vocabulary of the plan. Stored values: renaming one needs a migration."""

from collections.abc import Mapping

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.plan.consolidation import kinds

LANGUAGES = ("ky", "ru", "en")
LONGEST_CODE = 30
LONGEST_NAME = 600
LONGEST_WORDS = 4000
LONGEST_UNIT = 60
LONGEST_DOCUMENT = 300
LONGEST_ADDRESS = 500
LONGEST_REASON = 500
DIGITS, PLACES = 20, 4


class VersionState(TextChoices):
    """Where a version of a plan stands."""

    DRAFT = "draft", pgettext_lazy("version of a plan", "Draft")
    ADOPTED = "adopted", pgettext_lazy("version of a plan", "Adopted")


class Part(TextChoices):
    """What an organisation has to do with a measure."""

    RESPONSIBLE = "responsible", pgettext_lazy("part in a measure", "Responsible")
    CO_EXECUTOR = "co_executor", pgettext_lazy("part in a measure", "Co-executing")
    REGION = "region", pgettext_lazy("part in a measure", "Reports for a region")


# Who is asked for the values of indicators; the others tell of their work and their money.
VALUED_PARTS = frozenset({Part.RESPONSIBLE, Part.REGION})


class ValueKind(TextChoices):
    """What an indicator counts."""

    NUMBER = kinds.ValueKind.NUMBER.value, pgettext_lazy("kind of indicator", "Number")
    SHARE = kinds.ValueKind.SHARE.value, pgettext_lazy("kind of indicator", "Share, per cent")
    YES_NO = kinds.ValueKind.YES_NO.value, pgettext_lazy("kind of indicator", "Yes or no")


class Direction(TextChoices):
    """Which way is better."""

    UP = kinds.Direction.UP.value, pgettext_lazy("direction of an indicator", "More is better")
    DOWN = kinds.Direction.DOWN.value, pgettext_lazy("direction of an indicator", "Less is better")


class Adds(TextChoices):
    """How what several report becomes one value of the country."""

    SUM = kinds.Adds.SUM.value, pgettext_lazy("adding up", "They are added up")
    LATEST = kinds.Adds.LATEST.value, pgettext_lazy("adding up", "The one sent last counts")
    NONE = kinds.Adds.NONE.value, pgettext_lazy("adding up", "Each stands for itself")


class Funding(TextChoices):
    """Who pays for a measure."""

    STATE = kinds.Funding.STATE.value, pgettext_lazy("source of money", "State budget")
    DONOR = kinds.Funding.DONOR.value, pgettext_lazy("source of money", "Donor")
    NONE = kinds.Funding.NONE.value, pgettext_lazy("source of money", "No money set aside")


class Answer(TextChoices):
    """What a field of a report says; empty: not reported."""

    VALUE = kinds.Answer.VALUE.value, pgettext_lazy("answer in a report", "Reported")
    NOTHING = kinds.Answer.NOTHING.value, pgettext_lazy("answer in a report", "Nothing to report")


class ReportState(TextChoices):
    """Where a report of an organisation stands."""

    DRAFT = "draft", pgettext_lazy("report on the plan", "Being written")
    SENT = "sent", pgettext_lazy("report on the plan", "Sent")
    RETURNED = "returned", pgettext_lazy("report on the plan", "Returned with a comment")
    ACCEPTED = "accepted", pgettext_lazy("report on the plan", "Accepted")


# Corrected after acceptance: that is a new version of the report, which starts as a draft.
MOVES: Mapping[ReportState, frozenset[ReportState]] = {
    ReportState.DRAFT: frozenset({ReportState.SENT}),
    ReportState.SENT: frozenset({ReportState.RETURNED, ReportState.ACCEPTED}),
    ReportState.RETURNED: frozenset({ReportState.SENT}),
    ReportState.ACCEPTED: frozenset(),
}
WRITABLE = frozenset({ReportState.DRAFT, ReportState.RETURNED})


class NoteKind(TextChoices):
    """Why something was written beside a report."""

    COMMENT = "comment", pgettext_lazy("note on a report", "Comment")
    RETURN = "return", pgettext_lazy("note on a report", "Returned")
    CORRECTION = "correction", pgettext_lazy("note on a report", "Correction")


class ImportState(TextChoices):
    """Where a plan brought as a file stands between upload and draft."""

    WAITING = "waiting", pgettext_lazy("plan from a file", "Waits to be taken")
    TAKEN = "taken", pgettext_lazy("plan from a file", "Taken")
    REFUSED = "refused", pgettext_lazy("plan from a file", "Has faults, nothing taken")
    DROPPED = "dropped", pgettext_lazy("plan from a file", "Thrown away")


class View(TextChoices):
    """For whom the consolidated report is laid out. The figures are the same."""

    COUNCIL = "council", _("For the council")
    DONOR = "donor", _("For donors")
    QUESTIONNAIRE = "questionnaire", _("For international questionnaires")
