"""One page for each thing of a draft that can be edited."""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.errors import NotFound
from korgoo.workshop import addresses, checks, editing, forms
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.presentation.questions import view_page
from korgoo.workshop.views.editing import (
    READ,
    Page,
    draft_to_edit,
    edit,
    edit_thing,
    found,
)
from korgoo.workshop.wording.names import Names
from korgoo.workshop.wording.values import OUTCOMES

EDIT = Permission.DRAFT_EDIT
KEPT = gettext_lazy("Part of a draft of the guideline")


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def head(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    page = Page(_("The guideline as a whole"), _contents(draft_id), parts.HEAD)
    return edit_thing(request, draft, Target(What.HEAD), forms.HeadForm, page)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def catalogue_head(request: MemberRequest, draft_id: UUID, catalogue: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.CATALOGUE, (catalogue,))
    title = Names(draft.files, draft.files).catalogue(catalogue)
    back = reverse("workshop:catalogue", args=[draft_id, catalogue])
    page = Page(title, back, parts.catalogue_file(catalogue))
    return edit_thing(request, draft, target, forms.CatalogueForm, page)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def dimension(
    request: MemberRequest, draft_id: UUID, catalogue: str, thing_key: str
) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    target = Target(What.DIMENSION, (catalogue, thing_key))
    title = _("Group of signs %(key)s") % {"key": thing_key}
    return edit_thing(request, draft, target, forms.DimensionForm, _page(draft_id, target, title))


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def element(
    request: MemberRequest, draft_id: UUID, catalogue: str, thing_key: str
) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.ELEMENT, (catalogue, thing_key))
    title = _("Element %(key)s") % {"key": thing_key}
    return edit_thing(request, draft, target, forms.ElementForm, _page(draft_id, target, title))


@kept_as(KEPT, forms.IndicatorForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def indicator(request: MemberRequest, draft_id: UUID, catalogue: str, code: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.INDICATOR, (catalogue, code))
    group = str(found(draft.files, target)["dimension"])
    names = Names(draft.files, draft.files)
    words = {"caption": f"{group} {names.dimension(catalogue, group)}"}
    file = editing.indicator_file(draft.files, catalogue, code)
    title = _("Sign %(code)s") % {"code": code}
    page = Page(title, addresses.of_row(draft_id, target), file, removes=target, words=words)
    return edit_thing(request, draft, target, forms.IndicatorForm, page)


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
    described = _page(draft_id, target, title, template="workshop/edit_page.html", words=words)
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
    described = _page(draft_id, target, title, template="workshop/edit_question.html", words=words)
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
    described = _page(draft_id, target, title, words=words)
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


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def vector(request: MemberRequest, draft_id: UUID, thing_key: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.VECTOR, (thing_key,))
    title = _("Agreed example %(key)s") % {"key": thing_key}
    return edit_thing(request, draft, target, forms.VectorForm, _page(draft_id, target, title))


def _page(
    draft_id: UUID,
    target: Target,
    title: str,
    *,
    template: str = "workshop/edit.html",
    words: Mapping[str, object] | None = None,
) -> Page:
    """Describe the page of a thing that stands in a list, and can be removed from it."""
    return Page(
        title,
        addresses.of_row(draft_id, target),
        editing.file_of(target),
        template,
        target,
        words or {},
    )


def _contents(draft_id: UUID) -> str:
    return reverse("workshop:contents", args=[draft_id])
