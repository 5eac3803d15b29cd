"""A time limit of a case: its pauses and extensions, and what can be done with it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.casework import policies, selectors, services, time_limits
from korgoo.casework.enums import PauseGround, StopGround
from korgoo.casework.forms import EndForm, ExtendForm, PauseForm, ResumeForm
from korgoo.casework.presentation import clock_view
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.casework.models import Case, CaseClock

TITLES = {
    "pause": _("Pause a time limit"),
    "resume": _("Let a time limit go on"),
    "extend": _("Extend a time limit"),
    "end": _("End a time limit"),
}
SENT = {
    "pause": _("Pause"),
    "resume": _("Let it go on"),
    "extend": _("Extend"),
    "end": _("End it"),
}


@require_safe
@needs(Permission.CLOCK_KEEP)
def clock(request: MemberRequest, case_id: UUID, clock_id: int) -> HttpResponse:
    case, row = _fetch(request, case_id, clock_id)
    words = {"case": case, "view": clock_view(row, may_keep=True), "deeds": _deeds(row)}
    words |= {"pauses": row.pauses.all(), "extensions": _extensions(row)}
    return render(request, "casework/clock.html", words)


@require_http_methods(READ)
@needs(Permission.CLOCK_KEEP)
@once
def clock_deed(request: MemberRequest, case_id: UUID, clock_id: int, deed: str) -> HttpResponse:
    case, row = _fetch(request, case_id, clock_id)
    if request.method != "POST" and deed not in {one["deed"] for one in _deeds(row)}:
        raise NotFound(_("We found no such page."))
    form = _form(deed, row, request.POST if request.method == "POST" else None)
    if form.is_valid():
        attempt(form, _do(deed, form, request, case_id, clock_id))
        if not form.errors:
            return redirect("casework:case", case_id=case_id)
    words: dict[str, Any] = {"case": case, "form": form, "deed": deed, "title": TITLES[deed]}
    words |= {"view": clock_view(row, may_keep=True), "send": SENT[deed]}
    return render(request, "casework/clock_deed.html", words, status=status_of(form))


def _fetch(request: MemberRequest, case_id: UUID, clock_id: int) -> "tuple[Case, CaseClock]":
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.CLOCK_KEEP)
    return case, time_limits.get_clock(case, clock_id, actor=actor)


def _deeds(row: "CaseClock") -> list[dict[str, str]]:
    """Offer only what the rules allow now."""
    offered = {
        "resume": bool(policies.resume_clock(row)),
        "pause": bool(policies.pause_clock(row)),
        "extend": bool(_grounds(row)) and not row.is_paused,
        "end": True,
    }
    return [{"deed": deed, "words": str(TITLES[deed])} for deed, may in offered.items() if may]


def _form(deed: str, row: "CaseClock", data: Any) -> Form:
    if deed == "extend":
        return ExtendForm(data, grounds=_grounds(row))
    forms = {"pause": PauseForm, "resume": ResumeForm, "end": EndForm}
    return forms[deed](data)


def _do(
    deed: str, form: Form, request: MemberRequest, case_id: UUID, clock_id: int
) -> Callable[[], object]:
    actor, told = request.actor, form.cleaned_data
    if isinstance(form, ExtendForm):
        ground, until = told["ground"], form.end_of_day()
        return lambda: services.extend_clock(case_id, clock_id, ground, until=until, actor=actor)
    if deed == "pause":
        why = PauseGround(told["ground"])
        return lambda: services.pause_clock(case_id, clock_id, why, actor=actor)
    if deed == "resume":
        return lambda: services.resume_clock(case_id, clock_id, actor=actor)
    ends = StopGround(told["ground"])
    return lambda: services.end_clock(case_id, clock_id, ends, actor=actor)


def _grounds(row: "CaseClock") -> list[tuple[str, str]]:
    language = get_language() or packs.current().default_language
    grounds = packs.current().clocks[row.key].extensions
    return [(one.key, one.name.in_language(language)) for one in grounds]


def _extensions(row: "CaseClock") -> list[dict[str, Any]]:
    names = dict(_grounds(row))
    return [
        {"ground": names.get(one.ground, one.ground), "at": one.at, "until": one.due_after}
        for one in row.extensions.all()
    ]
