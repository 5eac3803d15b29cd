"""Is this offer honest? Answered in one go; nothing of it is kept."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from korgoo.access.http import public
from korgoo.countrypack import api as packs
from korgoo.lib.attempts import READ, REFUSED
from korgoo.lib.drawn import drawn_once
from korgoo.lib.public_forms import quiet
from korgoo.offers import api, presentation
from korgoo.offers.forms import CheckForm

STEP, EDIT = "step", "edit"


# A copy of our pages on another server asks here too, and nothing is kept of the answers.
@public
@csrf_exempt
@require_http_methods(READ)
@drawn_once(api.version)
def check(request: HttpRequest) -> HttpResponse:
    signs = packs.current().offer_signs
    if request.method != "POST":
        return _page(request, presentation.blank(signs))
    typed: dict[str, Any] = request.POST.dict()
    if typed.get(STEP) == EDIT:
        return quiet(_page(request, presentation.blank(signs, typed)))
    form = CheckForm(typed, signs=signs)
    if not form.is_valid():
        return quiet(_page(request, form, status=REFUSED))
    return quiet(render(request, "offers/result.html", presentation.result(form, typed)))


def _page(request: HttpRequest, form: CheckForm, status: int = 200) -> HttpResponse:
    return render(request, "offers/check.html", presentation.questions(form), status=status)
