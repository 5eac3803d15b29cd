"""Somebody without a name reports an offer: write, look it through, send."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from korgoo.access.http import public
from korgoo.lib.attempts import READ, REFUSED
from korgoo.lib.drawn import drawn_once
from korgoo.lib.fields import upload_field
from korgoo.lib.public_forms import is_from_elsewhere, quiet
from korgoo.offers import api, presentation, selectors, sending, tickets
from korgoo.offers.forms import ReportForm, SendForm, answered
from korgoo.offers.sending import Sent
from korgoo.offers.views.checking import EDIT, STEP

if TYPE_CHECKING:
    from korgoo.offers.told import Told

SEND = "send"
PICTURES = "image/jpeg,image/png,image/webp,application/pdf"
STATUS = {Sent.REFUSED: REFUSED, Sent.TOO_MANY: 429, Sent.NOBODY: 503}


@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(api.version)
def report(request: HttpRequest) -> HttpResponse:
    if request.method != "POST":
        return _write(request, ReportForm())
    if request.POST.get(STEP) == EDIT:
        return quiet(_write(request, ReportForm(initial=answered(request.POST.dict()))))
    form = ReportForm(request.POST)
    if not form.is_valid():
        return quiet(_write(request, form, status=REFUSED))
    # To look it through, a copy of our page on another server may send it here; to keep it, only we.
    if request.POST.get(STEP) == SEND and not is_from_elsewhere(request):
        return quiet(_send(request, form.told))
    return quiet(_look_through(request, SendForm(told=form.told)))


def _write(request: HttpRequest, form: ReportForm, status: int = 200) -> HttpResponse:
    words = presentation.report_page(form)
    return render(request, "offers/report.html", words, status=status)


def _send(request: HttpRequest, told: "Told") -> HttpResponse:
    form = SendForm(
        request.POST, request.FILES, told=told, is_too_large=_was_file_dropped(request)
    )
    sent, to = sending.send(form)
    if sent is Sent.TAKEN:
        words = presentation.thanks(told, receiver=to)
        return render(request, "offers/thanks.html", words)
    response = _look_through(request, form, sent)
    if sent is Sent.TOO_MANY:
        response["Retry-After"] = str(sending.seconds_to_wait())
    return response


def _look_through(request: HttpRequest, form: SendForm, sent: Sent | None = None) -> HttpResponse:
    to = selectors.receiver()
    typed: dict[str, Any] = request.POST.dict()
    words = presentation.look_through(form.told, typed, receiver=to.name if to else "")
    words |= {
        "form": form,
        "upload": upload_field(form, "picture", accept=PICTURES),
        "ticket": tickets.again(typed.get("ticket", "")),
        "is_too_many": sent is Sent.TOO_MANY,
    }
    status = STATUS.get(sent, 200) if sent else 200
    return render(request, "offers/look_through.html", words, status=status)


def _was_file_dropped(request: HttpRequest) -> bool:
    """Tell whether a file came that was too large to be read: it is dropped on the way."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return length > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES
