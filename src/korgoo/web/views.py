from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import get_template
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, public
from korgoo.access.kept import keep_for_later, to_send_again
from korgoo.web import context, helplines, navigation, samples
from korgoo.web import home as waiting

YEAR = 365 * 24 * 3600


@public
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """Answer visitors with a page drawn once a language: it is the same for all of them."""
    if request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME} or request.GET:
        return _start_page(request)
    shown = (get_language(), settings.DEMO, tuple(helplines.lines()))
    if shown not in _drawn_starts:
        if len(_drawn_starts) >= MOST_STARTS:
            _drawn_starts.clear()
        _drawn_starts[shown] = _start_page(request).content
    return HttpResponse(_drawn_starts[shown])


# What the page shows, and the page drawn from it; texts come in with a restart.
_drawn_starts: dict[object, bytes] = {}
MOST_STARTS = 20


def _start_page(request: HttpRequest) -> HttpResponse:
    lines = helplines.lines()
    chosen = {
        "help_lines": [line for line in lines if line.purpose == "help"],
        "danger_lines": [line for line in lines if line.purpose == "emergency"],
    }
    return render(request, "web/start.html", chosen)


@needs(Permission.ACCOUNT_USE)
@require_safe
def home(request: MemberRequest) -> HttpResponse:
    items = navigation.items(request, request.actor)
    chosen = {
        "home_page": waiting.gather(request.actor),
        "most_waiting": waiting.MOST_WAITING,
        "kinds": waiting.kinds(),
        "clock_names": waiting.clock_names(),
        "reasons": waiting.decline_reasons(),
        "cards": [{"text": i.label, "href": i.href, "hint": i.hint} for i in items if i.hint],
    }
    return render(request, "web/home.html", chosen)


# No protection token: choosing a language harms nobody, and a public page then needs no cookie.
@public
@csrf_exempt
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    place = request.POST.get("next", "")
    hosts = {request.get_host()}
    if not url_has_allowed_host_and_scheme(place, hosts, require_https=request.is_secure()):
        place = reverse("web:start")
    response = HttpResponseRedirect(place)
    if (code := request.POST.get("language")) in dict(settings.LANGUAGES):
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME,
            str(code),
            max_age=YEAR,
            secure=settings.LANGUAGE_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )
    return response


@public
def components(request: HttpRequest) -> HttpResponse:
    if not (settings.DEBUG or settings.DEMO):
        raise Http404
    return render(request, "web/components.html", samples.everything(request))


@public
def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request,
        HTTPStatus.BAD_REQUEST,
        title=_("This request could not be read"),
        message=_("What arrived was damaged or too large. Nothing was changed."),
        advice=[_("Go back and send it again. A shorter text may help.")],
    )


@public
def permission_denied(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request,
        HTTPStatus.FORBIDDEN,
        title=_("You cannot do this"),
        message=_("Your role does not include this. Nothing was changed."),
        advice=[_("If your work needs it, ask the administrator of your organisation.")],
    )


@public
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return _error(
        request,
        HTTPStatus.NOT_FOUND,
        title=_("We found no such page"),
        message=_("The address may be mistyped, or what it led to is no longer there."),
        advice=[_("Check the address, or begin at the start page.")],
    )


@public
def server_error(request: HttpRequest) -> HttpResponse:
    """Answer without asking database, session or pack: any of them may be what failed.

    The form that was sent comes back with the page: a full disk can keep it nowhere else.
    """
    again = to_send_again(request)
    words = {
        "title": _("Something failed on our side"),
        "message": _("The last step was not finished. What was saved before is safe."),
        "kept": _("Take what you sent as not stored. What you typed is still in this page.")
        if again
        else "",
        "advice": [
            _("Wait a minute and try again. If it happens again, tell your administrator when.")
        ],
        "again": again,
        "again_at": request.get_full_path(),
    }
    page = get_template("error.html").render(context.bare() | words)
    response = HttpResponse(page, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    response.headers["Cache-Control"] = "no-store, private"
    return response


@public
def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    kept_at = keep_for_later(request)
    return _error(
        request,
        HTTPStatus.FORBIDDEN,
        title=_("This page was open for too long"),
        message=_("We could not be sure that this form came from you, so it was not taken."),
        kept=_("What you typed was kept, sealed so that only you can read it.") if kept_at else "",
        kept_at=kept_at,
        advice=[] if kept_at else [_("Go back, open the page again and send the form once more.")],
    )


def _error(request: HttpRequest, status: HTTPStatus, **words: Any) -> HttpResponse:
    return render(request, "error.html", words, status=status)
