"""Help that is offered can be given: by a body, under a clock, with consent in words."""

from collections.abc import Iterator
from typing import get_args

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.sources import Sources
from korgoo.countrypack.schema.support import Scope


def referral_types(sources: Sources) -> Iterator[Fault]:
    """A referral type asks for a mandate that some body has, and starts clocks that exist."""
    mandates = {mandate for body in sources.bodies.values for mandate in body.mandates}
    for record in sources.referral_types.records:
        kind = record.value
        if sources.bodies.complete and kind.needs_mandate not in mandates:
            message = f"no body has the mandate '{kind.needs_mandate}' that '{kind.key}' needs"
            yield record.fault("nobody-has-mandate", message, "needs_mandate")
        for index, clock in enumerate(kind.clocks):
            if sources.clocks.lacks(clock):
                message = f"there is no clock '{clock}'"
                yield record.fault("unknown-clock", message, "clocks", index)


def consent(sources: Sources) -> Iterator[Fault]:
    """Each scope of consent has words for the person; nothing is told under one key twice."""
    record = sources.consent
    if record is None:
        return
    for scope in get_args(Scope):
        if scope not in record.value.scopes:
            message = f"the scope '{scope}' has no words for the person"
            yield record.fault("missing-scope", message, "scopes")
    keys = [item.key for item in record.value.told]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield record.fault("repeated", f"'{key}' is told twice", "told", index, "key")


def sharing_grounds(sources: Sources) -> Iterator[Fault]:
    """A ground for sharing without consent that the law names says where; each stands once."""
    keys: set[str] = set()
    for record in sources.sharing_grounds.records:
        ground = record.value
        if ground.key in keys:
            yield record.fault("repeated", f"the ground '{ground.key}' stands twice", "key")
        keys.add(ground.key)
        if (ground.basis == "law") != (ground.legal_basis is not None):
            message = f"'{ground.key}': the law names it exactly when a provision is given"
            yield record.fault("ground-basis", message, "legal_basis")


def operators(sources: Sources) -> Iterator[Fault]:
    """The body that answers a hotline is one of the pack."""
    for record in sources.hotlines.records:
        operator = record.value.operator
        if operator is not None and sources.bodies.lacks(operator):
            yield record.fault("unknown-body", f"there is no body '{operator}'", "operator")


def safety(sources: Sources) -> Iterator[Fault]:
    """A question about safety leads to a type of referral that exists."""
    for record in sources.needs_help_now.records:
        if sources.referral_types.lacks(record.value.help):
            message = f"there is no referral type '{record.value.help}'"
            yield record.fault("unknown-referral-type", message, "help")
