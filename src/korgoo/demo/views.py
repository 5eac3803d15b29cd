from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from korgoo.access import services, session
from korgoo.access.http import public
from korgoo.access.models import User
from korgoo.demo import api
from korgoo.demo.people import PASSWORD, PEOPLE
from korgoo.lib.errors import DomainError

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


@require_GET
@public
def roles(request: HttpRequest) -> HttpResponse:
    _only_in_demo()
    return render(request, "demo/roles.html", {"people": door(), "open_words": api.OPEN_WORDS})


@require_POST
@public
def sign_in(request: HttpRequest, key: str) -> HttpResponse:
    _only_in_demo()
    person = next((p for p in PEOPLE if p.key == key and p.on_door), None)
    user = person and User.objects.filter(email=person.email, is_demo=True).first()
    if not user:
        raise Http404
    private = services.open_member_key(user, PASSWORD)
    if private is None:
        raise Http404
    login(request, user, backend=BACKEND)
    session.open_for(request, private, user_id=user.pk)
    return HttpResponseRedirect(reverse("web:home"))


def door() -> list[dict[str, str]]:
    """List the people at the door with their organisation in the language of the page."""
    users = User.objects.filter(is_demo=True).prefetch_related("memberships__organisation")
    houses = {u.email: u.memberships.all()[0].organisation.name for u in users}
    return [
        {
            "key": p.key,
            "name": p.name,
            "role": str(p.role.label),
            "organisation": houses.get(p.email, ""),
        }
        for p in PEOPLE
        if p.on_door
    ]


def _only_in_demo() -> None:
    try:
        api.guard()
    except DomainError as error:
        raise Http404 from error
