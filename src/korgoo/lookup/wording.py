"""How sure it is, and what agrees, in words."""

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from korgoo.lookup.enums import Kind
from korgoo.matching.strengths import Strength

STRENGTHS = {
    Strength.CERTAIN: gettext_lazy("almost surely the same person"),
    Strength.LIKELY: gettext_lazy("probably the same person"),
    Strength.POSSIBLE: gettext_lazy("possibly the same person"),
    Strength.NONE: gettext_lazy("nothing speaks for the same person"),
}


def strength_words(strength: Strength) -> str:
    """Say how sure it is; never in per cent."""
    return str(STRENGTHS[strength])


def agrees(kinds: Iterable[Kind]) -> str:
    """Say what agrees, in the order in which one would say it."""
    wanted = set(kinds)
    words = ", ".join(str(kind.label) for kind in Kind if kind in wanted)
    return _("What agrees: %(kinds)s") % {"kinds": words} if words else ""
