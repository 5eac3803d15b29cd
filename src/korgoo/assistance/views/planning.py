"""Goals, items, reviews and help that was given: one form a page."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.assistance import presentation, selectors, services, wording
from korgoo.assistance.enums import (
    Agreed,
    ItemState,
)
from korgoo.assistance.forms import (
    GivenForm,
    GoalsForm,
    MoveForm,
    PlanForm,
    ReviewForm,
)
from korgoo.assistance.views.attempt import READ, Sheet, take
from korgoo.lib.errors import NotFound

WRITE, REPORT = Permission.PROGRAMME_WRITE, Permission.WORK_REPORT
SEALED = {"sealed": True}


@kept_as(_("What the person wants to reach"), GoalsForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def goals(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=WRITE)
    form = GoalsForm(request.POST or None)
    sheet = Sheet(
        seen.case,
        _("What the person wants to reach"),
        _("Seal the goals"),
        looks={"goals": SEALED | {"rows": 8}},
    )
    return take(
        request,
        form,
        lambda: services.write_goals(case_id, form.cleaned_data["goals"], actor=actor),
        sheet,
    )


@kept_as(_("Planned help"), PlanForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def plan_item(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=WRITE)
    form = PlanForm(request.POST or None, actor=actor)
    sheet = _plan_sheet(seen, _("Plan help"))
    return take(request, form, lambda: services.add_item(case_id, form.plan(), actor=actor), sheet)


@kept_as(_("Planned help"), PlanForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def change_item(request: MemberRequest, case_id: UUID, item_id: UUID) -> HttpResponse:
    actor = request.actor
    item = selectors.get_item(case_id, item_id, actor=actor, permission=WRITE)
    seen = selectors.sight(case_id, actor=actor, permission=WRITE)
    form = PlanForm(request.POST or None, actor=actor, initial=PlanForm.filled_from(item))
    back = reverse("assistance:item", args=[case_id, item_id])
    return take(
        request,
        form,
        lambda: services.change_item(case_id, item_id, form.plan(), actor=actor),
        _plan_sheet(seen, _("Change the plan"), back),
        to=back,
    )


@require_http_methods(READ)
@needs(REPORT)
@once
def move_item(request: MemberRequest, case_id: UUID, item_id: UUID) -> HttpResponse:
    actor = request.actor
    item = selectors.get_item(case_id, item_id, actor=actor, permission=REPORT)
    seen = selectors.sight(case_id, actor=actor, permission=REPORT)
    form = MoveForm(request.POST or None, moves=presentation.moves_of(item))
    back = reverse("assistance:item", args=[case_id, item_id])

    def deed() -> object:
        data = form.cleaned_data
        state = ItemState(data["state"])
        return services.move_item(case_id, item_id, state, on=data["on"], actor=actor)

    title = wording.service_name(item.service)
    return take(request, form, deed, Sheet(seen.case, title, _("Save"), back=back), to=back)


@kept_as(_("Help that was given"), GivenForm)
@require_http_methods(READ)
@needs(REPORT)
@once
def given(request: MemberRequest, case_id: UUID, item_id: UUID | None = None) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=REPORT)
    item = None
    if item_id is not None:
        item = selectors.get_item(case_id, item_id, actor=actor, permission=REPORT)
    elif not seen.is_own:
        raise NotFound(selectors.NO_SUCH)
    form = GivenForm(request.POST or None, actor=actor, item=item)
    lead = wording.service_name(item.service) if item else ""
    sheet = Sheet(seen.case, _("Help that was given"), _("Save"), lead=lead)
    return take(request, form, lambda: services.give(case_id, form.given(), actor=actor), sheet)


@require_http_methods(READ)
@needs(WRITE)
@once
def review(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=WRITE)
    row = selectors.programme(case_id)
    if row is None:
        raise NotFound(selectors.NO_SUCH)
    form = ReviewForm(request.POST or None, initial={"agreed": row.agreed})

    def deed() -> object:
        data = form.cleaned_data | {"agreed": Agreed(form.cleaned_data["agreed"])}
        return services.review_programme(case_id, **data, actor=actor)

    sheet = Sheet(
        seen.case,
        _("Go through the programme"),
        _("Save"),
        lead=_("Read the programme to the person, item by item. It is theirs: they may say no."),
    )
    return take(request, form, deed, sheet)


def _plan_sheet(seen: selectors.Sight, title: object, back: str = "") -> Sheet:
    return Sheet(
        seen.case,
        str(title),
        _("Save"),
        looks={"outside_name": SEALED, "referral_number": {"width": "20"}},
        back=back,
        review=wording.services_status(),
    )
