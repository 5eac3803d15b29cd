"""What rests on an article. Missions above tell it; they may not be imported from here.

An app registers in its ``AppConfig.ready``::

    dependents.register(decisions_that_rest_on)
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.translation import get_language, pgettext

from korgoo.countrypack import api as packs


@dataclass(frozen=True, slots=True)
class Dependent:
    """One thing that rests on an article, in words of the page's language.

    Args:
        kind: What sort of thing: "Time limit", "Status".
        title: What it is called.
        address: Its page; empty when it has none, or none that everybody may open.
    """

    kind: str
    title: str
    address: str = ""


# Asked with references such as "law-55-2005#21-4", all those of a page at once; answers what rests on
# any of them. The pages are public: what is told here, and its number, may be read by everybody.
Provider = Callable[[frozenset[str]], list[Dependent]]
_providers: dict[str, Provider] = {}


def register(provider: Provider) -> None:
    """Let a mission say what of its own rests on articles; once per function."""
    _providers[f"{provider.__module__}.{provider.__qualname__}"] = provider


def of(*refs: str) -> list[Dependent]:
    """List everything that rests on articles, or on an instrument as a whole; each thing once.

    Args:
        refs: "law-55-2005#21-4", or "law-55-2005".
    """
    asked = frozenset(refs)
    return [one for provider in _providers.values() for one in provider(asked)]


def of_pack(asked: frozenset[str]) -> list[Dependent]:
    """List what in the country pack rests on any of some articles."""
    return [Dependent(kind, title) for kind, title, refs in _pack() if asked & set(refs)]


def _pack() -> Iterator[tuple[str, str, Iterable[str]]]:
    pack, language = packs.current(), get_language() or "en"
    for clock in pack.clocks.values():
        kind = pgettext("rests on an article", "Time limit")
        yield kind, clock.name.in_language(language), clock.rests_on
    kind = pgettext("rests on an article", "Consent")
    yield (
        kind,
        pgettext("rests on an article", "What people are told first"),
        pack.consent.rests_on,
    )
    for status in pack.statuses.values():
        kind = pgettext("rests on an article", "Status")
        yield kind, status.name.in_language(language), status.rests_on
    for referral in pack.referral_types:
        kind = pgettext("rests on an article", "Kind of help")
        yield kind, referral.name.in_language(language), referral.rests_on
