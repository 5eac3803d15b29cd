"""Somebody without a name writes, and comes back with seven words. No cookie, no trace in addresses."""

from typing import TYPE_CHECKING

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.http import public
from korgoo.helpline import api, presentation, services
from korgoo.helpline.enums import Danger
from korgoo.helpline.forms import FirstMessageForm, MessageForm, WordsForm
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.drawn import drawn_once
from korgoo.lib.public_forms import is_from_elsewhere, quiet

if TYPE_CHECKING:
    from collections.abc import Callable


@public
@require_safe
@drawn_once(api.version)
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "helpline/start.html", presentation.start_page())


# Each page carries seven words of its own: it is never kept. Taken once by the number of the message.
@public
@csrf_exempt
@require_http_methods(READ)
def write(request: HttpRequest) -> HttpResponse:
    if request.method != "POST" or is_from_elsewhere(request):
        form = FirstMessageForm(initial={"language": get_language()})
        return quiet(_write(request, form))
    form = FirstMessageForm(request.POST, request.FILES, is_too_large=_was_dropped(request))
    if not (form.is_valid() and _sends(form)):
        return quiet(_write(request, form))
    words = {
        "words": (form.code or "").split(),
        "code": form.code,
        "is_in_danger": form.cleaned_data["danger"] == Danger.YES,
        "is_first": True,
    }
    return quiet(render(request, "helpline/sent.html", words))


@public
@csrf_exempt
@require_http_methods(READ)
def read(request: HttpRequest) -> HttpResponse:
    if request.method != "POST" or is_from_elsewhere(request):
        return quiet(_ask_words(request, WordsForm()))
    form = WordsForm(request.POST)
    if not form.is_valid():
        return quiet(_ask_words(request, form))
    step = STEPS.get(request.POST.get("step", ""), _open)
    return quiet(step(request, form))


def _write(request: HttpRequest, form: MessageForm) -> HttpResponse:
    words = presentation.write_page(form)
    return render(request, "helpline/write.html", words, status=status_of(form))


def _ask_words(request: HttpRequest, form: WordsForm) -> HttpResponse:
    words = presentation.words_page(form, MessageForm())
    return render(request, "helpline/read.html", words, status=status_of(form))


def _open(request: HttpRequest, form: WordsForm, again: MessageForm | None = None) -> HttpResponse:
    code = form.cleaned_data["words"]
    reading = attempt(form, lambda: services.try_words(code))
    if reading is None:
        return _ask_words(request, form)
    again = again or MessageForm()
    words = presentation.read_page(reading, again, code)
    return render(request, "helpline/conversation_of_person.html", words, status=status_of(again))


def _write_again(request: HttpRequest, form: WordsForm) -> HttpResponse:
    again = MessageForm(request.POST, request.FILES, is_too_large=_was_dropped(request))
    if not (again.is_valid() and _sends(again)):
        return _open(request, form, again)
    words = {
        "code": form.cleaned_data["words"],
        "is_in_danger": again.cleaned_data["danger"] == Danger.YES,
        "is_first": False,
    }
    return render(request, "helpline/sent.html", words)


def _ask_erase(request: HttpRequest, form: WordsForm) -> HttpResponse:
    return render(request, "helpline/erase.html", {"code": form.cleaned_data["words"]})


def _erase(request: HttpRequest, form: WordsForm) -> HttpResponse:
    code = form.cleaned_data["words"]
    if not succeeds(form, lambda: services.erase_by_words(code)):
        return _ask_words(request, form)
    return render(request, "helpline/erased.html", {})


STEPS: "dict[str, Callable[[HttpRequest, WordsForm], HttpResponse]]" = {
    "write": _write_again,
    "erase": _ask_erase,
    "erased": _erase,
}


def _sends(form: MessageForm) -> bool:
    return succeeds(form, lambda: services.send(form.note(), form.code or ""))


def _was_dropped(request: HttpRequest) -> bool:
    """Tell whether a file came that was too large to be read: it is dropped on the way."""
    length = int(request.META.get("CONTENT_LENGTH") or 0)
    return length > settings.FILE_UPLOAD_MAX_MEMORY_SIZE and not request.FILES
