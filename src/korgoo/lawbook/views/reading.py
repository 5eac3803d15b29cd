"""The public pages: nobody signs in to read the law, and reading leaves nothing behind."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.access.http import public
from korgoo.lawbook.forms import CompareForm, OnDayForm, SearchForm, asked
from korgoo.lawbook.presentation import offences as on_offences
from korgoo.lawbook.presentation import reading
from korgoo.lib import clock


@require_safe
@public
def instruments(request: HttpRequest) -> HttpResponse:
    form = asked(SearchForm, "q", request.GET)
    words = form.words()
    found = reading.listed(words)
    context = {
        "form": form,
        "groups": found,
        "is_search": bool(words),
        "count": sum(len(rows) for _label, rows in found),
        "may_see_packages": _may_see_packages(request),
    }
    return render(request, "lawbook/instruments.html", context)


@require_safe
@public
def instrument(request: HttpRequest, key: str) -> HttpResponse:
    form = asked(OnDayForm, "on", request.GET)
    words = reading.instrument_page(key, form.chosen() or clock.today())
    return render(request, "lawbook/instrument.html", words | {"form": form})


@require_safe
@public
def article(request: HttpRequest, key: str, article: str) -> HttpResponse:
    words = reading.article_page(key, article)
    return render(request, "lawbook/article.html", words | _comparison(request, words))


@require_safe
@public
def offences(request: HttpRequest) -> HttpResponse:
    form = asked(OnDayForm, "on", request.GET)
    # A day that is none shows every edition, as without a day, and the form says what is wrong.
    words = on_offences.offences_page(form.chosen()) | {"form": form}
    return render(request, "lawbook/offences.html", words)


def _comparison(request: HttpRequest, words: dict[str, Any]) -> dict[str, Any]:
    """Compare the versions that were chosen; without a choice the two newest."""
    versions = words["versions"][::-1]
    if len(versions) == 1:
        return {"comparison": None}
    named = [_("Version %(number)s") % {"number": one.number} for one in versions]
    asked = request.GET if {"before", "after"} & set(request.GET) else None
    newest = {"before": len(named) - 1, "after": len(named)}
    form = CompareForm(asked, versions=named, initial=newest)
    chosen = form.cleaned_data if form.is_valid() else newest
    pair = (chosen["before"], chosen["after"])
    return {
        "form": form,
        "comparison": reading.compared(words["key"], words["article"], min(pair), max(pair)),
    }


def _may_see_packages(request: HttpRequest) -> bool:
    actor = getattr(request, "actor", None)
    return actor is not None and policy.may_enter(actor, Permission.PACKAGE_VIEW)
