"""Stored values of what migrants are told, and the moves between the states of a version."""

from django.db.models import TextChoices
from django.utils.translation import pgettext_lazy

LONGEST_KEY = 100
LONGEST_SEARCH = 100  # letters of what somebody looks for
LONGEST_TITLE = 150
LONGEST_TEXT = 1_000  # letters; sixty words are fewer
LONGEST_LINE = 300  # whom it concerns, a text message, a source, when somebody answers
LONGEST_ADDRESS = 500
LONGEST_REMARK = 1_000
LONGEST_NUMBER = 40
LONGEST_NAME = 200  # of a file


class VersionState(TextChoices):
    """Where one wording of a statement stands in the hands of the editors."""

    DRAFT = "draft", pgettext_lazy("version of a statement", "Draft")
    WAITING = "waiting", pgettext_lazy("version of a statement", "Waits for a second reader")
    APPROVED = "approved", pgettext_lazy("version of a statement", "Approved for a later day")
    PUBLISHED = "published", pgettext_lazy("version of a statement", "Published")
    EXPIRED = "expired", pgettext_lazy("version of a statement", "Ended")
    SUPERSEDED = "superseded", pgettext_lazy("version of a statement", "Replaced")
    DROPPED = "dropped", pgettext_lazy("version of a statement", "Dropped")


MOVES: dict[VersionState, frozenset[VersionState]] = {
    VersionState.DRAFT: frozenset({VersionState.WAITING, VersionState.DROPPED}),
    VersionState.WAITING: frozenset(
        {
            VersionState.DRAFT,
            VersionState.APPROVED,
            VersionState.PUBLISHED,
            VersionState.DROPPED,
        }
    ),
    VersionState.APPROVED: frozenset(
        {VersionState.DRAFT, VersionState.PUBLISHED, VersionState.DROPPED}
    ),
    VersionState.PUBLISHED: frozenset({VersionState.EXPIRED, VersionState.SUPERSEDED}),
    VersionState.EXPIRED: frozenset(),
    VersionState.SUPERSEDED: frozenset(),
    VersionState.DROPPED: frozenset(),
}
OPEN = frozenset({VersionState.DRAFT, VersionState.WAITING, VersionState.APPROVED})
# What was once told to the public, or held before it could be told here.
TOLD = frozenset({VersionState.PUBLISHED, VersionState.EXPIRED, VersionState.SUPERSEDED})
ENDED = frozenset({VersionState.EXPIRED, VersionState.SUPERSEDED, VersionState.DROPPED})


class Sort(TextChoices):
    """What a statement is; decides how long it is believed."""

    LAW = "law", pgettext_lazy("sort of a statement", "Rule")
    SEASON = "season", pgettext_lazy("sort of a statement", "Rule of a season")
    NUMBER = "number", pgettext_lazy("sort of a statement", "Number to call")
    ADVICE = "advice", pgettext_lazy("sort of a statement", "Advice")


class SourceType(TextChoices):
    """Who says it."""

    LAW = "law", pgettext_lazy("source of a statement", "law")
    MINISTRY = "ministry", pgettext_lazy("source of a statement", "ministry")
    EMBASSY = "embassy", pgettext_lazy("source of a statement", "embassy")
    INTERNATIONAL = "international", pgettext_lazy("source of a statement", "international body")
    NGO = "ngo", pgettext_lazy("source of a statement", "organisation")
    PRESS = "press", pgettext_lazy("source of a statement", "press")
    PLATFORM = "platform", pgettext_lazy("source of a statement", "this platform")


class Trust(TextChoices):
    """How far it may be believed, as the country pack says."""

    SOURCED = "sourced", pgettext_lazy("trust in a statement", "Found in a source")
    BACKGROUND_HIGH = (
        "background-high",
        pgettext_lazy("trust in a statement", "Background knowledge, to be verified"),
    )
    BACKGROUND_MEDIUM = (
        "background-medium",
        pgettext_lazy("trust in a statement", "Uncertain background knowledge, to be verified"),
    )
    PROPOSAL = "proposal", pgettext_lazy("trust in a statement", "Advice of this platform")


class Confidence(TextChoices):
    """How sure an editor is, told to the reader."""

    HIGH = "high", pgettext_lazy("confidence in a statement", "high")
    MEDIUM = "medium", pgettext_lazy("confidence in a statement", "medium")
    LOW = "low", pgettext_lazy("confidence in a statement", "low")


class NumberKind(TextChoices):
    """Whom one reaches. In the order in which a person in danger should try them."""

    EMERGENCY = "emergency", pgettext_lazy("number to call", "Emergency")
    POLICE = "police", pgettext_lazy("number to call", "Police")
    TRAFFICKING = "trafficking", pgettext_lazy("number to call", "Help for people held or sold")
    EMBASSY = "embassy", pgettext_lazy("number to call", "Embassy or consulate")
    RIGHTS = "rights", pgettext_lazy("number to call", "Advice on your rights")
    HOME = "home", pgettext_lazy("number to call", "At home")


class Standing(TextChoices):
    """What the public may be told of a version today."""

    CURRENT = "current", pgettext_lazy("standing of a statement", "Current")
    COMING = "coming", pgettext_lazy("standing of a statement", "Not yet in force")
    STALE = "stale", pgettext_lazy("standing of a statement", "Being checked")
    HISTORY = "history", pgettext_lazy("standing of a statement", "No longer holds")
    UNVERIFIED = "unverified", pgettext_lazy("standing of a statement", "To be verified")


TELLS = frozenset({Standing.CURRENT, Standing.COMING})  # whose words are shown


class Deed(TextChoices):
    """What somebody did with a version."""

    WRITTEN = "written", pgettext_lazy("done with a statement", "Written")
    CHANGED = "changed", pgettext_lazy("done with a statement", "Changed")
    BROUGHT = "brought", pgettext_lazy("done with a statement", "Brought as a file")
    SENT = "sent", pgettext_lazy("done with a statement", "Sent to a second reader")
    RETURNED = "returned", pgettext_lazy("done with a statement", "Given back")
    APPROVED = "approved", pgettext_lazy("done with a statement", "Read and approved")
    PUBLISHED = "published", pgettext_lazy("done with a statement", "Published")
    CONFIRMED = "confirmed", pgettext_lazy("done with a statement", "Looked at again: still true")
    REPLACED = "replaced", pgettext_lazy("done with a statement", "Replaced by a new version")
    WITHDRAWN = "withdrawn", pgettext_lazy("done with a statement", "Withdrawn")
    OVER = "over", pgettext_lazy("done with a statement", "Ended: its last day is over")
    DROPPED = "dropped", pgettext_lazy("done with a statement", "Dropped")


WRITES = frozenset({Deed.WRITTEN, Deed.CHANGED, Deed.BROUGHT, Deed.SENT})


class CallOutcome(TextChoices):
    """What came of calling a number."""

    RIGHT = "right", pgettext_lazy("call to a number", "Called, right")
    WRONG = "wrong", pgettext_lazy("call to a number", "Wrong number")
    SILENT = "silent", pgettext_lazy("call to a number", "No answer")


class FileState(TextChoices):
    """What became of a file that an editor brought."""

    WAITING = "waiting", pgettext_lazy("file of statements", "Waits")
    REFUSED = "refused", pgettext_lazy("file of statements", "Has faults")
    TAKEN = "taken", pgettext_lazy("file of statements", "Taken in")
    DROPPED = "dropped", pgettext_lazy("file of statements", "Thrown away")
