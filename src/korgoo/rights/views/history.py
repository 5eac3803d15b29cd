"""What was told and what held, for people who work with cases."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.rights.forms import HistoryForm
from korgoo.rights.presentation import history as words


@require_safe
@needs(Permission.CONTENT_VIEW)
def history(request: MemberRequest) -> HttpResponse:
    form = HistoryForm(request.GET or None, places=words.places())
    where = form.cleaned_data.get("destination", "") if form.is_valid() else ""
    page = words.listed(destination=where, day=form.day(), actor=request.actor)
    return render(request, "rights/history.html", page | {"form": form})


@require_safe
@needs(Permission.CONTENT_VIEW)
def item_history(request: MemberRequest, key: str) -> HttpResponse:
    form = HistoryForm(request.GET or None)
    page = words.item_page(key, day=form.day(), actor=request.actor)
    return render(request, "rights/item_history.html", page | {"form": form, "key": key})
