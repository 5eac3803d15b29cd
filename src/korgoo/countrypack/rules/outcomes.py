"""Which outcomes a catalogue can give, by its kind of rule."""

from collections.abc import Iterable, Mapping

from korgoo.countrypack.reading.sources import CatalogueSource, GuidelineSources
from korgoo.countrypack.schema.catalogues import RuleKind
from korgoo.countrypack.schema.views import Outcome

OUTCOMES: Mapping[RuleKind, tuple[Outcome, ...]] = {
    "weighted": ("strong", "some", "labour_rights", "not_enough"),
    "elements": ("elements", "some", "not_enough"),
    "signs": ("signs", "not_enough"),
}


def outcomes_of(sources: GuidelineSources, keys: Iterable[str]) -> frozenset[str] | None:
    """Give the outcomes that some catalogues, and those second to them, can give.

    Args:
        sources: the guideline.
        keys: of the catalogues that a view asks about.

    Returns:
        The outcomes; None when a catalogue is not known or cannot be read.
    """
    asked = set(keys)
    read = [sources.catalogue(key) for key in asked]
    read += [one for one in sources.catalogues if second_to(one) in asked]
    heads = [one.head for one in read if one and one.head]
    if len(heads) < len(read):
        return None
    return frozenset(name for head in heads for name in OUTCOMES[head.value.rule])


def second_to(source: CatalogueSource) -> str | None:
    """Name the catalogue from whose answers this one is read, if it is never asked by itself."""
    return source.head.value.second_to if source.head else None
