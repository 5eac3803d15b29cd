"""What the pages show: tables of counts and shares with their intervals, and sentences that say what they mean."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from korgoo.access import api as access
from korgoo.counting import drawing, quality_words, wording
from korgoo.counting import quality as measures
from korgoo.counting.api import COUNTRY, LEAST, Persons, Question, YearOfPersons
from korgoo.counting.overlap import OTHERS
from korgoo.lookup import api as lookup

if TYPE_CHECKING:
    from korgoo.counting.overlap import Pattern
    from korgoo.lookup.api import Judged

NO_SUCH = gettext_lazy("We found no such page.")
# Under so many pairs every interval is nearly as wide as not to know.
NEEDED = 20
# Pairs of a group that may stand in a row of its own.
LEAST_PAIRS = 10
WORDS_OF_TODAY = (0.5, 0.9, 0.99)


def quality(threshold: float) -> dict[str, Any]:
    """Lay out how well people are matched.

    Args:
        threshold: Which one to try.
    """
    judged = lookup.judgements()
    pairs = [measures.Pair(one.posterior, one.is_same) for one in judged]
    if len(pairs) < NEEDED:
        return {"is_empty": True, "needed": NEEDED, "there": len(pairs)}
    steps = measures.calibration(pairs)
    names = [quality_words.step(one) for one in steps]
    return {
        "is_empty": False,
        "pairs": len(pairs),
        "by_hand": sum(pair.posterior is None for pair in pairs),
        "thresholds": [_threshold_row(pairs, one) for one in WORDS_OF_TODAY],
        "what_if": quality_words.what_if(measures.what_if(pairs, threshold)),
        "chart": drawing.draw(steps, names, [wording.hundredths(n / 100) for n in drawing.TENTHS]),
        "calibration": [quality_words.step_row(one) for one in steps],
        "calibration_words": quality_words.calibration(steps),
        "groups": [
            _groups(judged, title, column, of, name) for title, column, of, name in _groupings()
        ],
    }


Grouping = tuple[str, str, "Callable[[Judged], str]", Callable[[str], str]]


def _groupings() -> list[Grouping]:
    return [
        (
            _("By the writing of the names"),
            pgettext("column", "Writing"),
            lambda one: one.script.value,
            wording.script,
        ),
        (
            _("By citizenship"),
            pgettext("column", "Citizenship"),
            lambda one: one.citizenship,
            wording.citizenship,
        ),
        (
            _("Within an organisation and between two"),
            pgettext("column", "Pairs"),
            lambda one: wording.BETWEEN if one.across else wording.WITHIN,
            wording.reach,
        ),
    ]


def _threshold_row(pairs: Sequence[measures.Pair], threshold: float) -> list[str]:
    return [
        wording.number(threshold),
        wording.share(measures.precision(pairs, threshold)),
        wording.share(measures.recall(pairs, threshold)),
    ]


def _groups(
    judged: "Iterable[Judged]",
    title: str,
    column: str,
    of: "Callable[[Judged], str]",
    name: Callable[[str], str],
) -> dict[str, Any]:
    pairs = [measures.Pair(one.posterior, one.is_same, of(one)) for one in judged]
    groups = measures.by_group(pairs, least=LEAST_PAIRS)
    return {
        "title": title,
        "column": column,
        "rows": [
            [
                name(one.key),
                wording.number(one.pairs),
                wording.share(one.right),
                wording.share(one.found),
            ]
            for one in groups
        ],
        "words": quality_words.differences(groups, name),
    }


def persons(told: YearOfPersons, question: Question) -> dict[str, Any]:
    """Lay out the persons of one part of a year."""
    part = told.part(question.half, question.region)
    names = _names(told.owners)
    shown = [(p, n) for p, n in part.patterns.items() if n is not None]
    asked = {
        "scope": question.scope.value,
        "year": question.year,
        "half": question.half,
        "region": question.region,
    }
    return {
        "least": LEAST,
        "is_empty": part.records == 0,
        "is_compared": told.is_compared,
        "anew": told.anew,
        "figures": _figures(part),
        "is_country": question.region == COUNTRY,
        "lists": [[names[owner], wording.count(count)] for owner, count in part.lists.items()],
        "patterns": [
            [_pattern(pattern, told.owners, names), wording.persons(number)]
            for pattern, number in _in_order(shown)
        ],
        "hidden_patterns": len(part.patterns) - len(shown),
        "file": f"{reverse('counting:persons_file')}?{urlencode(asked)}",
    }


def persons_rows(told: YearOfPersons, question: Question) -> Iterator[list[str]]:
    """Give the numbers of the page as rows of a file: no number of a case, hidden ones say so."""
    part = told.part(question.half, question.region)
    names = _names(told.owners)
    about = [question.scope.value, str(question.year), question.half, question.region]
    yield ["scope", "year", "part", "region", "what", "organisations", "number", "low", "high"]
    yield [*about, "records", "", *_cells(part.records)]
    if told.anew:
        yield [*about, "not compared anew yet", "", str(told.anew), "", ""]
    for what, number in (("persons", part.persons), ("one", part.one), ("several", part.several)):
        yield [*about, what, "", *_cells(number)]
    for owner, count in part.lists.items():
        yield [*about, "list", names[owner], *_cells(count)]
    for pattern, number in part.patterns.items():
        if number is not None:
            yield [*about, "pattern", _pattern(pattern, told.owners, names), *_cells(number)]
    hidden = sum(number is None for number in part.patterns.values())
    yield [*about, "patterns hidden", "", str(hidden), "", ""]


def _figures(part: Persons) -> list[dict[str, str]]:
    return [
        {"name": _("Cases"), "value": wording.count(part.records)},
        {"name": pgettext("figure", "Persons"), "value": wording.persons(part.persons)},
        {"name": _("Known to one organisation"), "value": wording.persons(part.one)},
        {"name": _("Known to several"), "value": wording.persons(part.several)},
    ]


def _cells(number: Any) -> list[str]:
    if number is None:
        return [wording.HIDDEN_IN_FILES] * 3
    if isinstance(number, int):
        return [str(number), "", ""]
    return [str(number.mean), str(number.low), str(number.high)]


def _names(owners: Iterable[int]) -> dict[int, str]:
    names = {one.id: one.name for one in access.cards(owners).values()}
    return {**names, OTHERS: _("Other organisations")}


def _pattern(pattern: "Pattern", owners: Sequence[int], names: dict[int, str]) -> str:
    return " + ".join(names[owners[place]] for place in pattern)


def _in_order(shown: "list[tuple[Pattern, Any]]") -> "list[tuple[Pattern, Any]]":
    return sorted(shown, key=lambda row: (len(row[0]), row[0]))
