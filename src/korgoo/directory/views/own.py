"""What an organisation says of its own services."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.directory import presentation, selectors, services
from korgoo.directory.forms import ServiceForm
from korgoo.lib.attempts import READ, status_of, succeeds

if TYPE_CHECKING:
    from korgoo.directory.models import Service

EDIT = Permission.SERVICE_EDIT
TITLE = gettext_lazy("What is said of a service")


@require_safe
@needs(EDIT)
def services_of_own(request: MemberRequest) -> HttpResponse:
    return render(request, "directory/own.html", presentation.own_page(actor=request.actor))


@kept_as(TITLE, ServiceForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add(request: MemberRequest) -> HttpResponse:
    form = _form(request, ServiceForm.usual())
    if form.is_valid():
        facts = form.to_facts()
        if succeeds(form, lambda: services.add_service(facts, actor=request.actor)):
            return redirect("directory:own")
    return _page(request, form, None)


@kept_as(TITLE, ServiceForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def edit(request: MemberRequest, service_id: UUID) -> HttpResponse:
    service = selectors.get_own(service_id, actor=request.actor)
    form = _form(request, ServiceForm.initial_of(service))
    if form.is_valid():
        facts = form.to_facts()
        if succeeds(form, lambda: services.change_service(service_id, facts, actor=request.actor)):
            messages.success(request, _("Kept. Everybody reads it as checked today."))
            return redirect("directory:own")
    return _page(request, form, service)


@require_POST
@needs(EDIT)
@once
def confirm(request: MemberRequest, service_id: UUID) -> HttpResponse:
    services.confirm_service(service_id, actor=request.actor)
    messages.success(request, _("Thank you. Everybody reads it as checked today."))
    return redirect("directory:own")


def _form(request: MemberRequest, initial: dict[str, object]) -> ServiceForm:
    mandates = frozenset(str(mandate) for mandate in request.actor.mandates)
    return ServiceForm(request.POST or None, initial=initial, mandates=mandates)


def _page(request: MemberRequest, form: ServiceForm, service: "Service | None") -> HttpResponse:
    words = {
        "form": form,
        "service": service,
        "action": request.path,
        "back": reverse("directory:own"),
    }
    return render(request, "directory/edit.html", words, status=status_of(form))
