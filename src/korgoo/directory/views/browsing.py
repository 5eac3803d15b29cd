"""The directory as every member reads it: whom each service takes, and where a place is free."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access import api as access
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.directory import presentation, selectors
from korgoo.directory.forms import DirectoryFilter
from korgoo.lib.errors import NotFound

VIEW = Permission.DIRECTORY_VIEW


@require_safe
@needs(VIEW)
def directory(request: MemberRequest) -> HttpResponse:
    form = DirectoryFilter(request.GET)
    # A filter with garbage in it filters nothing; the list stays a list.
    chosen = form.cleaned_data if form.is_valid() else {}
    rows = selectors.list_services(actor=request.actor, **chosen)
    words = {
        "form": form,
        "lines": presentation.lines(rows),
        "is_filtered": any(chosen.values()),
    }
    return render(request, "directory/list.html", words)


@require_safe
@needs(VIEW)
def organisation(request: MemberRequest, organisation_id: int) -> HttpResponse:
    rows = selectors.list_of_organisation(organisation_id, actor=request.actor)
    if not rows:
        raise NotFound(selectors.NO_SUCH)
    words = {
        "organisation": access.card(organisation_id),
        "sheets": [presentation.sheet(row) for row in rows],
    }
    return render(request, "directory/organisation.html", words)
