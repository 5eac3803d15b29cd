"""Files that editors bring: what would become of them, and what is wrong."""

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from korgoo.lib.errors import DomainError
from korgoo.rights import selectors, services
from korgoo.rights.enums import FileState
from korgoo.rights.presentation.parts import Words, places

if TYPE_CHECKING:
    from uuid import UUID

    from django.utils.functional import _StrPromise

    from korgoo.access.actor import Actor
    from korgoo.rights.models import ContentFile

TONES = {
    FileState.WAITING: "waiting",
    FileState.REFUSED: "late",
    FileState.TAKEN: "good",
    FileState.DROPPED: "closed",
}
OTHER = _("Something here does not fit.")
RULES: "dict[str, _StrPromise]" = {
    "yaml": _("This file is not valid YAML."),
    "encoding": _("This file is not text in UTF-8."),
    "missing": _("Something is missing that must be there."),
    "empty": _("This must not be empty."),
    "unknown-field": _("A value of this name is not known here."),
    "date": _("This is no day: write it like 2026-11-18."),
    "missing-language": _("A text is missing in a language."),
    "repeated": _("The same thing is there twice."),
    "unknown-destination": _("The country pack has no such place."),
    "unknown-step": _("The country pack has no such step."),
    "unknown-question": _("The country pack has no such question."),
    "unknown-number": _("There is no such number to call."),
    "unknown-item": _("There is no such statement."),
    "replaced-without-end": _("A statement is replaced and has no last day."),
    "too-long": _("This is too long."),
}


def files_page(*, actor: "Actor") -> Words:
    """Show the files that were brought last, and what can be written out."""
    rows = [
        {
            "href": reverse("rights:content_file", args=[one.pk]),
            "name": one.name,
            "at": one.uploaded_at,
            "by": one.by.name,
            "tag": (one.get_state_display(), TONES[FileState(one.state)]),
        }
        for one in selectors.list_files(actor=actor)
    ]
    return {"files": rows, "places": places()}


def file_page(file_id: "UUID", *, actor: "Actor") -> Words:
    """Show a file: what it would bring, what it brought, or what is wrong with it."""
    row = selectors.get_file(file_id, actor=actor)
    page: Words = {
        "file": row,
        "tag": (row.get_state_display(), TONES[FileState(row.state)]),
        "is_waiting": row.state == FileState.WAITING,
        "is_taken": row.state == FileState.TAKEN,
        "faults": [
            [str(line), str(RULES.get(rule, OTHER)), rule, message]
            for line, rule, message in row.faults
        ],
        "error": "",
        "plan": None,
    }
    return page | (_plan(row) if page["is_waiting"] else {})


def _plan(row: "ContentFile") -> Words:
    try:
        return {"plan": services.would_bring(row)}
    except DomainError as error:
        return {"error": str(error.message)}
