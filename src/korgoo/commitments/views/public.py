"""The page for everybody: drawn once, without a cookie."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.http import public
from korgoo.commitments import api
from korgoo.commitments.presentation.public import public_page
from korgoo.lib.drawn import drawn_once


@public
@require_safe
@drawn_once(api.version)
def listed(request: HttpRequest) -> HttpResponse:
    return render(request, "commitments/public.html", public_page())
