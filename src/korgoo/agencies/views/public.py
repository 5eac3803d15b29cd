"""The pages for everybody. A question and its answer leave nothing behind; the other pages are drawn once."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.http import public
from korgoo.agencies import api
from korgoo.agencies.forms import CheckForm
from korgoo.agencies.forms.public import NONE_OF_THESE
from korgoo.agencies.presentation import answers, feeds, pages, parts
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.drawn import drawn_once
from korgoo.lib.public_forms import quiet

ATOM = "application/atom+xml; charset=utf-8"


# Taken from anywhere: nothing is written, and a copy of the page on another server asks here too.
@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(api.version)
def check(request: HttpRequest) -> HttpResponse:
    form = CheckForm(request.POST or None)
    if form.is_valid():
        return quiet(_answered(request, form))
    words = {"form": form, "source": parts.source_line()}
    response = render(request, "agencies/check.html", words, status=status_of(form))
    return quiet(response) if request.method == "POST" else response


@public
@require_safe
@drawn_once(api.version)
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "agencies/list.html", pages.list_page())


@public
@require_safe
@drawn_once(api.version)
def country(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "agencies/country.html", pages.country_page(code))


@public
@require_safe
@drawn_once(api.version)
def agency(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    return render(request, "agencies/agency.html", pages.agency_page(agency_id))


@public
@require_safe
@drawn_once(api.version)
def feed(request: HttpRequest) -> HttpResponse:
    return HttpResponse(feeds.of_all(), content_type=ATOM)


@public
@require_safe
@drawn_once(api.version)
def country_feed(request: HttpRequest, code: str) -> HttpResponse:
    return HttpResponse(feeds.of_country(code), content_type=ATOM)


@public
@require_safe
@drawn_once(api.version)
def agency_feed(request: HttpRequest, agency_id: UUID) -> HttpResponse:
    return HttpResponse(feeds.of_agency(agency_id), content_type=ATOM)


def _answered(request: HttpRequest, form: CheckForm) -> HttpResponse:
    asked = form.cleaned_data
    name, land, day, chosen = asked["name"], asked["country"], asked["day"], asked["agency"]
    if isinstance(chosen, UUID):
        answer = api.answer_for(chosen, name, land, day)
    elif chosen == NONE_OF_THESE:
        answer = api.Answer(name, land, day)
    else:
        answer = api.answer(name, land, day)
    if answer.agency:
        return render(request, "agencies/answer.html", answers.answer_page(answer))
    if answer.choices:
        return render(request, "agencies/choose.html", answers.choice_page(answer))
    return render(request, "agencies/not_found.html", answers.not_found_page(answer))
