"""Who the person is, how to reach them, coded facts: written when there is time for it."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import recognising, selectors, services
from korgoo.casework.forms import DetailsForm
from korgoo.casework.views.known import Answer, perhaps_known
from korgoo.lib.attempts import READ, status_of, succeeds

if TYPE_CHECKING:
    from korgoo.access.actor import Actor


@kept_as(_("Details of a person"), DetailsForm)
@require_http_methods(READ)
@needs(Permission.FACET_WRITE)
@once
def details(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    case = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE)
    known = None
    if request.method == "POST":
        form = DetailsForm(request.POST)
        if form.is_valid():
            given, answer = form.details(), Answer.of(request.POST)
            sex = given.coded.get("sex", "")
            told = recognising.Told(given.identity, given.contact, sex, case_id)
            known = perhaps_known(told, answer, actor=actor)
            if not known and _saved(form, case_id, given, answer, actor):
                return redirect("casework:case", case_id=case_id)
    else:
        written = services.open_details(case_id, actor=actor)
        form = DetailsForm(initial=DetailsForm.initial_of(written))
    words = {"case": case, "form": form, "known": known}
    return render(request, "casework/details.html", words, status=status_of(form))


def _saved(
    form: DetailsForm, case_id: UUID, given: services.Details, answer: Answer, actor: "Actor"
) -> bool:
    def save() -> None:
        services.save_details(case_id, given, actor=actor)
        answer.remember(case_id, actor=actor)

    return succeeds(form, save)
