"""A session is of use only when a second factor stood behind it.

Sign-in with a factor, or setting one up, marks the session; taking the factor away unmarks it. The
mark names the member, so that it cannot pass from one person to the next in the same browser.
"""

from typing import TYPE_CHECKING, Any

from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.conf import settings

from korgoo.lib.errors import Locked

if TYPE_CHECKING:
    from django.http import HttpRequest

    from korgoo.access.models import User

MARK = "second_factor"


class SecondFactorMissing(Locked):
    """The session is open but no second factor stands behind it."""


def is_proved(request: "HttpRequest") -> bool:
    """Tell whether a second factor stands behind this session; asks no database.

    Demo accounts need none, and only where demo mode is on.
    """
    user: User = request.user  # type: ignore[assignment]
    if settings.DEMO and user.is_demo:
        return True
    return bool(request.session.get(MARK) == user.pk)


def mark(request: "HttpRequest", user: "User") -> None:
    """Say that this session's member proved a second factor."""
    request.session[MARK] = user.pk


def door(user: "User") -> str:
    """Name the route to a second factor: prove the one there is, or set one up."""
    if is_mfa_enabled(user, [Authenticator.Type.TOTP]):
        return "mfa_reauthenticate"
    return "mfa_activate_totp"


def on_used(*, request: "HttpRequest", user: "User", **_kwargs: Any) -> None:
    """Mark the session after a code was right, at sign-in or later."""
    mark(request, user)


def on_added(
    *, request: "HttpRequest", user: "User", authenticator: Authenticator, **_kwargs: Any
) -> None:
    """Mark the session in which the factor was set up: its first code was right."""
    if authenticator.type == Authenticator.Type.TOTP:
        mark(request, user)


def on_removed(*, request: "HttpRequest", authenticator: Authenticator, **_kwargs: Any) -> None:
    """Unmark the session: without a factor it leads to setting one up again."""
    if authenticator.type == Authenticator.Type.TOTP:
        request.session.pop(MARK, None)
