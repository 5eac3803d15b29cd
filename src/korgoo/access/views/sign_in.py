"""Sign-in, sign-out and second factors: allauth's views, and who may enter them."""

from collections.abc import Callable
from functools import wraps

from allauth.account import views as account
from allauth.account.internal.flows import reauthentication
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access import session
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, public
from korgoo.lib.attempts import READ

View = Callable[[HttpRequest], HttpResponse]

pages = require_http_methods(READ)


def starts_over(view: View) -> View:
    """Ask for the password again before a form of this page, never after it was sent.

    allauth would write the sent request, with the cookie that holds half of the member's key,
    into the session's row, beside the other half.
    """

    @wraps(view)
    def checked(request: HttpRequest) -> HttpResponse:
        if request.method == "POST" and reauthentication.is_reauthentication_required(
            request, app="allauth.mfa"
        ):
            return HttpResponseRedirect(request.path)
        return view(request)

    return checked


@public
@pages
def logout(request: HttpRequest) -> HttpResponse:
    if request.method == "POST":
        session.lock(request)
    response: HttpResponse = account.logout(request)
    return response


@needs(Permission.ACCOUNT_USE)
@require_safe
def second_factor(request: MemberRequest) -> HttpResponse:
    return redirect("access:account")


login = public(pages(account.login))
inactive = public(require_safe(account.account_inactive))
authenticate = public(pages(mfa.authenticate))

_member = needs(Permission.ACCOUNT_USE)
_on_the_way = needs(Permission.ACCOUNT_USE, before_second_factor=True)

password_again = _on_the_way(pages(account.reauthenticate))
code_again = _on_the_way(pages(mfa.reauthenticate))
activate = _on_the_way(pages(starts_over(totp.activate_totp)))
deactivate = _member(pages(starts_over(totp.deactivate_totp)))
view_codes = _member(require_safe(recovery_codes.view_recovery_codes))
new_codes = _member(pages(starts_over(recovery_codes.generate_recovery_codes)))
