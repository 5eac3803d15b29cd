"""The two statuses of a case: moved on one page, each by its own form; and their map."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import policy
from korgoo.access.enums import Permission, Relation
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import (
    policies,
    selectors,
    services,
    status_names,
    status_pages,
)
from korgoo.casework import (
    status_map as maps,
)
from korgoo.casework.enums import Axis, Procedural, ProceduralGround, Protection, ProtectionGround
from korgoo.casework.forms import ProceduralForm, StatusForm
from korgoo.countrypack import paper_languages
from korgoo.lib.attempts import READ, REFUSED, attempt
from korgoo.lib.errors import NotFound


@kept_as(_("Change of a status"), StatusForm)
@require_http_methods(READ)
@needs(Permission.CASE_VIEW)
@once
def status(request: MemberRequest, case_id: UUID) -> HttpResponse:
    page = _Page(request, case_id)
    if request.method == "POST":
        form = page.protection_form(request.POST)
        if form.is_valid() and attempt(form, lambda: _moved(case_id, form, request)):
            return redirect("casework:case", case_id=case_id)
    return page.answer()


@kept_as(_("Change of a status"), ProceduralForm)
@require_POST
@needs(Permission.PROCEDURAL_RECORD)
@once
def procedural(request: MemberRequest, case_id: UUID) -> HttpResponse:
    page = _Page(request, case_id)
    form = page.procedural_form(request.POST)
    if form.is_valid() and attempt(form, lambda: _recorded(case_id, form, request)):
        return redirect("casework:case", case_id=case_id)
    return page.answer()


@require_safe
@needs(Permission.ACCOUNT_USE)
def status_map(request: MemberRequest) -> HttpResponse:
    return render(
        request, "casework/status_map.html", {"maps": [maps.draw(axis) for axis in Axis]}
    )


@require_safe
@needs(Permission.ACCOUNT_USE)
def status_map_paper(request: MemberRequest) -> HttpResponse:
    with paper_languages.speaking(request.GET):
        response = HttpResponse(maps.paper(), content_type="application/pdf")
    response["Content-Disposition"] = 'inline; filename="statuses.pdf"'
    return response


class _Page:
    """The page of both statuses: what this reader may move, and the form that came back."""

    def __init__(self, request: MemberRequest, case_id: UUID) -> None:
        self.request, actor = request, request.actor
        self.case = selectors.get_case(case_id, actor=actor, permission=Permission.CASE_VIEW)
        stands = selectors.relation(self.case, actor=actor)
        self.is_own = stands is Relation.OWNER
        self.may_protection = bool(policy.decide(actor, Permission.FACET_WRITE, stands))
        self.may_procedural = selectors.may_record_procedural(self.case, actor=actor)
        if not (self.may_protection or self.may_procedural):
            raise NotFound(_("We found no such page."))
        stood = selectors.stood_before(self.case)
        self.moves = policies.moves_by_hand(self.case, stood=stood)
        self.protection = StatusForm(moves=self.moves)
        self.procedural = self._procedural(None)

    def protection_form(self, typed: Any) -> StatusForm:
        """Bind the form of the protection status.

        Raises:
            NotFound: This reader may not move it.
        """
        if not self.may_protection:
            raise NotFound(_("We found no such page."))
        self.protection = StatusForm(typed, moves=self.moves)
        return self.protection

    def procedural_form(self, typed: Any) -> ProceduralForm:
        """Bind the form of the procedural status.

        Raises:
            NotFound: This reader may not record it.
        """
        if not self.may_procedural:
            raise NotFound(_("We found no such page."))
        self.procedural = self._procedural(typed)
        return self.procedural

    def answer(self) -> HttpResponse:
        """Draw the page; 422 when one of the forms came back with errors."""
        is_refused = bool(self.protection.errors or self.procedural.errors)
        words = {
            "case": self.case,
            "axes": status_pages.axes(self.case, actor=self.request.actor),
            "form": self.protection if self.protection.is_bound else self.procedural,
            "protection": self.protection if self.may_protection and self.moves else None,
            "procedural": self.procedural if self.may_procedural else None,
            "is_own": self.is_own,
            "rests_on": status_names.rests_on(Axis.PROTECTION, [m.value for m in self.moves]),
        }
        code = REFUSED if is_refused else 200
        return render(self.request, "casework/status.html", words, status=code)

    def _procedural(self, typed: Any) -> ProceduralForm:
        wanted = {"procedural": self.request.GET.get("to", "")}
        moves = policies.procedural_moves(self.case)
        return ProceduralForm(typed, moves=moves, may_write=self.is_own, initial=wanted)


def _moved(case_id: UUID, form: StatusForm, request: MemberRequest) -> Any:
    given = form.cleaned_data
    return services.change_protection(
        case_id,
        Protection(given["status"]),
        ground=ProtectionGround(given["ground"]),
        reason=given["reason"],
        actor=request.actor,
    )


def _recorded(case_id: UUID, form: ProceduralForm, request: MemberRequest) -> Any:
    given = form.cleaned_data
    return services.change_procedural(
        case_id,
        Procedural(given["procedural"]),
        ground=ProceduralGround(given["basis"]),
        reason=given.get("why", ""),
        actor=request.actor,
    )
