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
        The outcomes; None when one of these is not there, or any catalogue cannot be read (it
        might be second to one of these).
    """
    asked = set(keys)
    heads = {one.folder: one.head for one in sources.catalogues if one.head}
    if not asked <= set(heads) or len(heads) < len(sources.catalogues):
        return None
    read = [
        one.value for key, one in heads.items() if key in asked or one.value.second_to in asked
    ]
    return frozenset(outcome for head in read for outcome in OUTCOMES[head.rule])


def second_to(source: CatalogueSource) -> str | None:
    """Name the catalogue from whose answers this one is read, if it is never asked by itself."""
    return source.head.value.second_to if source.head else None
