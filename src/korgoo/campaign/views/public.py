"""The pages for everybody who read a code on a poster: no cookie, no token, no tracker; counts of a day only."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access import floods
from korgoo.access.http import public
from korgoo.campaign import policies, services
from korgoo.campaign.enums import Moment
from korgoo.campaign.forms import FindForm, QuestionsForm
from korgoo.campaign.presentation import public as pages
from korgoo.campaign.versions import version
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.drawn import drawn_once
from korgoo.lib.public_forms import is_from_elsewhere, quiet

CHECKS, ANSWERS = "campaign:check", "campaign:answers"
TOO_MANY = 429


class KeepPost(HttpResponseRedirect):
    """Leads on, with what was sent: the browser sends the same form there (RFC 9110, 15.4.8)."""

    status_code = 307


@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(version)
def start(request: HttpRequest) -> HttpResponse:
    form = FindForm(request.POST or None)
    if form.is_valid():
        return quiet(redirect("campaign_public:landing", code=form.cleaned_data["code"]))
    response = render(
        request, "campaign/start.html", pages.start_page(form), status=status_of(form)
    )
    return quiet(response) if request.method == "POST" else response


@public
@require_safe
@drawn_once(version)
def landing(request: HttpRequest, code: str) -> HttpResponse:
    return render(request, "campaign/landing.html", pages.landing_page(code))


# One more in the count of the day, and on to the register with what was typed. It stands in no address.
# Whoever is one too many, or comes from another site, gets the answer all the same and is not counted.
@public
@csrf_exempt
@require_POST
def check(request: HttpRequest, code: str) -> HttpResponse:
    row = pages.code_row(code)
    is_ours = not is_from_elsewhere(request)
    if is_ours and floods.within(CHECKS, most=policies.CHECKS_AN_HOUR):
        services.count_check(row)
    return quiet(KeepPost(reverse("agencies_public:check")))


@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(version)
def questions(request: HttpRequest, code: str, moment: Moment) -> HttpResponse:
    row = pages.code_row(code)
    # A form in which nothing is chosen comes empty, and was sent all the same.
    typed = request.POST if request.method == "POST" else None
    form = QuestionsForm(typed, questions=pages.questions())
    is_full = False
    if form.is_valid():
        is_full = not floods.within(ANSWERS, most=policies.ANSWERS_AN_HOUR)
        if not is_full:
            if not is_from_elsewhere(request):
                services.count_answers(row, moment, form.answers())
            return quiet(redirect("campaign_public:thanks", code=code, moment=moment))
    words = pages.questions_page(code, moment, form) | {"is_full": is_full}
    status = TOO_MANY if is_full else status_of(form)
    response = render(request, "campaign/questions.html", words, status=status)
    if is_full:
        response["Retry-After"] = str(floods.seconds_left())
    return quiet(response) if request.method == "POST" else response


@public
@require_safe
@drawn_once(version)
def thanks(request: HttpRequest, code: str, moment: Moment) -> HttpResponse:
    return render(request, "campaign/thanks.html", pages.thanks_page(code, moment))


@public
@require_safe
@drawn_once(version)
def history(request: HttpRequest) -> HttpResponse:
    return render(request, "campaign/public_history.html", pages.history_page())
