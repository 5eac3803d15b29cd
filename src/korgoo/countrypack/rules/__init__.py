"""Rules that need more than one value, or more than one file.

Each rule yields all faults it finds; none stops another.
"""

from collections.abc import Callable, Iterator

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import GuidelineSources, Sources
from korgoo.countrypack.rules import (
    articles,
    bodies,
    branches,
    campaign,
    catalogues,
    clocks,
    firing,
    help_texts,
    information,
    languages,
    law_versions,
    lawbook,
    offences,
    options,
    plan,
    platform,
    public_door,
    questions,
    retention,
    same_facts,
    surroundings,
    units,
    vectors,
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
    clocks.steps,
    clocks.changes,
    retention.parts,
    retention.basis,
    help_texts.referral_types,
    help_texts.consent,
    help_texts.sharing_grounds,
    help_texts.operators,
    help_texts.safety,
    information.head,
    information.numbers,
    information.named,
    information.history,
    information.lengths,
    platform.bodies,
    platform.seats,
    public_door.bodies,
    campaign.questions,
    campaign.history,
    plan.named,
    plan.periods,
    plan.programmes,
    lawbook.instruments,
    lawbook.amendments,
    lawbook.held,
    law_versions.order,
    law_versions.languages,
    offences.offences,
    articles.of_pack,
)
GUIDELINE_RULES: tuple[Callable[[GuidelineSources], Iterator[Fault]], ...] = (
    languages.guideline_texts,
    catalogues.heads,
    catalogues.indicators,
    catalogues.kinds,
    firing.dimensions,
    firing.elements,
    same_facts.codes,
    same_facts.same_as,
    same_facts.seconds,
    views.heads,
    views.catalogues,
    views.advice,
    questions.questions,
    questions.codes,
    options.options,
    branches.conditions,
    branches.loops,
    branches.reach,
    vectors.vectors,
    surroundings.named,
    articles.of_guideline,
)


def faults_of_guideline(sources: GuidelineSources) -> Iterator[Fault]:
    """Find what is wrong with a guideline, beyond the form of its records."""
    for rule in GUIDELINE_RULES:
        yield from rule(sources)


def faults_of(sources: Sources) -> Iterator[Fault]:
    """Find what is wrong with a pack and its guideline, beyond the form of the records."""
    for rule in RULES:
        yield from rule(sources)
    yield from faults_of_guideline(sources.guideline)
