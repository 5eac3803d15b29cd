"""The register for members: who reads it, and who records what was decided."""

from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.agencies import selectors, services
from korgoo.agencies.forms import (
    AgencyForm,
    ContactsForm,
    CorrectionForm,
    DecisionForm,
    NameForm,
    PermitForm,
    SearchForm,
)
from korgoo.agencies.presentation import staff
from korgoo.lib.attempts import READ, attempt, status_of, succeeds

VIEW, EDIT = Permission.AGENCY_VIEW, Permission.AGENCY_EDIT


@require_safe
@needs(VIEW)
def listed(request: MemberRequest) -> HttpResponse:
    form = SearchForm(request.GET if request.GET.get("q", "").strip() else None)
    words = form.cleaned_data["q"] if form.is_valid() else ""
    page = staff.list_page(words, actor=request.actor)
    return render(request, "agencies/staff_list.html", page | {"form": form})


@require_safe
@needs(VIEW)
def agency(request: MemberRequest, agency_id: UUID) -> HttpResponse:
    page = staff.agency_page(agency_id, actor=request.actor)
    return render(request, "agencies/staff_agency.html", page)


@kept_as(gettext_lazy("A new agency"), AgencyForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = AgencyForm(request.POST or None)
    if form.is_valid():
        facts = form.to_facts(is_fictitious=settings.DEMO)
        row = attempt(form, lambda: services.add_agency(facts, actor=request.actor))
        if row:
            messages.success(request, _("The agency is in the register. Now record its permit."))
            return redirect("agencies:agency", agency_id=row.pk)
    return render(request, "agencies/staff_add.html", {"form": form}, status=status_of(form))


@kept_as(gettext_lazy("Another name of an agency"), NameForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_name(request: MemberRequest, agency_id: UUID) -> HttpResponse:
    selectors.get_agency(agency_id, actor=request.actor)
    form = NameForm(request.POST or None)
    if form.is_valid():
        told = form.cleaned_data
        services.add_name(agency_id, told["language"], told["text"], actor=request.actor)
        messages.success(request, _("It is found under this name too."))
        return redirect("agencies:agency", agency_id=agency_id)
    title = _("Another name of this agency")
    return _of_agency(request, agency_id, form, title)


@kept_as(gettext_lazy("Place and telephone of an agency"), ContactsForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def contacts(request: MemberRequest, agency_id: UUID) -> HttpResponse:
    row = selectors.get_agency(agency_id, actor=request.actor)
    form = ContactsForm(request.POST or None, initial={"place": row.place, "phone": row.phone})
    if form.is_valid():
        services.change_contacts(agency_id, **form.cleaned_data, actor=request.actor)
        messages.success(request, _("Place and telephone are saved."))
        return redirect("agencies:agency", agency_id=agency_id)
    return _of_agency(request, agency_id, form, _("Place and telephone"))


@kept_as(gettext_lazy("A permit of an agency"), PermitForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_permit(request: MemberRequest, agency_id: UUID) -> HttpResponse:
    selectors.get_agency(agency_id, actor=request.actor)
    form = PermitForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_permit(
            agency_id, form.permit_facts(), form.granted(), actor=request.actor
        ),
    ):
        messages.success(request, _("The permit is recorded. Everybody sees it from now on."))
        return redirect("agencies:agency", agency_id=agency_id)
    return _of_agency(request, agency_id, form, _("A new permit"))


@kept_as(gettext_lazy("A decision on a permit"), DecisionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def decide(request: MemberRequest, permit_id: UUID) -> HttpResponse:
    permit = selectors.get_permit(permit_id, actor=request.actor)
    form = DecisionForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.record_decision(permit_id, form.to_facts(), actor=request.actor),
    ):
        messages.success(request, _("The decision is recorded. Everybody sees it from now on."))
        return redirect("agencies:agency", agency_id=permit.agency_id)
    words = {"form": form, "permit": staff.permit_line(permit)}
    return render(request, "agencies/staff_decide.html", words, status=status_of(form))


@kept_as(gettext_lazy("Correction of an entry on a permit"), CorrectionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def correct(request: MemberRequest, decision_id: UUID) -> HttpResponse:
    wrong = selectors.get_decision(decision_id, actor=request.actor)
    form = CorrectionForm(request.POST or None)
    if form.is_valid() and succeeds(
        form,
        lambda: services.correct_decision(
            decision_id, form.to_facts(), form.cleaned_data["ground"], actor=request.actor
        ),
    ):
        messages.success(request, _("The entry is corrected. Both stay to be read."))
        return redirect("agencies:agency", agency_id=wrong.permit.agency_id)
    words = {"form": form, "wrong": staff.decision_line(wrong)}
    return render(request, "agencies/staff_correct.html", words, status=status_of(form))


def _of_agency(
    request: MemberRequest,
    agency_id: UUID,
    form: NameForm | ContactsForm | PermitForm,
    title: str,
) -> HttpResponse:
    name = selectors.find_agency(agency_id).name
    words = {"form": form, "name": name, "title": title, "agency_id": agency_id}
    return render(request, "agencies/staff_form.html", words, status=status_of(form))
