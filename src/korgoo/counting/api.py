"""What other missions may ask: under which number a person is counted, and how many persons there were."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.casework import api as casework
from korgoo.casework.counting import Scope
from korgoo.counting.draws import LinkKeys, drawn
from korgoo.counting.overlap import (
    COUNTRY,
    HALVES,
    YEAR,
    Number,
    Persons,
    Record,
    YearOfPersons,
    year_of_persons,
)
from korgoo.directory.api import LEAST
from korgoo.lib.errors import NotFound
from korgoo.lookup import api as lookup
from korgoo.pairs import api as pairs

if TYPE_CHECKING:
    from collections.abc import Iterable
    from uuid import UUID

    from korgoo.access.actor import Actor

__all__ = [
    "COUNTRY",
    "HALVES",
    "LEAST",
    "YEAR",
    "LinkKeys",
    "Number",
    "Persons",
    "Question",
    "Scope",
    "YearOfPersons",
    "link_keys",
    "persons_in",
    "year_of",
]
JULY = 7


@dataclass(frozen=True, slots=True)
class Question:
    """Whom to count: the scope, the year, one of ``HALVES`` or ``YEAR``, a region of the pack or ``COUNTRY``."""

    scope: Scope
    year: int
    half: str = YEAR
    region: str = COUNTRY


def link_keys(case_ids: "Iterable[UUID]", *, actor: "Actor") -> LinkKeys:
    """Say under which number the person of each case is counted, in each of many draws.

    A statistic counts different numbers in each draw; the mean of the draws is its figure, and between the 2.5th and
    the 97.5th of 100 lies its interval. The numbers lead to nobody and are good for this one count. What is made of
    them is not protected yet: small numbers are for whoever shows them to hide.

    Args:
        case_ids: n cases of any organisations.
        actor: A co-ordinator with an open session.

    Returns:
        The n cases in their order, each once, and d x n numbers.

    Raises:
        NotFound: The actor may not count persons.
        Locked: The session is locked.
        Forbidden: The key to possible pairs was not given to them yet.
    """
    _require(actor)
    return _drawn(case_ids, pairs.open_pairs(actor=actor))


def year_of(year: int, *, scope: Scope, actor: "Actor") -> YearOfPersons:
    """Count the persons of a year in all its parts; small numbers are hidden so that none follows from others.

    ``is_compared`` is false when not one pair between organisations is known: then nobody seems known twice.
    ``anew`` counts cases that are still to be compared anew; until then too many persons are counted.

    Raises:
        NotFound: The actor may not count persons.
        Locked: The session is locked.
        Forbidden: The key to possible pairs was not given to them yet.
    """
    _require(actor)
    found = casework.cases_to_count(date(year, 1, 1), date(year, 12, 31), scope=scope)
    baits = pairs.baits_among(case.case_id for case in found)
    cases = [case for case in found if case.case_id not in baits]
    possible = pairs.open_pairs(actor=actor)
    keys = _drawn((case.case_id for case in cases), possible)
    records = [
        Record(case.owner_id, HALVES[case.day.month >= JULY], case.region) for case in cases
    ]
    told = year_of_persons(keys, records, least=LEAST)
    return replace(told, is_compared=bool(possible), anew=pairs.count_anew())


def persons_in(question: Question, *, actor: "Actor") -> Persons:
    """Count the persons of one part of a year; what ``year_of`` hides is hidden here too.

    Raises:
        NotFound: The actor may not count persons.
        Locked: The session is locked.
        Forbidden: The key to possible pairs was not given to them yet.
    """
    told = year_of(question.year, scope=question.scope, actor=actor)
    return told.part(question.half, question.region)


def _require(actor: "Actor") -> None:
    if not policy.may_enter(actor, Permission.PERSONS_COUNT):
        raise NotFound(_("We found no such page."))


def _drawn(case_ids: "Iterable[UUID]", possible: "list[pairs.OpenPair]") -> LinkKeys:
    wanted = tuple(dict.fromkeys(case_ids))
    ends = [case_id for pair in possible for case_id in (pair.case_a, pair.case_b)]
    leads = lookup.link_keys([*wanted, *ends])
    # Of the pairs also those cases that are not asked for: two persons may be one by a third case.
    order = dict.fromkeys([*wanted, *sorted(set(leads) - set(wanted))])
    keys = drawn({case_id: leads[case_id] for case_id in order}, possible)
    return LinkKeys(wanted, keys.persons[:, : len(wanted)])
