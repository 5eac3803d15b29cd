"""A form of assistance: shown, taken, or shown again with what was typed and why it was not taken."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from korgoo.access.http import MemberRequest
from korgoo.assistance.presentation import Group
from korgoo.casework.api import CaseCard
from korgoo.lib.attempts import READ, status_of, succeeds

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

__all__ = ["READ", "Sheet", "take"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the page of a form says.

    ``groups`` are headings with the names of their fields, and how each field looks; without groups
    the fields stand in their order.
    """

    case: CaseCard
    title: "_StrOrPromise"
    button: "_StrOrPromise"
    lead: "_StrOrPromise" = ""
    groups: list[Group] = field(default_factory=list)
    looks: dict[str, dict[str, Any]] = field(default_factory=dict)
    back: str = ""
    review: str = "in_use"


def take(
    request: MemberRequest,
    form: BaseForm,
    deed: Callable[[], Any],
    sheet: Sheet,
    *,
    to: str = "",
) -> HttpResponse:
    """Do the deed for a valid form and lead on; else show the form, with what was typed kept."""
    if form.is_bound and form.is_valid() and succeeds(form, deed):
        return redirect(to or _programme(sheet.case.id))
    words = {
        "case": sheet.case,
        "sheet": sheet,
        "form": form,
        "groups": sheet.groups or [Group("", list(form.fields))],
        "action": request.path,
        "back": sheet.back or _programme(sheet.case.id),
    }
    return render(request, "assistance/form.html", words, status=status_of(form))


def _programme(case_id: UUID) -> str:
    return reverse("assistance:programme", args=[case_id])
