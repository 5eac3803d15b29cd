from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from korgoo.casework.models import Case

PAGE = 25
# As long as the front page, so that both send as much.
WORDS = "<!doctype html><html><head><title>Bare</title></head><body>" + "<p>Words.</p>" * 610


def words(request: HttpRequest) -> HttpResponse:
    return HttpResponse(WORDS)


def rows(request: HttpRequest) -> HttpResponse:
    newest = Case.objects.order_by("-opened_at", "-pk")[:PAGE]
    return render(request, "bare/rows.html", {"rows": newest})
