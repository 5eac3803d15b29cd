"""Whom to call, and who followed whom."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.councils import policies, services
from korgoo.councils.forms import ContactForm, ContactSearch, SuccessionForm
from korgoo.councils.presentation import bodies as of_bodies
from korgoo.councils.presentation import others as shown
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.errors import NotFound

VIEW, EDIT = Permission.BODY_VIEW, Permission.BODY_EDIT


@require_safe
@needs(VIEW)
def contacts(request: MemberRequest) -> HttpResponse:
    form = ContactSearch(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    page = shown.contacts_page(asked, actor=request.actor)
    return render(request, "councils/contacts.html", page | {"form": form})


@kept_as(gettext_lazy("Whom to call"), ContactForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_contact(request: MemberRequest) -> HttpResponse:
    offered = shown.contact_choices(of_bodies.organisation_choices(), actor=request.actor)
    form = ContactForm(request.POST or None, organisations=offered)
    if form.is_valid() and succeeds(
        form, lambda: services.add_contact(form.to_facts(), actor=request.actor)
    ):
        messages.success(request, _("Everybody in the platform sees it now."))
        return redirect("councils:contacts")
    words = {"form": form, "title": _("Whom to call"), "body": None}
    return render(request, "councils/contact_form.html", words, status=status_of(form))


@require_POST
@needs(EDIT)
@once
def check_contact(request: MemberRequest, contact_id: int) -> HttpResponse:
    services.check_contact(contact_id, actor=request.actor)
    messages.success(request, _("Marked as checked today."))
    return redirect("councils:contacts")


@require_POST
@needs(EDIT)
@once
def end_contact(request: MemberRequest, contact_id: int) -> HttpResponse:
    services.end_contact(contact_id, actor=request.actor)
    messages.success(request, _("It is off the list."))
    return redirect("councils:contacts")


@require_safe
@needs(VIEW)
def successions(request: MemberRequest) -> HttpResponse:
    page = shown.successions_page(actor=request.actor)
    return render(request, "councils/successions.html", page)


@kept_as(gettext_lazy("One organisation follows another"), SuccessionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def succeed(request: MemberRequest) -> HttpResponse:
    if not policies.oversee(request.actor):
        raise NotFound(_("We found no such page."))
    form = SuccessionForm(request.POST or None, organisations=of_bodies.organisation_choices())
    passing = None
    if form.is_valid():
        told = form.cleaned_data
        if "confirmed" not in request.POST:
            passing = shown.passing(int(told["ended"]), actor=request.actor)
        elif attempt(form, lambda: _record(request, told)):
            messages.success(
                request, _("Recorded. From that day on the successor stands in its place.")
            )
            return redirect("councils:successions")
    words = {"form": form, "passing": passing}
    return render(request, "councils/succeed.html", words, status=status_of(form))


def _record(request: MemberRequest, told: dict[str, Any]) -> object:
    return services.record_succession(
        int(told["ended"]),
        int(told["successor"]),
        told["day"],
        basis=told["basis"],
        actor=request.actor,
    )
