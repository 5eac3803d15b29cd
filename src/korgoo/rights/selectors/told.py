"""What the public is told today. Nobody is asked who they are."""

from django.utils.translation import gettext as _

from korgoo.lib import clock
from korgoo.lib.errors import NotFound
from korgoo.rights import policies
from korgoo.rights.enums import NumberKind, Sort, Standing
from korgoo.rights.models import Edition, ItemVersion, Number
from korgoo.rights.telling import CallNumber, Statement, call_number
from korgoo.rights.telling import statement as told

# First what to do now, then whom to call, then the rule.
SORTS = (Sort.ADVICE, Sort.NUMBER, Sort.LAW, Sort.SEASON)
KINDS = tuple(NumberKind)


def edition() -> Edition | None:
    """Give the mark of what is told, with the moment of its last change; None before the first."""
    return Edition.objects.filter(pk=Edition.ONLY).first()


def edition_mark() -> str:
    """Give the mark of what is told: another after every change; empty before the first."""
    found = edition()
    return found.mark.hex if found else ""


def statements(language: str, destination: str | None = None) -> list[Statement]:
    """List what is told, in the order in which a frightened person should read it.

    What no longer holds is left out; what must be looked at again comes last, without its words.

    Args:
        language: Code of the language.
        destination: Its key; None for all.
    """
    versions = ItemVersion.objects.published().with_words()
    if destination is not None:
        versions = versions.filter(item__destination=destination)
    today = clock.today()
    replaced = policies.replaced_keys(versions, today)
    found = [told(one, language, today, is_replaced=one.item.key in replaced) for one in versions]
    return sorted((one for one in found if one.standing != Standing.HISTORY), key=_place)


def statement(key: str, language: str) -> Statement:
    """Give one statement that was told to the public, whatever it is today.

    Raises:
        NotFound: There is none of this key, or it was never told.
    """
    versions = ItemVersion.objects.told().with_words().filter(item__key=key)
    # The published one, else the one that ended last.
    version = sorted(versions, key=lambda one: (one.ended_at is None, one.number))[-1:]
    if not version:
        raise NotFound(_("We found no such page."))
    return _as_it_stands(version[0], language)


def _as_it_stands(version: ItemVersion, language: str) -> Statement:
    today = clock.today()
    beside = ItemVersion.objects.published().filter(item__destination=version.item.destination)
    replaced = policies.replaced_keys(beside, today)
    return told(version, language, today, is_replaced=version.item.key in replaced)


def successor(key: str, language: str) -> Statement | None:
    """Find the published statement that replaces another, if there is one."""
    found = [one for one in statements(language) if key in one.supersedes]
    return found[0] if found else None


def numbers(language: str, destination: str | None = None) -> list[CallNumber]:
    """List the numbers that may be given to people, those for danger first.

    Args:
        language: Code of the language.
        destination: Key of a destination; None for all.
    """
    today = clock.today()
    rows = [
        call_number(one, language, today)
        for one in Number.objects.filter(off_since__isnull=True)
        if policies.may_be_offered(one.trust, one.checked_on)
        and (destination is None or destination in one.destinations)
    ]
    return sorted(rows, key=lambda one: (KINDS.index(one.kind), not one.is_fresh))


def _place(one: Statement) -> tuple[bool, int, bool]:
    return (not one.is_told, SORTS.index(one.sort), not one.is_official)
