"""Calling a person back as they said, and opening a case for them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.desk import presentation, services
from korgoo.desk.enums import Reached
from korgoo.desk.forms import CallForm, CaseForm
from korgoo.desk.views.doing import about
from korgoo.lib.attempts import READ, attempt, status_of


@kept_as(_("Calling somebody back"), CallForm)
@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def call(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    form = CallForm(request.POST or None)
    if form.is_valid():
        reached, again = Reached(form.cleaned_data["reached"]), form.cleaned_data["again"]
        row = attempt(
            form,
            lambda: services.call_back(contact_id, reached, again=again, actor=request.actor),
        )
        if row is not None:
            return redirect("desk:contact", contact_id=contact_id)
    words = about(request, contact_id) | {"form": form}
    words["how"] = presentation.call_page(contact_id, actor=request.actor)
    return render(request, "desk/call.html", words, status=status_of(form))


@kept_as(_("Opening a case for a contact"), CaseForm)
@require_http_methods(READ)
@needs(Permission.CASE_OPEN)
@once
def open_case(request: MemberRequest, contact_id: UUID) -> HttpResponse:
    row = presentation.case_page(contact_id, actor=request.actor)
    form = CaseForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        case_id = attempt(
            form,
            lambda: services.open_case(
                contact_id,
                words_may_go=data["words_may_go"] == "yes",
                ends_conversation=data["ends_conversation"],
                actor=request.actor,
            ),
        )
        if case_id is not None:
            messages.success(request, _("The case is open. The contact remembers it."))
            page = "casework:consents" if data["then"] == "consent" else "casework:help_now"
            return redirect(page, case_id=case_id)
    return render(request, "desk/case.html", {"row": row, "form": form}, status=status_of(form))
