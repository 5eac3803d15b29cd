"""Whom to call, from the country pack."""

from typing import Any

from django.utils.translation import get_language

from korgoo.countrypack import api as packs


def numbers_to_call() -> dict[str, Any]:
    """List numbers for danger and for advice, as ``danger_lines`` and ``help_lines``."""
    pack = packs.current()
    language = get_language() or pack.default_language
    rows = [
        {
            "number": line.number,
            "name": line.name.in_language(language),
            "purpose": line.purpose,
            "status": line.provenance.status,
        }
        for line in pack.hotlines
    ]
    return {
        "danger_lines": [row for row in rows if row["purpose"] == "emergency"],
        "help_lines": [row for row in rows if row["purpose"] == "help"],
    }
