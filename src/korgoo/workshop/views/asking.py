"""Pages on which questions, their pages, answers and conditions come into a draft."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ
from korgoo.workshop import editing, forms
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.forms import choices
from korgoo.workshop.views.editing import (
    KEPT,
    PROPOSAL,
    Page,
    draft_to_edit,
    edit,
    found,
    new_form,
)
from korgoo.workshop.wording.names import Names

EDIT = Permission.DRAFT_EDIT


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_view(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    form = new_form(request, draft, forms.ViewForm, "", {"provenance": PROPOSAL})
    page = Page(_("New set of questions"), reverse("workshop:contents", args=[draft_id]))
    return edit(
        request,
        draft,
        form,
        page,
        lambda files: editing.add_view(files, str(form.values()["key"]), _held(form.values())),
    )


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_page(request: MemberRequest, draft_id: UUID, view_key: str) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    found(draft.files, Target(What.VIEW, (view_key,)))
    form = new_form(request, draft, forms.NewPageForm, view_key, {})
    page = Page(_("New page"), reverse("workshop:view", args=[draft_id, view_key]))
    return edit(
        request,
        draft,
        form,
        page,
        lambda files: editing.add_page(files, view_key, _held(form.values())),
    )


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_question(
    request: MemberRequest, draft_id: UUID, view_key: str, number: int
) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    found(draft.files, Target(What.PAGE, (view_key, str(number))))
    is_own = "own" in request.GET or "own" in request.POST
    form_class = forms.OwnQuestionForm if is_own else forms.SignQuestionForm
    form = new_form(request, draft, form_class, view_key, {})
    page = Page(
        _("New question in your own words") if is_own else _("New question about a sign"),
        reverse("workshop:view", args=[draft_id, view_key]),
        # A page is known by its number: others may have moved it.
        parts.view_file(view_key),
        words={
            "hidden": {"own": "1"} if is_own else {},
            "caption": _("Page %(number)s") % {"number": number},
        },
    )
    return edit(
        request,
        draft,
        form,
        page,
        lambda files: editing.add_question(files, view_key, number, _held(form.values())),
    )


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_option(
    request: MemberRequest, draft_id: UUID, view_key: str, question: str
) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    found(draft.files, Target(What.QUESTION, (view_key, question)))
    form = new_form(request, draft, forms.OptionForm, f"{view_key}/{question}", {})
    back = reverse("workshop:question", args=[draft_id, view_key, question])
    caption = Names(draft.files, draft.files).question(view_key, question)
    page = Page(_("New answer"), back, words={"caption": caption})

    def apply(files: parts.Files) -> parts.Files:
        values = form.values()
        target = Target(What.OPTION, (view_key, question, str(values["key"])))
        return editing.add(files, target, values)

    return edit(request, draft, form, page, apply)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def condition(request: MemberRequest, draft_id: UUID, view_key: str, number: int) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    target = Target(What.PAGE, (view_key, str(number)))
    given = list(found(draft.files, target).get("when") or ())
    earlier = {row["question"]: row["question"] for row in given}
    earlier |= dict(choices.earlier_questions(draft.files, view_key, number))
    question = request.GET.get("question", request.POST.get("question", ""))
    back = reverse("workshop:page", args=[draft_id, view_key, number])
    title = _("When is page %(number)s asked?") % {"number": number}
    if question not in earlier:
        cards = [{"text": words, "href": f"?question={key}"} for key, words in earlier.items()]
        words = {"draft": draft, "back": back, "title": title, "cards": cards}
        return render(request, "workshop/choose_question.html", words)
    answers = [key for row in given if row["question"] == question for key in row["any_of"]]
    offered = choices.answers(draft.files, view_key, question)
    form = forms.ConditionForm(request.POST or None, offered=offered, initial={"any_of": answers})
    words = {"caption": earlier[question], "hidden": {"question": question}}
    template = "workshop/edit_condition.html"
    page = Page(title, back, parts.view_file(view_key), template, words=words)

    def apply(files: parts.Files) -> parts.Files:
        kept = [
            r for r in editing.find(files, target).get("when") or () if r["question"] != question
        ]
        any_of = form.cleaned_data["any_of"]
        new = [{"question": question, "any_of": any_of}] if any_of else []
        return editing.set_conditions(files, view_key, number, [*kept, *new])

    return edit(request, draft, form, page, apply)


def _held(values: parts.Data) -> parts.Data:
    """Leave out what was left empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
