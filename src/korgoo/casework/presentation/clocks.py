"""Time limits that run."""

from typing import TYPE_CHECKING, Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from korgoo.countrypack import api as packs

if TYPE_CHECKING:
    from korgoo.casework.models import CaseClock

Row = dict[str, Any]


def clock_view(row: "CaseClock", *, may_keep: bool) -> Row:
    """Say everything about one running clock, and whether the reader may change it."""
    described = packs.current().clocks[row.key]
    language = get_language() or packs.current().default_language
    legal = described.legal_basis
    pauses = [pause for pause in row.pauses.all() if pause.until is None]
    return {
        "id": row.pk,
        "name": _("%(clock)s: %(organisation)s")
        % {"clock": described.name.in_language(language), "organisation": row.responsible.name},
        "due": row.due_at,
        "done": None,
        "paused": row.paused_at,
        "ground": pauses[0].get_ground_display() if pauses else "",
        "extended": bool(row.extensions.all()),
        "basis": described.basis,
        "legal_basis": legal.in_language(language) if legal else None,
        "rests_on": described.rests_on,
        "status": described.provenance.status,
        "may_keep": may_keep,
    }
