"""From a case to a card of questions, and from its reading to the officer's decision."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import selectors, services
from korgoo.casework.enums import CHILD_BANDS, AgeBand, Decision, Ground
from korgoo.casework.forms import DecisionForm, ScreenForm
from korgoo.identification import api as identification
from korgoo.identification.enums import AgeCheck, Moved, Talk
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.casework.models import Case


@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def screen(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.SCREENING_FILL)
    form = ScreenForm(request.POST or None, actor=actor)
    if form.is_valid():
        given = form.cleaned_data
        card = identification.start(
            case.pk,
            view=given["view"],
            talk=Talk(given["talk"]),
            age_check=age_check(case),
            moved=Moved(given["moved"]) if given["moved"] else None,
            actor=actor,
        )
        return redirect(identification.address_of(card))
    words = {"case": case, "form": form, "cards": identification.list_for(case.pk, actor=actor)}
    return render(request, "casework/screen.html", words, status=status_of(form))


@kept_as(_("Decision after a card"), DecisionForm)
@require_http_methods(READ)
@needs(Permission.SCREENING_FILL)
@once
def decide(request: MemberRequest, case_id: UUID, screening_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.SCREENING_FILL)
    card = identification.get(screening_id, actor=actor)
    if card.subject != case.pk or card.reading is None:
        raise NotFound(_("We found no such card."))
    form = DecisionForm(request.POST or None)
    if form.is_valid():
        decided = attempt(form, lambda: _decided(case_id, screening_id, form, request))
        if decided is not None:
            return redirect("casework:case", case_id=case_id)
    words = {"case": case, "card": card, "form": form}
    return render(request, "casework/decide.html", words, status=status_of(form))


def _decided(
    case_id: UUID, screening_id: UUID, form: DecisionForm, request: MemberRequest
) -> "Case":
    given = form.cleaned_data
    return services.decide_after_screening(
        case_id,
        Decision(given["decision"]),
        reason=given["reason"],
        ground=Ground(given["ground"]),
        screening_id=screening_id,
        actor=request.actor,
    )


def age_check(case: "Case") -> AgeCheck | None:
    """Take over what the case says of the age, so that it is not asked twice."""
    if case.age_band == AgeBand.UNKNOWN:
        return None
    if case.age_band == AgeBand.DOUBT:
        return AgeCheck.DOUBT
    return AgeCheck.CHILD if case.age_band in CHILD_BANDS else AgeCheck.ADULT
