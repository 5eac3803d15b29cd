"""Cards read again, under another edition or a draft. What was read once never changes."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from korgoo.identification import agency_views, bulk, editions, explanation, guidelines, readings
from korgoo.identification.disclosure import Shown, show
from korgoo.identification.models import Screening
from korgoo.identification.rules import Because, Outcome, Value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from datetime import datetime

    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.guideline import GuidelineData, Vector
    from korgoo.identification.rules import Guideline, Reading

ROWS_AT_ONCE = 2000
# List, child or adult, codes of outcome and reason before and after.
Move = tuple[str, bool, tuple[int, int], tuple[int, int]]


def reread(screening: Screening, guideline: "GuidelineData") -> "list[Reading]":
    """Read the stored answers of a card under another edition of the guideline.

    Answers are kept by the code of the sign: what the other edition does not know is passed over,
    what it asks besides was not asked.

    Args:
        screening: One that was read.
        guideline: The edition, or a draft.

    Returns:
        The readings, the card's own catalogue first; empty when the edition has none of the
        catalogues.
    """
    catalogues = _catalogues_of(screening, guideline)
    values = {code: Value(row["value"]) for code, row in screening.answers.items()}
    return [
        readings.read_one(catalogue, _answers_for(catalogue, values), child=screening.is_child)
        for catalogue in catalogues
    ]


def explain_under(screening: Screening, edition: editions.Edition) -> dict[str, Any] | None:
    """Lay out how a card would be read under an edition; None where nothing of it can be."""
    made = reread(screening, edition.data)
    if not made:
        return None
    return explanation.explain_under(screening, edition, made, screening.answers)


def _catalogues_of(screening: Screening, guideline: "GuidelineData") -> "list[Catalogue]":
    """Find the catalogues under which a card was read, as another edition has them."""
    keys = _keys_of(screening)
    return [guideline.catalogues[key] for key in keys if key in guideline.catalogues]


def _keys_of(screening: Screening) -> list[str]:
    return [row["guideline_key"] for row in (screening.reading, *screening.others) if row]


def _answers_for(catalogue: "Catalogue", values: "Mapping[str, Value]") -> "Mapping[str, Value]":
    return guidelines.second_answers(catalogue, values) if catalogue.second_to else values


@dataclass(frozen=True, slots=True)
class Turn:
    """Cards that would be read differently: from which outcome to which, and why.

    Attributes:
        catalogue: Key of the catalogue.
        child: Read by the rules for children.
        before, after: Outcome and reason under the one and the other guideline.
        cards: How many, as far as it may be shown.
    """

    catalogue: str
    child: bool
    before: tuple[Outcome, Because]
    after: tuple[Outcome, Because]
    cards: Shown


@dataclass(frozen=True, slots=True)
class Impact:
    """What a draft would change in the past: counts only, none that could point at a person.

    Turns of fewer cards than may be shown are left out, and that there are any is not said.

    Attributes:
        cards: All cards that were read.
        changed: Those of which at least one list would come to another outcome, or is gone.
        turns: By list: a card read by several lists may stand in several turns.
    """

    cards: Shown
    changed: Shown
    turns: tuple[Turn, ...]


def impact(
    before: "GuidelineData",
    after: "GuidelineData",
    *,
    besides: int | None = None,
    read_before: "datetime | None" = None,
) -> Impact:
    """Count which past cards would be read differently under a changed guideline.

    Cards of all organisations that were read, by coded answers alone. Both guidelines are applied to
    the same answers, so that only the change counts. Counts are shown rounded, and small ones and
    those of few organisations not at all (``disclosure``).

    Args:
        before: What to compare with.
        after: The changed guideline.
        besides: An organisation whose cards are left out: the reader's, who could pad a count.
        read_before: Only cards read before this moment, so that a card added now moves no count.
    """
    houses, lists = _by_list(besides, read_before)
    found: dict[Move, list[int]] = {}
    changed: set[int] = set()
    for (key, child), cards in lists.items():
        old, new = before.catalogues.get(key), after.catalogues.get(key)
        if old is None or old == new:
            continue
        if new is None:
            changed.update(cards)
            continue
        rows = list(cards.values())
        pairs = zip(_bulk(old, rows, child=child), _bulk(new, rows, child=child), strict=True)
        for number, (was, then) in zip(cards, pairs, strict=True):
            if was != then:
                found.setdefault((key, child, was, then), []).append(number)
            if was[0] != then[0]:
                changed.add(number)
    return Impact(_shown(houses, houses), _shown(changed, houses), _turns(found, houses))


def _turns(found: "dict[Move, list[int]]", houses: "Mapping[int, int]") -> tuple[Turn, ...]:
    """List the moves that may be shown, those of most cards first."""
    most_first = sorted(found.items(), key=lambda item: -len(item[1]))
    turns = [
        Turn(key, child, _words(was), _words(then), _shown(cards, houses))
        for (key, child, was, then), cards in most_first
    ]
    return tuple(turn for turn in turns if turn.cards.about is not None)


def _shown(cards: "Collection[int]", houses: "Mapping[int, int]") -> Shown:
    return show(len(cards), houses=len({houses[number] for number in cards}))


def _bulk(
    catalogue: "Catalogue", rows: "list[Mapping[str, Value]]", *, child: bool
) -> list[tuple[int, int]]:
    """Read many cards at once: codes of outcome and reason of each."""
    profile = catalogue.profile_for(child=child)
    rule_book: Guideline = guidelines.guideline(catalogue, profile, child=child)
    known = rule_book.codes
    told = (
        {code: value for code, value in _answers_for(catalogue, row).items() if code in known}
        for row in rows
    )
    read = bulk.outcomes(rule_book, bulk.encode(told, rule_book))
    return list(zip(read.outcome.tolist(), read.because.tolist(), strict=True))


def _words(codes: tuple[int, int]) -> tuple[Outcome, Because]:
    outcome, reason = codes
    return bulk.OUTCOMES[outcome], bulk.REASONS[reason]


def _by_list(
    besides: int | None, read_before: "datetime | None"
) -> "tuple[dict[int, int], dict[tuple[str, bool], dict[int, Mapping[str, Value]]]]":
    """Gather the answers of cards that were read, by catalogue and by child or adult.

    Returns:
        The organisation of each card by a running number, and for each list its cards: the number
        and the answers.
    """
    houses: dict[int, int] = {}
    found: dict[tuple[str, bool], dict[int, Mapping[str, Value]]] = {}
    rows = Screening.objects.filter(read_at__isnull=False)
    if besides is not None:
        rows = rows.exclude(organisation_id=besides)
    if read_before is not None:
        rows = rows.filter(read_at__lt=read_before)
    rows = rows.only("answers", "reading", "others", "age_check", "organisation_id")
    for number, row in enumerate(rows.iterator(chunk_size=ROWS_AT_ONCE)):
        houses[number] = row.organisation_id
        values = {code: Value(told["value"]) for code, told in row.answers.items()}
        for key in _keys_of(row):
            found.setdefault((key, row.is_child), {})[number] = values
    return houses, found


@dataclass(frozen=True, slots=True)
class VectorTurn:
    """A test vector under two guidelines. An outcome is None where the list is not there."""

    vector: "Vector"
    before: Outcome | None
    after: Outcome | None

    @property
    def is_changed(self) -> bool:
        """The two guidelines read it differently."""
        return self.before != self.after

    @property
    def is_as_agreed(self) -> bool:
        """The changed guideline reads it as people agreed."""
        return self.after is not None and self.after.value == self.vector.expected


def vector_turns(before: "GuidelineData", after: "GuidelineData") -> list[VectorTurn]:
    """Read every test vector of the changed guideline, and of the one before, under both."""
    vectors = {vector.key: vector for vector in (*before.vectors, *after.vectors)}
    return [
        VectorTurn(vector, _vector(vector, before), _vector(vector, after))
        for vector in vectors.values()
    ]


def _vector(vector: "Vector", guideline: "GuidelineData") -> Outcome | None:
    catalogue = guideline.catalogues.get(vector.catalogue)
    if catalogue is None:
        return None
    values = dict.fromkeys(vector.absent, Value.ABSENT) | dict.fromkeys(
        vector.present, Value.PRESENT
    )
    return readings.read_one(catalogue, values, child=vector.child).outcome


def views_with(code: str, guideline: "GuidelineData") -> "Iterable[str]":
    """Name the views that ask about a sign."""
    for key in guideline.views:
        view = agency_views.view_of(key, guideline)
        if any(code in o.sets for q in guidelines.questions_of(view) for o in q.options):
            yield key
