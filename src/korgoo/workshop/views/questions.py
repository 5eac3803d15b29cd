"""One page for each thing of a set of questions."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ
from korgoo.lib.errors import NotFound
from korgoo.workshop import checks, editing, forms
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.presentation.questions import view_page
from korgoo.workshop.views.editing import (
    KEPT,
    Page,
    draft_to_edit,
    edit,
    edit_thing,
    found,
    page_of,
)
from korgoo.workshop.wording.names import Names
from korgoo.workshop.wording.values import OUTCOMES

EDIT = Permission.DRAFT_EDIT


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def view_head(request: MemberRequest, draft_id: UUID, view_key: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.VIEW, (view_key,))
    back = reverse("workshop:view", args=[draft_id, view_key])
    title = Names(draft.files, draft.files).view(view_key)
    page = Page(title, back, parts.view_file(view_key), removes=target)
    return edit_thing(request, draft, target, forms.ViewForm, page)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def page(request: MemberRequest, draft_id: UUID, view_key: str, number: int) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.PAGE, (view_key, str(number)))
    found(draft.files, target)
    shown = view_page(draft.files, view_key, checks.languages())
    words = {"view": view_key, "shown": shown["pages"][number - 1] if shown else None}
    title = _("Page %(number)s") % {"number": number}
    described = page_of(draft_id, target, title, template="workshop/edit_page.html", words=words)
    return edit_thing(request, draft, target, forms.PageForm, described)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def question(request: MemberRequest, draft_id: UUID, view_key: str, question: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.QUESTION, (view_key, question))
    record = found(draft.files, target)
    is_short = bool(record.get("indicator"))
    form = forms.SignQuestionForm if is_short else forms.OwnQuestionForm
    names = Names(draft.files, draft.files)
    words = {
        "caption": names.question(view_key, question),
        "view": view_key,
        "question": question,
        "answers": [
            {"key": row["key"], "text": names.option(view_key, question, row["key"])}
            for row in record.get("options") or ()
        ],
        "has_answers": not is_short and record.get("kind") != "sealed",
    }
    title = _("Question %(key)s") % {"key": question}
    described = page_of(
        draft_id, target, title, template="workshop/edit_question.html", words=words
    )
    return edit_thing(request, draft, target, form, described)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def option(
    request: MemberRequest, draft_id: UUID, view_key: str, question: str, option: str
) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    target = Target(What.OPTION, (view_key, question, option))
    words = {"caption": Names(draft.files, draft.files).question(view_key, question)}
    title = _("Answer %(key)s") % {"key": option}
    described = page_of(draft_id, target, title, words=words)
    return edit_thing(request, draft, target, forms.OptionForm, described)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def pocket(request: MemberRequest, draft_id: UUID, view_key: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.VIEW, (view_key,))
    record = found(draft.files, target)
    form = forms.PocketForm(
        request.POST or None,
        languages=checks.languages(),
        record=record.get("pocket"),
        files=draft.files,
        within=view_key,
    )
    back = reverse("workshop:view", args=[draft_id, view_key])
    described = Page(_("Card to carry"), back, parts.view_file(view_key))

    def apply(files: parts.Files) -> parts.Files:
        values = {name: value for name, value in form.values().items() if value}
        return editing.set_fields(files, target, {"pocket": values})

    return edit(request, draft, form, described, apply)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def advice(request: MemberRequest, draft_id: UUID, view_key: str, outcome: str) -> HttpResponse:
    if outcome not in OUTCOMES:
        raise NotFound(_("We found no such page."))
    draft, target = draft_to_edit(request, draft_id), Target(What.VIEW, (view_key,))
    given = dict(found(draft.files, target).get("advice") or {})
    form = forms.AdviceForm(
        request.POST or None,
        languages=checks.languages(),
        record={"advice": given.get(outcome)},
    )
    back = reverse("workshop:view", args=[draft_id, view_key])
    title = _("Advice when the reading is “%(outcome)s”") % {"outcome": OUTCOMES[outcome]}
    described = Page(title, back, parts.view_file(view_key))

    def apply(files: parts.Files) -> parts.Files:
        advice = dict(editing.find(files, target).get("advice") or {})
        advice.pop(outcome, None)
        if text := form.values()["advice"]:
            advice[outcome] = text
        return editing.set_fields(files, target, {"advice": advice})

    return edit(request, draft, form, described, apply)
