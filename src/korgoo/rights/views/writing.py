"""Writing a statement: a new one, a new version, a draft that is changed."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, attempt, status_of
from korgoo.lib.errors import NotFound
from korgoo.rights import selectors, services
from korgoo.rights.forms import PlaceForm, StatementForm
from korgoo.rights.presentation import versions as presentation
from korgoo.rights.presentation.parts import Words, place_name, places
from korgoo.rights.views.seen import seen_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from korgoo.rights.models import ItemVersion

EDIT = Permission.CONTENT_EDIT
ONLY_COUNTED = "count"  # the button that counts words and saves nothing


@require_safe
@needs(EDIT)
def choose_place(request: MemberRequest) -> HttpResponse:
    form = PlaceForm(request.GET or None, places=places())
    if form.is_valid():
        chosen = form.cleaned_data
        return redirect("rights:write_new", destination=chosen["destination"], sort=chosen["sort"])
    return render(request, "rights/choose_place.html", {"form": form}, status=status_of(form))


@kept_as(gettext_lazy("A new statement for migrants"), StatementForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def write_new(request: MemberRequest, destination: str, sort: str) -> HttpResponse:
    chosen = PlaceForm({"destination": destination, "sort": sort}, places=places())
    if not chosen.is_valid():
        raise NotFound(_("We found no such page."))
    offers = presentation.offered(destination, actor=request.actor)
    form = StatementForm(request.POST or None, offers=offers)
    done = _saved(
        request,
        form,
        lambda: services.start_statement(chosen.place(), form.content(), actor=request.actor),
    )
    return done or _page(request, form, {"where": place_name(destination), "title": ""})


@kept_as(gettext_lazy("A new version of a statement for migrants"), StatementForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def write_version(request: MemberRequest, key: str) -> HttpResponse:
    versions = selectors.life(key, actor=request.actor)
    base, newest = presentation.newest(versions), versions[-1].number
    form = _form(request, base)
    seen = seen_of(request, newest)
    done = _saved(
        request,
        form,
        lambda: services.start_version(key, form.content(), seen=seen, actor=request.actor),
    )
    if done:
        return done
    newer = versions[-1] if seen != newest else None
    return _page(request, form, _words(base, newer) | {"seen": newest})


@kept_as(gettext_lazy("Draft of a statement for migrants"), StatementForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def write(request: MemberRequest, key: str, number: int) -> HttpResponse:
    version = selectors.get_version(key, number, actor=request.actor)
    form = _form(request, version)
    seen = seen_of(request, version.revision)
    done = _saved(
        request,
        form,
        lambda: services.change_version(
            key, number, form.content(), seen=seen, actor=request.actor
        ),
    )
    if done:
        return done
    newer = version if seen != version.revision else None
    return _page(request, form, _words(version, newer) | {"seen": version.revision})


def _form(request: MemberRequest, version: "ItemVersion") -> StatementForm:
    place, key = version.item.destination, version.item.key
    offers = presentation.offered(place, besides=key, actor=request.actor)
    initial = StatementForm.filled_from(version.content())
    return StatementForm(request.POST or None, offers=offers, initial=initial)


def _saved(
    request: MemberRequest, form: StatementForm, deed: "Callable[[], ItemVersion]"
) -> HttpResponse | None:
    """Save what was written and lead to it; None when the form is to be shown."""
    if ONLY_COUNTED in request.POST or not form.is_valid():
        return None
    version = attempt(form, deed)
    if version is None:
        return None
    messages.success(request, _("The draft is saved. Nobody outside sees it yet."))
    return redirect("rights:version", key=version.item.key, number=version.number)


def _words(version: "ItemVersion", newer: "ItemVersion | None") -> Words:
    found = presentation.head(version)
    return found | {"newer": presentation.texts_now(newer) if newer else []}


def _page(request: MemberRequest, form: StatementForm, words: Words) -> HttpResponse:
    given = {"form": form, "seen": 0, "newer": [], "action": request.path, **words}
    return render(request, "rights/write.html", given, status=status_of(form))
