"""What a form brings: plain data for the deeds."""

from dataclasses import dataclass, field
from datetime import date

from korgoo.campaign.enums import Action
from korgoo.campaign.registry import SeenCount

ByLanguage = dict[str, str]


@dataclass(frozen=True, slots=True)
class CampaignFacts:
    """What a campaign is. Words by language; ``regions``: codes, none for the whole country."""

    name: ByLanguage
    starts_on: date
    ends_on: date
    slogan: ByLanguage = field(default_factory=dict)
    theme: ByLanguage = field(default_factory=dict)
    ask: ByLanguage = field(default_factory=dict)
    action: Action = Action.CHECK_AGENCY
    regions: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RecallFacts:
    """What came of asking people: counts of persons asked, in one region on one day.

    Attributes:
        messages: how many could say a message, by the number of its audience.
    """

    region: str
    on: date
    how: str
    asked: int
    remember: int
    acted: int
    messages: dict[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ReadyFacts:
    """What an office said to one check.

    Attributes:
        said_by: the office, such as "shift leader of the helpline"; never a name.
        seen: the counts that stood beside the question, kept with the answer.
    """

    is_ready: bool
    said_by: str
    said_on: date
    words: str = ""
    seen: tuple[SeenCount, ...] = ()
