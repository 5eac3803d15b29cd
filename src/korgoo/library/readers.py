"""Who may read: groups of organisations, named by kind and key, resolved when somebody reads.

The library knows everybody, the public, kinds of organisation and single organisations. Missions above
register more, such as the members of a council::

    register_readers("body", _("Members of a council"), organisations=..., choices=...)
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.access import api as access
from korgoo.access.enums import OrganisationKind
from korgoo.lib import clock
from korgoo.lib.collation import place_of
from korgoo.library.enums import ReaderKind

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

    from korgoo.access.actor import Actor

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True, order=True)
class Reader:
    """One group of readers. ``key``: which one of its kind; empty for everybody and the public."""

    kind: str
    key: str = ""


EVERYBODY = Reader(ReaderKind.EVERYBODY)
PUBLIC = Reader(ReaderKind.PUBLIC)


@dataclass(frozen=True, slots=True)
class Registered:
    """A kind of readers.

    Attributes:
        kind: names it in rows; never changed.
        words: the kind in words, such as "Members of a council".
        organisations: which organisations belong to one of them today, by its key.
        choices: which of them somebody may name as readers: key and name.
    """

    kind: str
    words: "_StrOrPromise"
    organisations: Callable[[str], frozenset[int]]
    choices: "Callable[[Actor], Choices]"


_registered: dict[str, Registered] = {}


def register_readers(
    kind: str,
    words: "_StrOrPromise",
    organisations: Callable[[str], frozenset[int]],
    choices: "Callable[[Actor], Choices]",
) -> None:
    """Add a kind of readers; once per kind.

    Args:
        kind: A short code, never changed.
        words: What they are called.
        organisations: Gives, for a key, the organisations that belong to it today.
        choices: Gives keys and names among which a member may choose.
    """
    _registered[kind] = Registered(kind, words, organisations, choices)


def registered() -> list[Registered]:
    """List the kinds of readers that missions above have added."""
    return list(_registered.values())


def organisation(organisation_id: int) -> Reader:
    """Name one organisation as reader; its successor reads after it."""
    return Reader(ReaderKind.ORGANISATION, str(organisation_id))


def organisation_kind(kind: str) -> Reader:
    """Name all organisations of a kind as readers."""
    return Reader(ReaderKind.ORGANISATION_KIND, kind)


def organisations_of(readers: Iterable[Reader]) -> frozenset[int]:
    """Resolve groups of readers to the organisations that belong to them today."""
    found: set[int] = set()
    kinds = access.kinds_in_force()
    for one in set(readers):
        found |= _organisations(one, kinds)
    return frozenset(found & kinds.keys())


def own(organisation_id: int, known: Iterable[Reader]) -> set[Reader]:
    """Say to which groups an organisation belongs today.

    Args:
        organisation_id: Which organisation.
        known: The groups of registered kinds that stand in rows; the others are found without them.
    """
    kind = access.kinds_in_force().get(organisation_id, "")
    borne = access.Succession().borne_by(organisation_id, clock.today())
    found = {EVERYBODY, PUBLIC, organisation_kind(kind)} | {organisation(one) for one in borne}
    for one in known:
        source = _registered.get(one.kind)
        if source and organisation_id in source.organisations(one.key):
            found.add(one)
    return found


@dataclass(frozen=True, slots=True)
class Offered:
    """Whom a member may name as readers, as forms carry them: groups, the widest first, and single ones."""

    groups: Choices
    single: Choices


def offered(*, actor: "Actor", is_public_offered: bool) -> Offered:
    """List whom a member may name as readers.

    Args:
        actor: Who names them.
        is_public_offered: Whether the public can be among them.
    """
    found: Choices = [(typed(EVERYBODY), _("Everybody on the platform"))]
    if is_public_offered:
        found.append((typed(PUBLIC), _("Everybody, also the public")))
    found += [(typed(organisation_kind(k.value)), str(KIND_WORDS[k])) for k in KIND_WORDS]
    for source in _registered.values():
        found += [
            (typed(Reader(source.kind, key)), f"{source.words}: {name}")
            for key, name in source.choices(actor)
        ]
    cards = [access.card(actor.organisation_id), *access.offer_all(actor=actor)]
    single = [(typed(organisation(card.id)), card.name) for card in cards]
    return Offered(found, sorted(single, key=lambda pair: place_of(pair[1])))


def typed(one: Reader) -> str:
    """Write a group of readers as forms carry it."""
    return f"{one.kind}:{one.key}"


def from_typed(text: str) -> Reader:
    """Read a group of readers from a form."""
    kind, _colon, key = text.partition(":")
    return Reader(kind, key)


def words_of(readers: Iterable[Reader], *, actor: "Actor") -> list[str]:
    """Name groups of readers in the language of the page; one that nobody knows by its kind."""
    rows = sorted(set(readers))
    numbers = [int(r.key) for r in rows if r.kind == ReaderKind.ORGANISATION]
    names = {pk: card.name for pk, card in access.cards(numbers).items()}
    return [_words(one, names, actor) for one in rows]


KIND_WORDS = {
    OrganisationKind.STATE: gettext_lazy("All state bodies"),
    OrganisationKind.NGO: gettext_lazy("All non-governmental organisations"),
    OrganisationKind.INTERNATIONAL: gettext_lazy("All international organisations"),
}


def _organisations(one: Reader, kinds: dict[int, str]) -> set[int]:
    if one.kind in {ReaderKind.EVERYBODY, ReaderKind.PUBLIC}:
        return set(kinds)
    if one.kind == ReaderKind.ORGANISATION_KIND:
        return {pk for pk, kind in kinds.items() if kind == one.key}
    if one.kind == ReaderKind.ORGANISATION:
        return {access.bearers_on([int(one.key)], clock.today())[int(one.key)]}
    source = _registered.get(one.kind)
    return set(source.organisations(one.key)) if source else set()


def _words(one: Reader, names: dict[int, str], actor: "Actor") -> str:
    if one == EVERYBODY:
        return _("Everybody on the platform")
    if one == PUBLIC:
        return _("Everybody, also the public")
    if one.kind == ReaderKind.ORGANISATION_KIND:
        return str(KIND_WORDS.get(OrganisationKind(one.key), OrganisationKind(one.key).label))
    if one.kind == ReaderKind.ORGANISATION:
        return names.get(int(one.key), one.key)
    source = _registered.get(one.kind)
    if source is None:
        return one.kind
    name = dict(source.choices(actor)).get(one.key)
    return f"{source.words}: {name}" if name else str(source.words)
