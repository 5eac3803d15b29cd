"""Broken rules in words of the page's language; the exact sentence of the check stands beside."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

    from korgoo.countrypack.api import Fault

RULES: "Mapping[str, _StrPromise]" = {}
OTHER = _("Something here does not fit together.")


def fault_words(fault: "Fault") -> str:
    """Say which rule a fault breaks."""
    return str(RULES.get(fault.rule, OTHER))
