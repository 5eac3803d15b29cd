"""The pages of the person: no account, no name, nothing in addresses, titles or the history."""

from typing import TYPE_CHECKING, Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.http import once, public
from korgoo.casework.enums import Scope
from korgoo.casework.grounds import Purpose
from korgoo.lib import codes
from korgoo.lib.attempts import READ, attempt, status_of, succeeds
from korgoo.lib.errors import NotFound
from korgoo.lib.public_forms import is_from_elsewhere, quiet
from korgoo.mypage import fresh, services
from korgoo.mypage.enums import MayCall, Rating, RequestKind, Said
from korgoo.mypage.forms import DataForm, DoorForm, MessageForm, OpinionForm, PresentCodeForm
from korgoo.mypage.http import (
    COOKIE,
    PersonRequest,
    give_cookie,
    of_person,
    take_cookie,
)
from korgoo.mypage.presentation import page_of_person
from korgoo.referral.enums import Helped

if TYPE_CHECKING:
    from django.forms import BaseForm

UNKNOWN = "unknown address"


# Taken twice it opens the same page twice: a submission key would send the second one on without
# the cookie. Without a protection token: no cookie may be set before the form is sent.
@public
@csrf_exempt
@require_http_methods(READ)
def door(request: HttpRequest) -> HttpResponse:
    form = DoorForm(request.POST or None)
    if form.is_valid() and not is_from_elsewhere(request):
        try:
            came = _come_in(request, form)
        except NotFound as error:
            form.add_error(None, str(error.message))
        else:
            response = quiet(redirect("mypage:page"))
            give_cookie(response, came.cookie)
            return response
    return quiet(render(request, "mypage/door.html", {"form": form}, status=status_of(form)))


@require_safe
@of_person
def page(request: PersonRequest) -> HttpResponse:
    return _show(request, "page", page_of_person(request.visit))


@require_POST
@of_person
@once
def helped(request: PersonRequest) -> HttpResponse:
    answer = request.POST.get("helped", "")
    if answer not in Helped.values:
        return _on(request, Said(request.visit.session.said))
    try:
        services.say_helped(request.visit, _uuid(request, "referral"), Helped(answer))
    except NotFound:
        return _on(request, Said.TOO_LATE)
    return _on(request, Said.HELPED if answer == Helped.YES else Said.NOT_HELPED)


@require_POST
@of_person
@once
def take_back(request: PersonRequest) -> HttpResponse:
    scopes = frozenset(Scope(s) for s in request.POST.getlist("scopes") if s in Scope.values)
    recipient = request.POST.get("recipient", "")
    purpose = request.POST.get("purpose", "")
    if not recipient.isdecimal() or not scopes or purpose not in {"", *Purpose.values}:
        return _on(request, Said(request.visit.session.said))
    gone = services.take_back(request.visit, int(recipient), scopes, purpose=purpose)
    return _on(request, Said.TAKEN_BACK if gone else Said.TOO_LATE)


@require_http_methods(READ)
@of_person
@once
def message(request: PersonRequest) -> HttpResponse:
    form = MessageForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        if succeeds(
            form,
            lambda: services.write_message(
                request.visit,
                data["text"],
                may_call=MayCall(data["may_call"]),
                when=data["when"],
            ),
        ):
            return _on(request, Said.SENT)
    return _show(request, "message", {"form": form})


# Taken once in a quarter by the page itself: a submission key would keep the time beside it.
@require_http_methods(READ)
@of_person
def opinion(request: PersonRequest) -> HttpResponse:
    form = OpinionForm(request.POST or None)
    if form.is_valid():
        rating = Rating(form.cleaned_data["rating"])
        text = form.cleaned_data["text"]
        kept = attempt(form, lambda: services.give_opinion(request.visit, rating, text))
        if kept is not None:
            return _on(request, Said.OPINION if kept else Said.TOO_LATE)
    return _show(request, "opinion", {"form": form})


@require_http_methods(READ)
@of_person
@once
def data(request: PersonRequest) -> HttpResponse:
    form = DataForm(request.POST or None)
    if form.is_valid():
        services.ask_about_data(request.visit, RequestKind(form.cleaned_data["kind"]))
        return _on(request, Said.ASKED)
    return _show(request, "data", {"form": form})


# A wrong code must stay counted, so nothing around it may be undone.
@require_http_methods(READ)
@of_person
def code(request: PersonRequest) -> HttpResponse:
    visit = request.visit
    form = PresentCodeForm(request.POST or None)
    if form.is_valid():
        tried = services.count_try(visit.page.number, _address(request))
        try:
            new = services.renew_by_person(visit, tried, form.cleaned_data["code"])
        except NotFound:
            form.add_error("code", _("The present code is not right. Nothing was changed."))
        else:
            fresh.keep_for_person(visit, new)
            return redirect("mypage:code")
    words = {"form": form, "new": codes.spoken(fresh.read_by_person(visit)), "visit": visit}
    return _show(request, "code", words)


@require_POST
@of_person
@once
def close(request: PersonRequest) -> HttpResponse:
    services.cancel_by_person(request.visit)
    response = redirect("mypage:door")
    take_cookie(response)
    return response


# A plain link, so that it needs no script and leads anywhere: nothing is written, the cookie goes,
# and with it the only key to what is left of the visit.
@public
@require_safe
def leave(request: HttpRequest) -> HttpResponse:
    response = quiet(HttpResponseRedirect(settings.EXIT_ADDRESS))
    if COOKIE in request.COOKIES:
        take_cookie(response)
    return response


def _come_in(request: HttpRequest, form: DoorForm) -> services.Came:
    tried = services.count_try(form.cleaned_data["number"], _address(request))
    return services.open_page(tried, form.cleaned_data["code"])


def _address(request: HttpRequest) -> str:
    return str(get_adapter(request).get_client_ip(request) or UNKNOWN)


def _on(request: PersonRequest, said: Said) -> HttpResponse:
    services.remember(request.visit, said)
    return redirect("mypage:page")


def _show(request: PersonRequest, name: str, words: dict[str, Any]) -> HttpResponse:
    form: BaseForm | None = words.get("form")
    status = status_of(form) if form is not None else 200
    return render(request, f"mypage/{name}.html", words, status=status)


def _uuid(request: PersonRequest, name: str) -> UUID:
    try:
        return UUID(request.POST.get(name, ""))
    except ValueError:
        raise NotFound(_("We found no such page.")) from None
