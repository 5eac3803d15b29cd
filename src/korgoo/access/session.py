"""The open member key between two requests, and its lock after fifteen idle minutes.

The session row holds the sealed key, the cookie the key to it and the time of the last request,
signed. No request writes the session only to say that someone is there.
"""

from typing import TYPE_CHECKING

from django.conf import settings
from django.core import signing
from django.dispatch import Signal

from korgoo.lib.sealing import CannotOpen, PrivateKey, lock_for_session, open_from_session

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# Sent with user_id when a member locks their session.
locked = Signal()
COOKIE = "korgoo_key"
ROW = "member_key"
SALT = "korgoo.access.session"


def open_for(request: "HttpRequest", private: PrivateKey, *, user_id: int) -> None:
    """Keep a member's key open for this session; the answer carries the cookie."""
    cookie, row = lock_for_session(private, member=user_id)
    request.session[ROW] = row
    request.korgoo_cookie = cookie  # type: ignore[attr-defined]


def lock(request: "HttpRequest") -> None:
    """Forget the open key now; who keeps anything open for this member is told."""
    request.session.pop(ROW, None)
    locked.send(sender=None, user_id=request.user.pk)
    request.korgoo_cookie = ""  # type: ignore[attr-defined]


def read(request: "HttpRequest", *, user_id: int) -> PrivateKey | None:
    """Open the member's key; None when the session is locked or was idle for too long."""
    row = request.session.get(ROW)
    cookie = _cookie_of(request)
    if not row or not cookie:
        return None
    try:
        private = open_from_session(cookie, row, member=user_id)
    except CannotOpen:
        return None
    request.korgoo_cookie = cookie  # type: ignore[attr-defined]
    return private


def finish(request: "HttpRequest", response: "HttpResponse") -> None:
    """Send the cookie with a fresh time, or take it away."""
    cookie = getattr(request, "korgoo_cookie", None)
    if cookie:
        response.set_cookie(
            COOKIE,
            signing.TimestampSigner(salt=SALT).sign(cookie),
            max_age=settings.IDLE_LOCK,
            httponly=True,
            secure=settings.SESSION_COOKIE_SECURE,
            samesite="Lax",
        )
    elif cookie == "" and COOKIE in request.COOKIES:
        response.delete_cookie(COOKIE, samesite="Lax")


def _cookie_of(request: "HttpRequest") -> str:
    fresh: str = getattr(request, "korgoo_cookie", None) or ""
    if fresh:
        return fresh
    signed = request.COOKIES.get(COOKIE, "")
    try:
        return signing.TimestampSigner(salt=SALT).unsign(signed, max_age=settings.IDLE_LOCK)
    except signing.BadSignature:
        return ""
