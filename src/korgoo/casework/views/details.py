"""Who the person is, how to reach them, coded facts: written when there is time for it."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import selectors, services
from korgoo.casework.forms import DetailsForm
from korgoo.lib.attempts import READ, attempt, status_of


@kept_as(_("Details of a person"), DetailsForm)
@require_http_methods(READ)
@needs(Permission.FACET_WRITE)
@once
def details(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE)
    if request.method == "POST":
        form = DetailsForm(request.POST)
        if form.is_valid():
            given = form.details()
            if attempt(form, lambda: services.save_details(case_id, given, actor=actor)):
                return redirect("casework:case", case_id=case_id)
    else:
        written = services.open_details(case_id, actor=actor)
        form = DetailsForm(initial=DetailsForm.initial_of(written))
    words = {"case": case, "form": form}
    return render(request, "casework/details.html", words, status=status_of(form))
