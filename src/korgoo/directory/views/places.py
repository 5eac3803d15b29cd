"""Free places: one tap each, and how they changed."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.directory import presentation, selectors, services, wording
from korgoo.directory.enums import Change
from korgoo.directory.forms import TapForm
from korgoo.lib.attempts import succeeds
from korgoo.lib.errors import DomainError

EDIT = Permission.SERVICE_EDIT


@require_POST
@needs(EDIT)
@once
def tap(request: MemberRequest, service_id: UUID) -> HttpResponse:
    form = TapForm(request.POST)
    if not form.is_valid():
        raise DomainError(_("Nothing was changed. Open the page again and press once more."))
    group, change = form.cleaned_data["group"], Change(form.cleaned_data["change"])
    if succeeds(form, lambda: services.tap(service_id, group, change, actor=request.actor)):
        messages.success(request, _("The number of free places is kept."))
        return redirect("directory:own")
    words = presentation.own_page(actor=request.actor) | {"form": form}
    return render(request, "directory/own.html", words, status=422)


@require_safe
@needs(EDIT)
def history(request: MemberRequest, service_id: UUID) -> HttpResponse:
    service = selectors.get_own(service_id, actor=request.actor)
    words = {
        "kind": wording.kind_name(service.kind),
        "lines": presentation.history(service),
    }
    return render(request, "directory/history.html", words)
