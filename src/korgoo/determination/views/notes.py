"""The non-punishment note: reviewed, given on, and found by whom it was given to."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.casework import api as casework
from korgoo.countrypack import paper_languages
from korgoo.determination import policies, presentation, printed, selectors, services
from korgoo.determination.enums import ReviewResult
from korgoo.determination.forms import GiveForm, NoteForm
from korgoo.lib.attempts import READ, attempt, status_of

MAKE, READS = Permission.NON_PUNISHMENT_MAKE, Permission.NON_PUNISHMENT_READ


@kept_as(gettext_lazy("Review of non-punishment"), NoteForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def make(request: MemberRequest, case_id: UUID) -> HttpResponse:
    actor = request.actor
    card = casework.status_card(case_id, actor=actor, permission=MAKE)
    form = NoteForm(request.POST or None)
    if form.is_valid() and (row := attempt(form, lambda: _made(case_id, form, request))):
        return redirect("determination:give_note", note_id=row.pk)
    why_not = policies.make_note(card.protection).reason
    words = {"card": card, "form": form, "why_not": why_not}
    return render(request, "determination/make_note.html", words, status=status_of(form))


@kept_as(gettext_lazy("To whom a note is given"), GiveForm)
@require_http_methods(READ)
@needs(MAKE)
@once
def give(request: MemberRequest, note_id: UUID) -> HttpResponse:
    actor = request.actor
    row = selectors.get_note(note_id, actor=actor, permission=MAKE)
    form = GiveForm(request.POST or None, actor=actor)
    if form.is_valid() and attempt(form, lambda: _gave(note_id, form, request)):
        messages.success(request, _("Written down: this body has the note."))
        return redirect("determination:give_note", note_id=note_id)
    card = casework.status_card(row.case_id, actor=actor, permission=MAKE)
    words: dict[str, Any] = {"row": row, "card": card, "form": form}
    words["givings"] = row.givings.select_related("organisation")
    return render(request, "determination/give_note.html", words, status=status_of(form))


@require_safe
@needs(Permission.NON_PUNISHMENT_VIEW)
def paper(request: MemberRequest, note_id: UUID) -> HttpResponse:
    languages = paper_languages.chosen(request.GET, 3)
    row = services.print_note(note_id, actor=request.actor)
    return printed.answer(printed.note(row, languages), f"note-{row.number}.pdf")


@require_safe
@needs(READS)
def given_list(request: MemberRequest) -> HttpResponse:
    rows = selectors.list_given(actor=request.actor)
    return render(request, "determination/given_list.html", {"rows": rows})


@require_safe
@needs(READS)
def given(request: MemberRequest, giving_id: int) -> HttpResponse:
    row = selectors.get_given(giving_id, actor=request.actor)
    words = {"giving": row, "row": row.note, "facts": presentation.note_facts(row.note)}
    return render(request, "determination/given.html", words)


@require_POST
@needs(READS)
@once
def received(request: MemberRequest, giving_id: int) -> HttpResponse:
    services.confirm_receipt(giving_id, actor=request.actor)
    messages.success(request, _("The sender sees that the note arrived."))
    return redirect("determination:given", giving_id=giving_id)


@require_safe
@needs(READS)
def given_paper(request: MemberRequest, giving_id: int) -> HttpResponse:
    row = selectors.get_given(giving_id, actor=request.actor)
    languages = paper_languages.chosen(request.GET, 3)
    return printed.answer(printed.note(row.note, languages), f"note-{row.note.number}.pdf")


def _made(case_id: UUID, form: NoteForm, request: MemberRequest) -> Any:
    given = form.cleaned_data
    result = ReviewResult(given["result"])
    return services.make_note(
        case_id, acts=tuple(given["acts"]), result=result, actor=request.actor
    )


def _gave(note_id: UUID, form: GiveForm, request: MemberRequest) -> Any:
    return services.give_note(note_id, form.giving(), actor=request.actor)
