from collections.abc import Callable
from typing import TypeAlias
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django_htmx.http import HttpResponseClientRedirect

from korgoo.access import kept, second_factor, selectors, session
from korgoo.access.models import User
from korgoo.lib.errors import DomainError, Locked

Handler: TypeAlias = Callable[[HttpRequest], HttpResponse]


class ActorMiddleware:
    """Put the acting member on the request, and send their key's cookie back with a fresh time."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        # Who sends no session is a visitor: their pages are not tied to any cookie.
        user = request.user if settings.SESSION_COOKIE_NAME in request.COOKIES else None
        if isinstance(user, User):
            key = session.read(request, user_id=user.pk)
            request.actor = selectors.actor_for(user, key)  # type: ignore[attr-defined]
        response = self.get_response(request)
        session.finish(request, response)
        if _has_signed_in(request):
            # Nothing that a member saw may stay in a cache, the browser's included.
            response.headers.setdefault("Cache-Control", "no-store, private")
        return response


def _has_signed_in(request: HttpRequest) -> bool:
    """Tell whether a member asks, or signed in by this very request."""
    return bool(request.session.accessed) and isinstance(request.user, User)


class DomainErrorMiddleware:
    """Turn a domain error into one page, with the status the error names."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer domain errors; leave every other error to Django."""
        if isinstance(error, Locked):
            return _to_the_door(request, error)
        if not isinstance(error, DomainError):
            return None
        context = {"message": error.message, "status": error.status}
        return TemplateResponse(request, "error.html", context, status=error.status).render()


def _to_the_door(request: HttpRequest, error: Locked) -> HttpResponse:
    """Lead to unlock, sign in or a second factor, keep what was typed, and come back afterwards."""
    page = request.get_full_path() if request.method == "GET" else reverse("web:home")
    back = kept.keep_for_later(request) or page
    to = f"{reverse(_door(request, error))}?next={quote(back, safe='/')}"
    # A fragment cannot show a door: htmx is told to load the whole page.
    htmx = getattr(request, "htmx", False)
    return HttpResponseClientRedirect(to) if htmx else HttpResponseRedirect(to)


def _door(request: HttpRequest, error: Locked) -> str:
    if not isinstance(request.user, User):
        return "account_login"
    if isinstance(error, second_factor.SecondFactorMissing):
        return second_factor.door(request.user)
    return "access:unlock"
