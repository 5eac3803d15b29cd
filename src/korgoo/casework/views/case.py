"""The page of a case, its sealed parts, and notes."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Facet, Permission, Relation
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import policies, selectors, services, wording
from korgoo.casework.enums import NoteKind
from korgoo.casework.forms import PARTS, NoteForm
from korgoo.casework.presentation import page_of_case, part_row
from korgoo.casework.views.gone import or_gone
from korgoo.lib.attempts import READ, attempt, status_of


@require_safe
@needs(Permission.CASE_VIEW)
@or_gone
def case(request: MemberRequest, case_id: UUID) -> HttpResponse:
    found = services.view_case(case_id, actor=request.actor)
    return render(request, "casework/case.html", page_of_case(found, actor=request.actor))


@require_safe
@needs(Permission.CASE_VIEW)
@or_gone
def facet(request: MemberRequest, case_id: UUID, kind: Facet) -> HttpResponse:
    found = selectors.get_case(case_id, actor=request.actor, permission=Permission.CASE_VIEW)
    opened = services.open_facet(case_id, kind, actor=request.actor)
    states = selectors.facet_states(found, actor=request.actor)
    words: dict[str, Any] = {"case": found, "title": wording.PARTS[kind], "is_empty": not opened}
    words |= {"lines": _lines(kind, opened or {}), "notes": _notes(opened or {})}
    words |= {"state": next(part_row(state) for state in states if state.kind is kind)}
    return render(request, "casework/facet.html", words)


@kept_as(_("A note to a case"), NoteForm)
@require_http_methods(READ)
@needs(Permission.FACET_WRITE)
@once
def note(request: MemberRequest, case_id: UUID, kind: Facet = Facet.STORY) -> HttpResponse:
    actor = request.actor
    found = selectors.get_case(case_id, actor=actor, permission=Permission.FACET_WRITE)
    policies.write_facet(actor, Relation.OWNER, kind).require()
    form = NoteForm(request.POST or None)
    if form.is_valid():
        text = form.cleaned_data["text"]
        attempt(
            form,
            lambda: services.add_note(case_id, text, kind=NoteKind.NOTE, part=kind, actor=actor),
        )
        if not form.errors:
            return redirect("casework:case", case_id=case_id)
    words = {"case": found, "form": form, "part": wording.PARTS[kind]}
    return render(request, "casework/note.html", words, status=status_of(form))


def _lines(kind: Facet, opened: dict[str, Any]) -> list[dict[str, str]]:
    return [
        {"name": str(wording.FIELDS[name]), "value": str(opened[name])}
        for name in PARTS.get(kind, ())
        if opened.get(name)
    ]


def _notes(opened: dict[str, Any]) -> list[dict[str, Any]]:
    kinds = dict(NoteKind.choices)
    return [
        {
            "at": datetime.fromisoformat(row["at"]),
            "kind": kinds.get(row["kind"], row["kind"]),
            "text": row["text"],
        }
        for row in reversed(opened.get("notes", []))
    ]
