"""Case conferences and what they decided."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.assistance import presentation, selectors, services
from korgoo.assistance.forms import ConferenceForm
from korgoo.assistance.views.attempt import READ, Sheet, take
from korgoo.casework import api as casework

WRITE, REPORT = Permission.PROGRAMME_WRITE, Permission.WORK_REPORT
SEALED = {"sealed": True}


@kept_as(_("A case conference"), ConferenceForm)
@require_http_methods(READ)
@needs(WRITE)
@once
def conference(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    seen = selectors.sight(case_id, actor=actor, permission=WRITE)
    known = casework.parties_of(case_id) | {seen.case.owner_id}
    form = ConferenceForm(request.POST or None, known=known)
    sheet = Sheet(
        seen.case,
        _("A case conference"),
        _("Save"),
        lead=_("Decisions go only to organisations that take part in the case."),
        groups=presentation.conference_groups(form.parts, form.tasks),
        looks={"minutes": SEALED} | {name: {"small": True} for name in form.parts},
    )
    return take(
        request,
        form,
        lambda: services.hold_conference(case_id, form.meeting(), actor=actor),
        sheet,
    )


@require_POST
@needs(REPORT)
@once
def finish_task(request: MemberRequest, case_id: UUID, task_id: UUID) -> HttpResponse:
    services.finish_task(case_id, task_id, actor=request.actor)
    return redirect("assistance:programme", case_id=case_id)
