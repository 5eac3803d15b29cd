"""Where a browser that seals by itself sends to and reads from: only ciphertext comes by, and places."""

import secrets
from typing import TYPE_CHECKING, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from korgoo.access.http import public
from korgoo.helpline import presentation, services
from korgoo.helpline.enums import Danger
from korgoo.helpline.errors import Later
from korgoo.helpline.forms import LocatorForm, SealedForm
from korgoo.lib.attempts import REFUSED
from korgoo.lib.errors import DomainError
from korgoo.lib.public_forms import SIZE, is_from_elsewhere, quiet

if TYPE_CHECKING:
    from collections.abc import Callable


# Taken once by place and number of the message: a submission key would keep the second beside it.
@public
@csrf_exempt
@require_POST
def take(request: HttpRequest) -> HttpResponse:
    form = SealedForm(request.POST, request.FILES)
    if is_from_elsewhere(request) or not form.is_valid():
        return _refused(_("This was not sealed as it should be."))
    return _answer(lambda: _take(form))


@public
@csrf_exempt
@require_POST
def fetch(request: HttpRequest) -> HttpResponse:
    form = LocatorForm(request.POST)
    if is_from_elsewhere(request) or not form.is_valid():
        return _refused(_("This was not sealed as it should be."))
    return _answer(lambda: _fetch(form.place))


@public
@csrf_exempt
@require_POST
def erase(request: HttpRequest) -> HttpResponse:
    form = LocatorForm(request.POST)
    if is_from_elsewhere(request) or not form.is_valid():
        return _refused(_("This was not sealed as it should be."))
    return _answer(lambda: _erase(form.place))


def _take(form: SealedForm) -> dict[str, Any]:
    services.admit_sending(Danger(form.cleaned_data["danger"]))
    services.receive(form.incoming())
    return {"is_taken": True}


def _fetch(place: bytes) -> dict[str, Any]:
    services.admit_reading(by_words=False)
    found = services.read_sealed(place)
    if found is None:
        return {"is_there": False}
    return {"is_there": True} | presentation.sealed_conversation(found)


def _erase(place: bytes) -> dict[str, Any]:
    services.admit_reading(by_words=False)
    services.erase_by_person(place)
    return {"is_erased": True}


def _answer(deed: "Callable[[], dict[str, Any]]") -> HttpResponse:
    try:
        return _json(deed(), 200)
    except Later as error:
        return _json({"message": str(error.message)}, error.status)
    except DomainError as error:
        return _refused(str(error.message), error.status)


def _refused(message: str, status: int = REFUSED) -> HttpResponse:
    return _json({"is_refused": True, "message": message}, status)


def _json(data: dict[str, Any], status: int) -> HttpResponse:
    """Answer in JSON as long as a multiple of 16 KB: the length does not tell how much lies there."""
    bare = len(JsonResponse(data | {"filling": ""}).content)
    missing = -bare % SIZE
    filling = secrets.token_hex(missing // 2 + 1)[:missing]
    return quiet(JsonResponse(data | {"filling": filling}, status=status))
