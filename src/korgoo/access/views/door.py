"""Lock, and unlock with the password alone."""

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.logout import logout
from allauth.core import ratelimit
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access import audit, selectors, services, session
from korgoo.access.enums import Event
from korgoo.access.forms import UnlockForm
from korgoo.access.http import public
from korgoo.access.models import User
from korgoo.lib.attempts import READ

MOST_TRIES = 5
TRIES = "unlock_tries"


@public
@require_http_methods(READ)
def unlock(request: HttpRequest) -> HttpResponse:
    user = request.user
    if not isinstance(user, User):
        return redirect(f"{reverse('account_login')}?{request.GET.urlencode()}")
    form = UnlockForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if _opens(request, user, form.cleaned_data["password"]):
            return HttpResponseRedirect(_back(request))
        if _is_over(request):
            return redirect("account_login")
        form.add_error("password", get_adapter().error_messages["incorrect_password"])
    words = {"form": form, "next": _back(request), "left": MOST_TRIES - _tries(request)}
    return render(request, "access/unlock.html", words)


@public
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    session.lock(request)
    return redirect(f"{reverse('access:unlock')}?next={reverse('web:home')}")


def _opens(request: HttpRequest, user: User, password: str) -> bool:
    """Open the key and record it. Several sessions of one member share a limit, too."""
    if not ratelimit.consume(request, action="reauthenticate", user=user):
        return False
    private = services.open_member_key(user, password)
    if private is None:
        return False
    with transaction.atomic():
        actor = selectors.actor_for(user, None)
        audit.record(Event.SESSION_UNLOCKED, actor=actor, target=user)
    request.session.pop(TRIES, None)
    session.open_for(request, private, user_id=user.pk)
    return True


def _is_over(request: HttpRequest) -> bool:
    """Count a wrong password; after the last try the session ends."""
    request.session[TRIES] = _tries(request) + 1
    if _tries(request) < MOST_TRIES:
        return False
    session.lock(request)
    logout(request, show_message=False)
    return True


def _tries(request: HttpRequest) -> int:
    tries: int = request.session.get(TRIES, 0)
    return tries


def _back(request: HttpRequest) -> str:
    """Return where to go afterwards: a path of this platform, or the home page."""
    place = request.POST.get("next") or request.GET.get("next", "")
    if url_has_allowed_host_and_scheme(place, None) and place.startswith("/"):
        return place
    return reverse("web:home")
