"""The words of the consolidated report. Values are stored: renaming one needs a migration."""

from enum import StrEnum


class ValueKind(StrEnum):
    """What an indicator counts."""

    NUMBER = "number"
    SHARE = "share"
    YES_NO = "yes_no"


class Direction(StrEnum):
    """Which way is better."""

    UP = "up"
    DOWN = "down"


class Adds(StrEnum):
    """How what several report becomes one value of the country.

    SUM adds what each reported for the period; LATEST takes what was sent last; NONE makes no value
    of the country, each stands for itself.
    """

    SUM = "sum"
    LATEST = "latest"
    NONE = "none"


class Answer(StrEnum):
    """What a field of a report says. Nothing at all is the third answer: not reported."""

    VALUE = "value"
    NOTHING = "nothing"


class Funding(StrEnum):
    """Who pays for a measure."""

    STATE = "state"
    DONOR = "donor"
    NONE = "none"


class Standing(StrEnum):
    """How far the report of one organisation has come.

    MISSING: its day is over and it was not sent; WAITING: its day has not come.
    """

    ACCEPTED = "accepted"
    SENT = "sent"
    RETURNED = "returned"
    WAITING = "waiting"
    MISSING = "missing"
