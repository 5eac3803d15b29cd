"""Agenda and minutes, part by part. Each form saves by itself; of two writers one is told."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of, succeeds
from korgoo.lib.fields import upload_field
from korgoo.library import api as library
from korgoo.library.enums import DocumentKind
from korgoo.meetings import selectors, services
from korgoo.meetings.enums import AGENDA_ORIGIN
from korgoo.meetings.forms import (
    AttendanceForm,
    ItemForm,
    PaperForm,
    QuestionForm,
    WordsForm,
)
from korgoo.meetings.models import Meeting
from korgoo.meetings.presentation import heads, pages, people
from korgoo.meetings.views.seen import seen

EDIT = Permission.MEETING_EDIT


@require_POST
@needs(EDIT)
@once
def begin(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    services.open_minutes(meeting_id, actor=request.actor)
    messages.success(request, _("The minutes are begun. Each part saves by itself."))
    return redirect("meetings:meeting", meeting_id=meeting_id)


@kept_as(gettext_lazy("An item of an agenda"), ItemForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_item(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    form = ItemForm(request.POST or None, organisations=people.speakers(row))
    if form.is_valid() and succeeds(
        form,
        lambda: services.add_item(
            meeting_id,
            form.cleaned_data["title"],
            speaker_id=form.speaker_id,
            actor=request.actor,
        ),
    ):
        messages.success(request, _("The item is on the agenda."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row, form, _("A new item"))


@kept_as(gettext_lazy("An item of an agenda"), ItemForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def change_item(request: MemberRequest, item_id: int) -> HttpResponse:
    row = selectors.get_item(item_id, actor=request.actor)
    initial = {"title": row.title, "speaker": str(row.speaker_id or "")}
    form = ItemForm(
        request.POST or None, organisations=people.speakers(row.meeting), initial=initial
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_item(
            item_id,
            form.cleaned_data["title"],
            speaker_id=form.speaker_id,
            seen=seen(request),
            actor=request.actor,
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("meetings:item", item_id=item_id)
    theirs = [row.title]
    return _form(request, row.meeting, form, _("Change the item"), row.version, theirs)


@require_POST
@needs(EDIT)
@once
def raise_item(request: MemberRequest, item_id: int) -> HttpResponse:
    row = services.raise_item(item_id, actor=request.actor)
    return redirect("meetings:meeting", meeting_id=row.meeting_id)


@require_POST
@needs(EDIT)
@once
def remove_item(request: MemberRequest, item_id: int) -> HttpResponse:
    row = services.remove_item(item_id, actor=request.actor)
    messages.success(request, _("The item is off the agenda."))
    return redirect("meetings:meeting", meeting_id=row.pk)


@kept_as(gettext_lazy("What was said on an item"), WordsForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def item(request: MemberRequest, item_id: int) -> HttpResponse:
    row = selectors.get_item(item_id, actor=request.actor)
    form = WordsForm(request.POST or None, initial={"words": row.words})
    if form.is_valid() and succeeds(
        form,
        lambda: services.write_item(
            item_id, form.cleaned_data["words"], seen=seen(request), actor=request.actor
        ),
        field="words",
    ):
        messages.success(request, _("Saved."))
        return redirect("meetings:item", item_id=item_id)
    row.refresh_from_db()
    page = pages.item_page(row, actor=request.actor)
    theirs = row.words if form.errors and seen(request) != row.version else ""
    words = page | {"form": form, "theirs": theirs}
    return render(request, "meetings/item.html", words, status=status_of(form))


@kept_as(gettext_lazy("A question in a meeting"), QuestionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_question(request: MemberRequest, item_id: int) -> HttpResponse:
    row = selectors.get_item(item_id, actor=request.actor)
    form = QuestionForm(request.POST or None, organisations=people.speakers(row.meeting))
    if form.is_valid() and succeeds(
        form, lambda: services.add_question(item_id, form.to_facts(), actor=request.actor)
    ):
        messages.success(request, _("The question is written down."))
        return redirect("meetings:item", item_id=item_id)
    return _form(request, row.meeting, form, _("A question that was raised"))


@kept_as(gettext_lazy("A question in a meeting"), QuestionForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def question(request: MemberRequest, question_id: int) -> HttpResponse:
    row = selectors.get_question(question_id, actor=request.actor)
    initial = {
        "asked_by": str(row.asked_by_id),
        "text": row.text,
        "answered_by": str(row.answered_by_id or ""),
        "answer": row.answer,
    }
    form = QuestionForm(
        request.POST or None, organisations=people.speakers(row.item.meeting), initial=initial
    )
    if form.is_valid() and succeeds(
        form,
        lambda: services.change_question(
            question_id, form.to_facts(), seen=seen(request), actor=request.actor
        ),
    ):
        messages.success(request, _("Saved."))
        return redirect("meetings:item", item_id=row.item_id)
    theirs = [row.text, row.answer]
    return _form(request, row.item.meeting, form, _("The question"), row.version, theirs)


@require_POST
@needs(EDIT)
@once
def remove_question(request: MemberRequest, question_id: int) -> HttpResponse:
    row = services.remove_question(question_id, actor=request.actor)
    messages.success(request, _("The question is taken out."))
    return redirect("meetings:item", item_id=row.pk)


@kept_as(gettext_lazy("Who was at a meeting"), AttendanceForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def attendance(request: MemberRequest, meeting_id: UUID) -> HttpResponse:
    row = selectors.get_kept(meeting_id, actor=request.actor)
    form = AttendanceForm(request.POST or None, rows=people.attendance_rows(row))
    if form.is_valid() and succeeds(
        form,
        lambda: services.write_attendance(
            meeting_id, form.came(), seen=seen(request), actor=request.actor
        ),
    ):
        messages.success(request, _("Saved who was there."))
        return redirect("meetings:meeting", meeting_id=meeting_id)
    return _form(request, row, form, _("Who was there"), row.version)


@require_http_methods(READ)
@needs(EDIT)
@once
def paper(request: MemberRequest, item_id: int) -> HttpResponse:
    row = selectors.get_item(item_id, actor=request.actor)
    form = PaperForm(request.POST or None, request.FILES or None)
    if form.is_valid() and succeeds(form, lambda: _add_paper(request, row, form), field="file"):
        messages.success(request, _("The paper is with the item. Who is invited can read it."))
        return redirect("meetings:meeting", meeting_id=row.meeting_id)
    words = {
        "form": form,
        "meeting": heads.head(row.meeting),
        "item": row,
        "upload": upload_field(form),
    }
    return render(request, "meetings/paper.html", words, status=status_of(form))


def _add_paper(request: MemberRequest, row: Any, form: PaperForm) -> object:
    said, meeting = form.cleaned_data, row.meeting
    told = services.readers_of(meeting) or {request.actor.organisation_id}
    readers = [library.Reader("organisation", str(one)) for one in sorted(told)]
    facts = library.DocumentFacts(
        titles={meeting.language: said["title"]},
        kind=DocumentKind.PAPER,
        audience=readers,
        origin=(AGENDA_ORIGIN, str(row.pk)),
    )
    version = library.VersionFacts(content=said["file"].read(), language=meeting.language)
    return library.add_document(facts, version, actor=request.actor)


def _form(
    request: MemberRequest,
    meeting: Meeting,
    form: Form,
    title: str,
    version: int = 0,
    theirs: list[str] | None = None,
) -> HttpResponse:
    is_behind = bool(form.errors) and version and seen(request) != version
    words = {
        "form": form,
        "title": title,
        "meeting": heads.head(meeting),
        "version": version,
        "theirs": [one for one in theirs or [] if one] if is_behind else [],
    }
    return render(request, "meetings/form.html", words, status=status_of(form))
