"""The data protection officer's pages: what was done, and the signed ends of the trail."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from korgoo.access import alarms, trail, wording
from korgoo.access.enums import Permission
from korgoo.access.forms import EventFilterForm
from korgoo.access.http import MemberRequest, needs, once


@needs(Permission.AUDIT_VIEW)
@require_safe
def events(request: MemberRequest) -> HttpResponse:
    form = EventFilterForm(request.GET)
    given = form.cleaned_data if form.is_valid() else {}
    search = trail.Search(
        event=given.get("event", ""),
        day=given.get("day"),
        before=_number(request, "before"),
        after=_number(request, "after"),
    )
    page = trail.read(search, actor=request.actor)
    words = {
        "form": form,
        "rows": _rows(page.events),
        "alarms": _alarms(request),
        "older": _address(search, before=page.older_before),
        "newer": _address(search, after=page.newer_after),
    }
    return render(request, "access/audit.html", words)


@require_POST
@needs(Permission.AUDIT_VIEW)
@once
def look_into(request: MemberRequest, alarm_id: int) -> HttpResponse:
    alarms.look_into(alarm_id, actor=request.actor)
    return redirect("access:audit")


@needs(Permission.AUDIT_VIEW)
@require_safe
def heads(request: MemberRequest) -> HttpResponse:
    return render(request, "access/audit_heads.html", {"heads": trail.list_heads()})


@needs(Permission.AUDIT_VIEW)
@require_safe
def head(request: MemberRequest, day: date) -> HttpResponse:
    name = f"audit-head-{day.isoformat()}.json"
    return HttpResponse(
        trail.get_head(day).to_text(),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _alarms(request: MemberRequest) -> list[dict[str, Any]]:
    found = alarms.list_open(actor=request.actor)
    names = alarms.names(found)
    return [{"row": row, "name": names.get(row.user_id, "")} for row in found]


def _rows(found: list[Any]) -> list[dict[str, Any]]:
    names = trail.names(found)
    return [
        {
            "at": row.at,
            "who": names.get(row.user_id, ""),
            "user_id": row.user_id,
            "event": wording.event_words(row.event),
            "target": row.target,
            "detail": trail.plain_detail(row),
        }
        for row in found
    ]


def _number(request: HttpRequest, name: str) -> int | None:
    text = request.GET.get(name, "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else None


def _address(search: trail.Search, **place: int | None) -> str:
    """Return the address of a neighbouring page; empty when there is none."""
    parts = {"event": search.event, "day": search.day.isoformat() if search.day else "", **place}
    if None in place.values():
        return ""
    return f"{reverse('access:audit')}?{urlencode({k: v for k, v in parts.items() if v})}"
