"""What is told, in one language: plain data that pages, papers and other missions read.

Words that may not be told today are not in it at all, so that no page can show them by mistake.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import override

from korgoo.countrypack import api as packs
from korgoo.rights import policies
from korgoo.rights.enums import TELLS, Confidence, NumberKind, Sort, SourceType, Standing

if TYPE_CHECKING:
    from korgoo.rights.models import ItemVersion, Number


@dataclass(frozen=True, slots=True)
class Place:
    """A destination, home before leaving, or a warning. ``kind`` is the pack's."""

    key: str
    kind: str
    name: str
    lead: str


@dataclass(frozen=True, slots=True)
class CallNumber:
    """A number to call. ``is_fresh``: somebody called it, or its source is recent enough."""

    key: str
    number: str
    name: str
    kind: NumberKind
    destinations: tuple[str, ...]
    hours: str
    is_fresh: bool
    checked_on: date | None
    as_of: date | None

    @property
    def dialled(self) -> str:
        """The number as a telephone dials it."""
        return self.number.replace(" ", "")


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement as it stands today; ``text`` and ``sms`` are empty unless it may be believed."""

    key: str
    destination: str
    sort: Sort
    standing: Standing
    title: str
    text: str
    applies_to: str
    sms: str
    steps: tuple[str, ...]
    questions: tuple[str, ...]
    numbers: tuple[str, ...]
    valid_from: date | None
    valid_to: date | None
    as_of: date
    source: str
    source_type: SourceType
    address: str
    is_official: bool
    confidence: Confidence
    checked_by: str
    checked_on: date | None
    review_by: date
    supersedes: tuple[str, ...]

    @property
    def is_told(self) -> bool:
        """Its words may be shown today."""
        return self.standing in TELLS

    @property
    def last_day(self) -> date:
        """The last day on which its words, as they stand today, may be shown."""
        return min(self.review_by, self.valid_to or self.review_by)


def spoken(words: Mapping[str, str] | None, language: str) -> str:
    """Choose words by language: the one asked for, else that of the country, else any."""
    if not words:
        return ""
    order = (language.partition("-")[0], packs.current().default_language)
    found = next((words[code] for code in order if words.get(code)), None)
    return found or next(iter(words.values()), "")


def statement(
    version: "ItemVersion", language: str, today: date, *, is_replaced: bool = False
) -> Statement:
    """Say what a version tells on a day; what another statement replaced is history."""
    standing = policies.standing(version, today, is_replaced=is_replaced)
    is_told = standing in TELLS
    return Statement(
        key=version.item.key,
        destination=version.item.destination,
        sort=Sort(version.item.sort),
        standing=standing,
        title=spoken(version.title, language),
        text=spoken(version.text, language) if is_told else "",
        applies_to=spoken(version.applies_to, language),
        sms=spoken(version.sms, language) if is_told else "",
        steps=tuple(version.steps),
        questions=tuple(version.questions),
        numbers=tuple(version.numbers),
        valid_from=version.valid_from,
        valid_to=version.valid_to,
        as_of=version.as_of,
        source=version.source,
        source_type=SourceType(version.source_type),
        address=version.address,
        is_official=policies.is_official(version.trust, version.source_type),
        confidence=Confidence(version.confidence),
        checked_by=_organisation(version, language),
        checked_on=version.reviewed_on,
        review_by=version.review_by,
        supersedes=tuple(version.supersedes),
    )


def call_number(number: "Number", language: str, today: date) -> CallNumber:
    """Say how a number is given to people on a day."""
    return CallNumber(
        key=number.key,
        number=number.number,
        name=spoken(number.name, language),
        kind=NumberKind(number.kind),
        destinations=tuple(number.destinations),
        hours=spoken(number.hours, language),
        is_fresh=policies.is_fresh(number.review_by, today),
        checked_on=number.checked_on,
        as_of=number.as_of,
    )


def place(data: packs.Destination, language: str) -> Place:
    """Say where one can go."""
    return Place(
        data.key, data.kind, data.name.in_language(language), data.lead.in_language(language)
    )


def _organisation(version: "ItemVersion", language: str) -> str:
    """The organisation answers for a check, never a member by name."""
    if version.reviewed_for is None:
        return ""
    with override(language):
        return version.reviewed_for.name
