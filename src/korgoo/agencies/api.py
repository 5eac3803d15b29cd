"""What other missions may ask of the register of agencies. Plain data out, never a record."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from korgoo.agencies import countries as lands
from korgoo.agencies import selectors, services, wording
from korgoo.agencies.cards import AgencyCard, DecisionCard
from korgoo.agencies.lists.checking import Source
from korgoo.agencies.lists.faults import Fault
from korgoo.agencies.services.lists import Examined, examine, plan_now

if TYPE_CHECKING:
    from korgoo.agencies.rules import Standing

__all__ = [
    "AgencyCard",
    "Answer",
    "Listed",
    "Source",
    "answer",
    "answer_for",
    "check_list",
    "countries",
    "country_name",
    "public_paths",
    "standing_words",
    "sweep",
    "take_list",
    "version",
]


@dataclass(frozen=True, slots=True)
class Answer:
    """May an agency send people to a country on a day?

    Args:
        typed: The name as it was asked for.
        country: Code of the country.
        day: Any day up to today.
        agency: The one of exactly this name, but for script and spelling; None when there is none, or several.
        standing: What holds for it; None without one agency.
        choices: Agencies of this or a like name, to choose from; the most like first.
    """

    typed: str
    country: str
    day: date
    agency: AgencyCard | None = None
    standing: "Standing[DecisionCard] | None" = None
    choices: tuple[AgencyCard, ...] = ()

    @property
    def is_allowed(self) -> bool:
        """Tell whether one agency was found and may send people; false as long as nobody chose one."""
        return self.standing is not None and self.standing.is_allowed


def answer(name: str, country: str, day: date) -> Answer:
    """Ask by name, in any script and spelling.

    Args:
        name: As people write it.
        country: Code of the country (ISO 3166-1, two letters).
        day: Any day up to today.

    Returns:
        With one agency and what holds for it; or with agencies to choose from; or with neither.
    """
    found = selectors.search(name)
    choices = selectors.agencies_of([*found.same, *found.like])
    if len(found.same) == 1 and choices and choices[0].key == found.same[0]:
        first, *others = choices
        return Answer(name, country, day, first, first.standing(country, day), tuple(others))
    return Answer(name, country, day, choices=tuple(choices))


def answer_for(agency_id: UUID, name: str, country: str, day: date) -> Answer:
    """Ask for an agency that was chosen.

    Raises:
        NotFound: No such agency.
    """
    card = selectors.find_agency(agency_id)
    return Answer(name, country, day, card, card.standing(country, day))


def countries() -> list[tuple[str, str]]:
    """List code and name of the countries that can be asked about, by name in the language of the page."""
    return lands.names()


def country_name(code: str) -> str:
    """Name a country in the language of the page."""
    return lands.name(code)


def standing_words(name: str, country: str, day: date) -> str:
    """Say in one sentence what an agency may do in a country; several of a like name are not guessed at.

    Args:
        name: As people write it.
        country: Code of the country.
        day: Any day up to today.
    """
    found = answer(name, country, day)
    shown = found.agency.name if found.agency else name
    return wording.standing_words(shown, country, found.standing, day)


def version() -> str:
    """Give the mark of what stands in the register: another one after every change. One small query."""
    return selectors.version()


def public_paths() -> list[str]:
    """List the addresses of all pages and feeds that are the same for every reader, in each language."""
    keys = [card.key for card in selectors.all_agencies()]
    codes = selectors.permit_keys()
    found = []
    for language, _name in settings.LANGUAGES:
        with override(language):
            found += [
                reverse(f"agencies_public:{page}") for page in ("check", "list", "watched", "feed")
            ]
            for page in ("country", "country_feed"):
                found += [reverse(f"agencies_public:{page}", args=[code]) for code in codes]
            for page in ("agency", "agency_feed"):
                found += [reverse(f"agencies_public:{page}", args=[key]) for key in keys]
    return found


def sweep() -> dict[str, int]:
    """Throw away lists that nobody took, old faults, and old wishes to be told."""
    return services.sweep()


@dataclass(frozen=True, slots=True)
class Listed:
    """A list of the Ministry: everything that is wrong with it, or how much it adds to the register."""

    faults: tuple[Fault, ...] = ()
    agencies: int = 0
    permits: int = 0
    decisions: int = 0


def check_list(data: bytes, source: Source) -> Listed:
    """Say what a list would add, or what is wrong with it. Nothing is written.

    Args:
        data: A CSV file or a spreadsheet.
        source: Day and document of the list.
    """
    found: Examined = examine(data, source)
    if found.faults:
        return Listed(tuple(found.faults))
    plan = plan_now(found.rows, source)
    return Listed((), len(plan.agencies), len(plan.permits), len(plan.decisions))


def take_list(data: bytes, source: Source) -> Listed:
    """Take a list from the command line into the register: all of it, or nothing with a fault in it.

    Args:
        data: A CSV file or a spreadsheet.
        source: Day and document of the list.

    Raises:
        DomainError: The register changed at the same moment, and the list does not fit it any more.
    """
    found = examine(data, source)
    if found.faults:
        return Listed(tuple(found.faults))
    kept = services.keep_list(found, actor=None)
    row = services.take_list(kept.pk, actor=None)
    return Listed((), row.agencies, row.permits, row.decisions)
