"""Pages for everybody, the same for every reader: no cookie, no token, nothing kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.http import public
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.drawn import drawn_once
from korgoo.lib.public_forms import quiet
from korgoo.rights import api
from korgoo.rights.forms import SearchForm
from korgoo.rights.presentation import card as paper
from korgoo.rights.presentation import pages, searching


@public
@require_safe
@drawn_once(api.version)
def start(request: HttpRequest) -> HttpResponse:
    return render(request, "rights/start.html", pages.start_page())


@public
@require_safe
@drawn_once(api.version)
def trouble(request: HttpRequest, question: str) -> HttpResponse:
    return render(request, "rights/trouble.html", pages.trouble_page(question))


@public
@require_safe
@drawn_once(api.version)
def destination(request: HttpRequest, destination: str) -> HttpResponse:
    return render(request, "rights/destination.html", pages.destination_page(destination))


@public
@require_safe
@drawn_once(api.version)
def question(request: HttpRequest, destination: str, question: str) -> HttpResponse:
    return render(request, "rights/question.html", pages.question_page(destination, question))


@public
@require_safe
@drawn_once(api.version)
def step(request: HttpRequest, destination: str, step: str) -> HttpResponse:
    return render(request, "rights/step.html", pages.step_page(destination, step))


@public
@require_safe
@drawn_once(api.version)
def everything(request: HttpRequest, destination: str) -> HttpResponse:
    return render(request, "rights/all.html", pages.all_page(destination))


@public
@require_safe
@drawn_once(api.version)
def sms(request: HttpRequest, destination: str) -> HttpResponse:
    return render(request, "rights/sms.html", pages.sms_page(destination))


@public
@require_safe
@drawn_once(api.version)
def card(request: HttpRequest, destination: str) -> HttpResponse:
    return render(request, "rights/card.html", paper.card_page(destination))


@public
@require_safe
@drawn_once(api.version)
def card_pdf(request: HttpRequest, destination: str) -> HttpResponse:
    return HttpResponse(paper.printed(destination), content_type="application/pdf")


@public
@require_safe
@drawn_once(api.version)
def item(request: HttpRequest, destination: str, key: str) -> HttpResponse:
    return render(request, "rights/item.html", pages.item_page(destination, key))


# By POST, so that what somebody looks for stands in no history, address or log; and without a token:
# no cookie may be set before the form is sent. A copy of our pages on another server asks here too,
# and nothing is kept: so nobody is asked where the form stood.
@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(api.version)
def search(request: HttpRequest) -> HttpResponse:
    form = SearchForm(request.POST or None)
    words = form.cleaned_data["words"] if form.is_valid() else ""
    page = searching.search_page(form, words)
    response = render(request, "rights/search.html", page, status=status_of(form))
    return quiet(response) if request.method == "POST" else response
