"""The articles of a package: choose one, write its wording, take it out."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lawbook import selectors, services
from korgoo.lawbook.errors import Stale
from korgoo.lawbook.forms import NewArticleForm, StoodForm, WordingForm
from korgoo.lawbook.presentation import writing
from korgoo.lawbook.presentation.writing import Desk
from korgoo.lawbook.services import Place
from korgoo.lawbook.views.packages import EDIT, seen_of
from korgoo.lib.attempts import READ


@require_safe
@needs(EDIT)
def choose_instrument(request: MemberRequest, package_id: UUID) -> HttpResponse:
    package = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
    words = writing.instruments_page(package)
    return render(request, "lawbook/choose_instrument.html", words)


@require_safe
@needs(EDIT)
def choose_article(request: MemberRequest, package_id: UUID, instrument: str) -> HttpResponse:
    package = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
    words = writing.articles_page(package, instrument)
    form = NewArticleForm(request.GET or None)
    if form.is_valid():
        article = form.cleaned_data["number"]
        return redirect(
            "lawbook:write", package_id=package_id, instrument=instrument, article=article
        )
    return render(request, "lawbook/choose_article.html", words | {"form": form})


@kept_as(gettext_lazy("Wording of an article in a package of amendments"))
@require_http_methods(READ)
@needs(EDIT)
@once
def write(request: MemberRequest, package_id: UUID, instrument: str, article: str) -> HttpResponse:
    desk = _desk(request, package_id, Place(instrument, article))
    form = WordingForm(request.POST or None, number=desk.number, initial=desk.initial())
    seen, stood = seen_of(request, desk.version), _stood_of(request, desk.mark)
    if form.is_valid():
        try:
            services.put_article(
                package_id,
                desk.place,
                form.to_wording(),
                seen=seen,
                stood=stood,
                actor=request.actor,
            )
        except Stale as error:
            form.add_error(None, str(error.message))
            desk = _desk(request, package_id, desk.place)
            seen, stood = desk.version, desk.mark
        else:
            messages.success(request, _("The wording is saved."))
            return redirect("lawbook:package", package_id=package_id)
    words = writing.writing_page(desk) | {"form": form, "seen": seen, "stood": stood}
    status = 422 if form.errors else 200
    return render(request, "lawbook/write.html", words, status=status)


@require_POST
@needs(EDIT)
@once
def remove(
    request: MemberRequest, package_id: UUID, instrument: str, article: str
) -> HttpResponse:
    place = Place(instrument, article)
    services.remove_article(package_id, place, seen=seen_of(request, 0), actor=request.actor)
    messages.success(request, _("The article is taken out. What it said stays in the history."))
    return redirect("lawbook:package", package_id=package_id)


def _stood_of(request: MemberRequest, mark: str) -> str:
    """Read what of the law stood on the page that was sent; a fresh page shows the present."""
    form = StoodForm(request.POST)
    return form.cleaned_data["stood"] if request.method == "POST" and form.is_valid() else mark


def _desk(request: MemberRequest, package_id: UUID, place: Place) -> Desk:
    package = selectors.get_package(package_id, actor=request.actor, permission=EDIT)
    return writing.desk(package, place)
