"""Rules that need more than one value, or more than one file.

Each rule yields all faults it finds; none stops another.
"""

from collections.abc import Callable, Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.rules import (
    bodies,
    catalogues,
    clocks,
    help_texts,
    languages,
    units,
    views,
)

RULES: tuple[Callable[[Sources], Iterator[Fault]], ...] = (
    languages.head,
    languages.texts,
    units.parents,
    units.validity,
    bodies.successors,
    bodies.validity,
    clocks.required,
    clocks.basis,
    catalogues.heads,
    catalogues.indicators,
    views.heads,
    views.questions,
    views.options,
    help_texts.referral_types,
    help_texts.consent,
    help_texts.operators,
    help_texts.safety,
)
