"""Who minds data lays bait, and looks into who may be fishing."""

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import attempt, status_of
from korgoo.lib.errors import NotFound
from korgoo.pairs import presentation, services
from korgoo.pairs.forms import BaitForm

MINDS = Permission.AUDIT_VIEW


@require_safe
@needs(MINDS)
def alarms(request: MemberRequest) -> HttpResponse:
    words = {**presentation.of_minder(actor=request.actor), "form": BaitForm()}
    return render(request, "pairs/alarms.html", words)


@require_POST
@needs(MINDS)
@once
def lay(request: MemberRequest) -> HttpResponse:
    form = BaitForm(request.POST)
    if form.is_valid() and _laid(form, request):
        return redirect("pairs:alarms")
    words = {**presentation.of_minder(actor=request.actor), "form": form}
    return render(request, "pairs/alarms.html", words, status=status_of(form))


@require_POST
@needs(MINDS)
@once
def take_up(request: MemberRequest, case_id: UUID) -> HttpResponse:
    services.take_up(case_id, actor=request.actor)
    return redirect("pairs:alarms")


@require_POST
@needs(MINDS)
@once
def look_into(request: MemberRequest, alarm_id: int) -> HttpResponse:
    services.look_into(alarm_id, actor=request.actor)
    return redirect("pairs:alarms")


def _laid(form: BaitForm, request: MemberRequest) -> bool:
    """Lay the bait; a code of nobody's own case becomes an error of the form, like any other wrong code."""
    try:
        return bool(
            attempt(form, partial(services.lay, form.cleaned_data["code"], actor=request.actor))
        )
    except NotFound as error:
        form.add_error("code", str(error.message))
        return False
