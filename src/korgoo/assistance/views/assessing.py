"""Needs and dangers, and what protects a child: one form a page."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.assistance import presentation, selectors, services, words
from korgoo.assistance.enums import (
    AppointedBy,
    BestInterest,
    GuardianKind,
    YesNo,
)
from korgoo.assistance.forms import (
    AssessmentForm,
    BestInterestForm,
    GuardianForm,
)
from korgoo.assistance.views.attempt import READ, Sheet, take
from korgoo.lib.errors import NotFound

ASSESS = Permission.ASSESSMENT_WRITE
SEALED = {"sealed": True}


@kept_as(_("Needs and dangers"), AssessmentForm)
@require_http_methods(READ)
@needs(ASSESS)
@once
def assess(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=ASSESS)
    with_health = words.may_keep_health(case_id, actor=actor)
    form = AssessmentForm(request.POST or None, with_health=with_health)
    last = selectors.current_assessment(case_id)
    sheet = Sheet(
        seen.case,
        _("Needs and dangers"),
        _("Save"),
        lead=_("Ask only what is needed for the next step. What was not asked stays so."),
        groups=presentation.questions(form.groups),
        looks={"told": SEALED, "health_words": SEALED} | presentation.last_time(form, last),
    )
    return take(
        request, form, lambda: services.assess(case_id, form.findings(), actor=actor), sheet
    )


@require_safe
@needs(ASSESS)
def assessment(request: MemberRequest, case_id: UUID, assessment_id: UUID) -> HttpResponse:
    found = presentation.assessment_page(case_id, assessment_id, actor=request.actor)
    return render(request, "assistance/assessment.html", found)


@kept_as(_("Guardian of a child"), GuardianForm)
@require_http_methods(READ)
@needs(ASSESS)
@once
def guardian(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = _child(request, case_id)
    row = selectors.safeguard(case_id)
    names = ("guardian", "appointed_by", "since", "trained_interviewer")
    form = GuardianForm(request.POST or None, initial={n: getattr(row, n, None) for n in names})

    def deed() -> object:
        data = form.cleaned_data
        told = services.Safeguard(
            guardian=GuardianKind(data["guardian"]),
            appointed_by=AppointedBy(data["appointed_by"]),
            trained_interviewer=YesNo(data["trained_interviewer"]),
            since=data["since"],
            name=data["name"],
        )
        return services.record_guardian(case_id, told, actor=actor)

    sheet = Sheet(seen.case, _("Who speaks for the child"), _("Save"), looks={"name": SEALED})
    return take(request, form, deed, sheet)


@require_http_methods(READ)
@needs(ASSESS)
@once
def best_interest(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = _child(request, case_id)
    bodies = presentation.bodies_for_children(actor)
    form = BestInterestForm(
        request.POST or None, bodies=bodies, initial={"decided_by_id": actor.organisation_id}
    )

    def deed() -> object:
        data = form.cleaned_data | {"outcome": BestInterest(form.cleaned_data["outcome"])}
        return services.decide_best_interest(case_id, **data, actor=actor)

    return take(request, form, deed, Sheet(seen.case, _("What is best for the child"), _("Save")))


def _child(request: MemberRequest, case_id: UUID) -> selectors.Sight:
    """Fetch an own case of a child.

    Raises:
        NotFound: Not one.
    """
    seen = selectors.sight(case_id, actor=request.actor, permission=ASSESS)
    if not seen.case.is_child:
        raise NotFound(selectors.NO_SUCH)
    return seen
