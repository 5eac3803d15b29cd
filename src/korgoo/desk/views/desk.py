"""The desk, the contact form, calls that ask for nothing, and finding by number."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.desk import presentation, selectors, services
from korgoo.desk.enums import Noise
from korgoo.desk.forms import ContactForm, FindForm
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound


@require_safe
@needs(Permission.CONTACT_READ)
def desk(request: MemberRequest) -> HttpResponse:
    words = presentation.desk_page(actor=request.actor) | {"find_form": FindForm()}
    return render(request, "desk/desk.html", words)


@kept_as(_("A contact at the desk"), ContactForm)
@require_http_methods(READ)
@needs(Permission.CONTACT_RECORD)
@once
def new(request: MemberRequest) -> HttpResponse:
    form = presentation.new_form(request.POST, request.GET, actor=request.actor)
    if form.is_valid():
        told = form.told()
        row = attempt(form, lambda: services.record_contact(told, actor=request.actor))
        if row is not None:
            return redirect("desk:contact", contact_id=row.pk)
    language = str(form["language"].value() or "")
    words = {"form": form, **presentation.first_steps(form)}
    words["found"] = presentation.looked_up(form, language)
    return render(request, "desk/new.html", words, status=status_of(form))


@require_POST
@needs(Permission.CONTACT_RECORD)
@once
def noise(request: MemberRequest) -> HttpResponse:
    kind = request.POST.get("kind", "")
    if kind not in Noise.values:
        raise NotFound(_("We found no such page."))
    services.record_noise(Noise(kind), actor=request.actor)
    messages.success(request, _("Counted. Nothing else is kept of this call."))
    return redirect("desk:desk")


@kept_as(_("Looking for a contact"), FindForm)
@require_http_methods(READ)
@needs(Permission.CONTACT_READ)
@once
def find(request: MemberRequest) -> HttpResponse:
    form = FindForm(request.POST or None)
    if form.is_valid():
        number = form.cleaned_data["number"]
        try:
            row = selectors.by_code(number, actor=request.actor)
        except NotFound as error:
            form.add_error("number", str(error.message))
        else:
            return redirect("desk:contact", contact_id=row.pk)
    return render(request, "desk/find.html", {"form": form}, status=status_of(form))
