"""The pages of somebody who came with a code: whose visit it is, and what nobody else may notice.

No account and no session of the platform. A browser that sends no referrer sends no origin either,
so the usual protection token cannot be used: the cookie goes to our own pages alone (SameSite), and
each form carries a token that only the holder of the cookie was given.
"""

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt

from korgoo.access.http import public
from korgoo.lib.public_forms import is_from_elsewhere, quiet
from korgoo.mypage import policies, seals, selectors
from korgoo.mypage.presentation import harmless

if TYPE_CHECKING:
    from korgoo.mypage.visits import Visit

COOKIE = "visit"
SALT = "korgoo.mypage.visit"
FORM = "form of a page"
TOKEN = "token"  # noqa: S105 - the name of a field


class PersonRequest(HttpRequest):
    """A request by a person whose code opened their page."""

    visit: "Visit"


View = Callable[[PersonRequest], HttpResponse]


def of_person(view: View) -> Callable[[HttpRequest], HttpResponse]:
    """Let in who came with a code; everybody else is led to the form for it.

    Behind the other code each page is the harmless one, and each form leads back to it.
    """

    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        cookie = _cookie_of(request)
        visit = selectors.visit_of(cookie) if cookie else None
        if visit is None:
            return quiet(HttpResponseRedirect(reverse("mypage:door")))
        speak(request, visit.page.case.language)
        response = quiet(_answer(view, request, visit, cookie))
        if COOKIE not in response.cookies:
            give_cookie(response, cookie)
        return response

    return public(csrf_exempt(checked))


def give_cookie(response: HttpResponse, cookie: str) -> None:
    """Send the cookie with a fresh time: ten idle minutes end the visit."""
    response.set_cookie(
        COOKIE,
        signing.TimestampSigner(salt=SALT).sign(cookie),
        max_age=policies.IDLE,
        path=reverse("mypage:door"),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def take_cookie(response: HttpResponse) -> None:
    """Let the browser forget the visit."""
    response.delete_cookie(COOKIE, path=reverse("mypage:door"), samesite="Strict")


def speak(request: HttpRequest, language: str) -> None:
    """Use the language of the person, unless one was chosen on the page."""
    chosen = request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME)
    if chosen not in dict(settings.LANGUAGES) and language in dict(settings.LANGUAGES):
        translation.activate(language)


def _answer(view: View, request: HttpRequest, visit: "Visit", cookie: str) -> HttpResponse:
    token = seals.digest(cookie, purpose=FORM)
    if request.method == "POST" and not _is_ours(request, token):
        return HttpResponseRedirect(reverse("mypage:page"))
    if not visit.leads:
        if request.method == "POST":
            return HttpResponseRedirect(reverse("mypage:page"))
        return render(request, "mypage/harmless.html", harmless())
    request.visit = visit  # type: ignore[attr-defined]
    request.person_token = token  # type: ignore[attr-defined]
    return view(request)  # type: ignore[arg-type]


def _is_ours(request: HttpRequest, token: str) -> bool:
    return not is_from_elsewhere(request) and seals.is_same(request.POST.get(TOKEN, ""), token)


def _cookie_of(request: HttpRequest) -> str:
    try:
        signer = signing.TimestampSigner(salt=SALT)
        return signer.unsign(request.COOKIES.get(COOKIE, ""), max_age=policies.IDLE)
    except signing.BadSignature:
        return ""
