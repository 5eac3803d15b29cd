"""Asks and questions as the co-ordinator opens them: which belongs to which."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.lookup import api as lookup
from korgoo.pairs import sealed
from korgoo.pairs.enums import PersonSays, Purpose
from korgoo.pairs.models import Ask, Check, Question
from korgoo.pairs.selectors.found import Pair, list_pairs, require_watch
from korgoo.pairs.selectors.keys import count_anew

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


UNTOLD = lookup.Described(lookup.Script.NONE, "")


@dataclass(frozen=True, slots=True)
class Weighed:
    """An ask with all that the co-ordinator knows of it.

    ``pairs``: of which it may be. ``question``: to whom it was passed on, if so. ``says`` and ``why``: what the
    worker said of the person; ``answer_says``, ``answer_why``: what the other owner said. ``about``: how the name of the
    asking case is written, and its citizenship. ``is_readable`` is false where the key was made anew since.
    """

    ask: Ask
    says: str
    why: str
    pairs: tuple[Pair, ...]
    question: Question | None = None
    mark: str = ""
    answer_says: str = ""
    answer_why: str = ""
    about: lookup.Described = UNTOLD
    is_readable: bool = True

    @property
    def pair(self) -> Pair | None:
        """The pair about which the other owner was asked, if it still stands."""
        return next((pair for pair in self.pairs if pair.mark == self.mark), None)


@dataclass(frozen=True, slots=True)
class Watched:
    """All that a co-ordinator opens at once: pairs that may be shown, and asks that wait.

    ``opened``: how many comparisons were opened, found or not. The trail keeps this number: the number of pairs
    would tell a thief, from one look to the next, which comparison found somebody. ``left``: questions whose ask is
    gone. ``anew``: comparisons that are still to be made anew under the key in use.
    """

    pairs: list[Pair]
    opened: int = 0
    left: int = 0
    anew: int = 0
    asks: list[Weighed] = field(default_factory=list)


def watch(*, actor: "Actor") -> Watched:
    """Open pairs and asks for the co-ordinator's pages; what only counts is not there.

    Raises:
        NotFound: The actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    pairs = [pair for pair in list_pairs(actor=actor) if not pair.counts_only]
    rows = list(Ask.objects.waiting(clock.now()).order_by("asked_at", "pk"))
    if not sealed.is_made(Purpose.WATCH):
        return Watched(pairs)
    links = links_of(actor=actor)
    opened = Check.objects.standing().done().count()
    left = len(left_questions(actor=actor))
    asks = [_weighed(row, pairs, links, actor) for row in rows]
    return Watched(pairs, opened, left, count_anew(), asks)


def count_asks(*, actor: "Actor") -> int:
    """Count asks that wait, for a co-ordinator."""
    if not policy.may_enter(actor, Permission.PAIR_WATCH):
        return 0
    return Ask.objects.waiting(clock.now()).count()


def get_pair(mark: str, *, actor: "Actor") -> Pair:
    """Fetch a pair that may be shown.

    Raises:
        NotFound: There is none, or the actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    for pair in list_pairs(actor=actor):
        if pair.mark == mark and not pair.counts_only:
            return pair
    raise NotFound(_("We found no such pair."))


def hold_ask(ask_id: UUID, *, actor: "Actor") -> Weighed:
    """Fetch and hold an ask until the deed is done.

    Raises:
        NotFound: There is none, or the actor is no co-ordinator.
        Locked: The session is locked.
        Forbidden: The key was not given to them yet.
    """
    require_watch(actor)
    pairs = [pair for pair in list_pairs(actor=actor) if not pair.counts_only]
    row = Ask.objects.standing().select_for_update(of=("self",)).filter(pk=ask_id).first()
    if row is None:
        raise NotFound(_("This ask was taken back, or its case has ended."))
    return _weighed(row, pairs, links_of(actor=actor), actor)


def links_of(*, actor: "Actor") -> dict[UUID, tuple[Question, str]]:
    """Say which question belongs to which ask, and the mark of their pair; those on which nothing is decided."""
    key = sealed.watch_key(actor)
    found = {}
    for row in Question.objects.standing().unsettled().order_by("pk"):
        words = sealed.read(row.ask, by=key, name="ask", record=row.pk)
        if words:
            found[UUID(words["ask"])] = (row, str(words["mark"]))
    return found


def left_questions(*, actor: "Actor") -> list[tuple[Question, str]]:
    """List questions whose ask was taken back, ended or went with its case; each with the mark of its pair."""
    if not sealed.is_made(Purpose.WATCH):
        return []
    waiting = set(Ask.objects.waiting(clock.now()).values_list("pk", flat=True))
    return [found for ask_id, found in links_of(actor=actor).items() if ask_id not in waiting]


def _weighed(
    row: Ask, pairs: list[Pair], links: dict[UUID, tuple[Question, str]], actor: "Actor"
) -> Weighed:
    key = sealed.watch_key(actor)
    words = sealed.read(row.words, by=key, name="words", record=row.pk) or {}
    question, mark = links.get(row.pk, (None, ""))
    answer = (
        sealed.read(question.answer, by=key, name="answer", record=question.pk) or {}
        if question and question.answer
        else {}
    )
    return Weighed(
        row,
        str(words.get("says", PersonSays.NOT_SAFE)),
        str(words.get("why", "")),
        tuple(p for p in pairs if row.case_id in {p.here.case_id, p.there.case_id}),
        question,
        mark,
        str(answer.get("says", "")),
        str(answer.get("why", "")),
        lookup.Described(
            lookup.Script(words.get("script", lookup.Script.NONE)),
            str(words.get("citizenship", "")),
        ),
        is_readable=bool(words),
    )
