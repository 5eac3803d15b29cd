"""A member's own account: password, second factor, key, lock."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.core import ratelimit
from allauth.mfa.models import Authenticator
from allauth.mfa.utils import is_mfa_enabled
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access import api, keyring, selectors, services, session
from korgoo.access.adapters import TRY_LATER
from korgoo.access.enums import KEY_HOLDING_ROLES, Permission
from korgoo.access.forms import PasswordForm
from korgoo.access.http import MemberRequest, needs, once
from korgoo.lib.attempts import READ, attempt
from korgoo.lib.collation import place_of


def limited(view: Callable[[MemberRequest], HttpResponse]) -> Callable[[Any], HttpResponse]:
    """Count tries with the old password before the form is looked at.

    It stands above ``once``, which undoes everything when the password is wrong, a count that
    lies in the database too.
    """

    @wraps(view)
    def trying(request: MemberRequest) -> HttpResponse:
        is_try = request.method == "POST"
        if is_try and not ratelimit.consume(request, action="change_password", user=request.user):
            form = PasswordForm(request.POST, user=request.user)
            form.add_error("old_password", TRY_LATER)
            return render(request, "access/password.html", {"form": form})
        return view(request)

    return trying


@needs(Permission.ACCOUNT_USE)
@require_safe
def account(request: MemberRequest) -> HttpResponse:
    actor = request.actor
    words = {
        "member": request.user,
        "organisation": api.card(actor.organisation_id),
        "roles": sorted((str(role.label) for role in actor.roles), key=place_of),
        "has_second_factor": is_mfa_enabled(request.user, [Authenticator.Type.TOTP]),
        "fingerprint": selectors.fingerprint_of(request.user),
        "key_is_due": bool(actor.roles & KEY_HOLDING_ROLES),
        "holds_key": keyring.holds_key(actor),
        "waits": selectors.waits_for_key(actor=actor),
        "kept": api.list_kept(actor=actor),
    }
    return render(request, "access/account.html", words)


@needs(Permission.ACCOUNT_USE)
@require_http_methods(READ)
@limited
@once
def password(request: MemberRequest) -> HttpResponse:
    form = PasswordForm(request.POST or None, user=request.user)
    if request.method == "POST" and form.is_valid() and _change(request, form):
        return redirect("access:account")
    return render(request, "access/password.html", {"form": form})


def _change(request: MemberRequest, form: PasswordForm) -> bool:
    """Change the password; the session goes on, every other session of the member ends."""
    given: dict[str, Any] = form.cleaned_data
    private = attempt(
        form,
        lambda: services.change_password(
            request.user, old=given["old_password"], new=given["password"], actor=request.actor
        ),
        field="old_password",
    )
    if private is None:
        return False
    update_session_auth_hash(request, request.user)
    session.open_for(request, private, user_id=request.user.pk)
    return True
