"""What other missions get to know of a case: plain frozen data, no text, no name."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from korgoo.access.enums import Relation
from korgoo.lib import codes


@dataclass(frozen=True, slots=True)
class CaseCard:
    """The coded facts of a case that a party may know. No text, no name."""

    id: UUID
    code: str
    owner_id: int
    relation: Relation
    language: str
    protection: str
    sex: str
    age_band: str
    is_child: bool
    danger: str
    is_demo: bool
    region: str = ""
    worker_id: int | None = None
    touched_at: datetime | None = None
    closed_at: datetime | None = None
    restricted_at: datetime | None = None

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits."""
        return codes.spoken(self.code)


@dataclass(frozen=True, slots=True)
class ClockCard:
    """A running clock. ``due_at`` is None when no limit is set."""

    key: str
    responsible_id: int
    started_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class SleepingCase:
    """An open case that nobody has touched for long. ``touched_at``: the last step by a person."""

    id: UUID
    code: str
    owner: str
    touched_at: datetime

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits."""
        return codes.spoken(self.code)


@dataclass(frozen=True, slots=True)
class CaseLine:
    """One line of a short list of cases: codes only."""

    id: UUID
    code: str
    owner: str
    opened_at: datetime
    protection: str
    protection_words: str

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits."""
        return codes.spoken(self.code)


@dataclass(frozen=True, slots=True)
class PersonsCase:
    """Whose case it is and where it stands, for the page of the person it is about."""

    id: UUID
    owner_id: int
    owner: str
    protection: str


@dataclass(frozen=True, slots=True)
class RunningOut:
    """An agreement that runs out soon: whose case, which worker to remind, with whom, what for."""

    case_id: UUID
    case_code: str
    owner_id: int
    worker_id: int | None
    recipient_id: int
    purpose: str
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Agreement:
    """What the person allows one organisation for one purpose; ``scopes`` are values of Scope."""

    recipient_id: int
    recipient: str
    purpose: str
    scopes: tuple[str, ...]
    since: datetime
    until: datetime | None


@dataclass(frozen=True, slots=True)
class ToldSharing:
    """What was shared without consent, and the person knows of."""

    recipient: str
    ground: str
    parts: tuple[str, ...]
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class NoticeCard:
    """One notice on a home page. ``case_id`` None: the case is closed to this organisation now.

    ``is_alarm``: it is about an emergency opening, and is read by itself.
    """

    id: int
    kind: str
    words: str
    case_code: str
    case_id: UUID | None
    glass_id: UUID | None
    is_alarm: bool
    at: datetime

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits."""
        return codes.spoken(self.case_code)


@dataclass(frozen=True, slots=True)
class StatusCard:
    """Where a case stands on both axes, for one reader.

    ``procedural`` is empty for who need not know of proceedings. ``goes_on`` is false in a case that is
    closed or restricted: nothing new is done with it.
    """

    id: UUID
    code: str
    owner_id: int
    relation: Relation
    is_child: bool
    language: str
    protection: str
    protection_words: str
    protection_at: datetime
    procedural: str
    procedural_words: str
    procedural_at: datetime | None
    is_demo: bool
    goes_on: bool

    @property
    def spoken_code(self) -> str:
        """The code in groups of three digits."""
        return codes.spoken(self.code)


@dataclass(frozen=True, slots=True)
class RunningClock:
    """A clock that was just started: its number, to stop it by, and when it runs out."""

    id: int
    due_at: datetime | None
