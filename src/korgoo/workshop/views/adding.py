"""Pages on which a group, an element, a sign or an agreed example comes into a draft."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ
from korgoo.lib.errors import DomainError
from korgoo.workshop import editing, forms
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import CannotEdit, Target
from korgoo.workshop.models import GuidelineDraft
from korgoo.workshop.views.editing import (
    KEPT,
    PROPOSAL,
    Page,
    draft_to_edit,
    edit,
    found,
    new_form,
)
from korgoo.workshop.wording import refusal
from korgoo.workshop.wording.names import Names

EDIT = Permission.DRAFT_EDIT
_FORMS = {What.DIMENSION: forms.DimensionForm, What.ELEMENT: forms.ElementForm}


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_dimension(request: MemberRequest, draft_id: UUID, catalogue: str) -> HttpResponse:
    return _add_to_list(request, draft_id, catalogue, What.DIMENSION)


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_element(request: MemberRequest, draft_id: UUID, catalogue: str) -> HttpResponse:
    return _add_to_list(request, draft_id, catalogue, What.ELEMENT)


@kept_as(KEPT, forms.IndicatorForm)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_indicator(request: MemberRequest, draft_id: UUID, catalogue: str) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    found(draft.files, Target(What.CATALOGUE, (catalogue,)))
    group = request.GET.get("group", request.POST.get("group", ""))
    names = Names(draft.files, draft.files)
    back = reverse("workshop:catalogue", args=[draft_id, catalogue])
    groups = {str(row["key"]) for row in names.head(catalogue)["dimensions"]}
    if group not in groups:
        words = {"draft": draft, "back": back, "groups": _group_cards(names, catalogue)}
        return render(request, "workshop/choose_group.html", words)
    code = _new_code(draft, group)
    caption = f"{code} · {group} {names.dimension(catalogue, group)}"
    page = Page(_("New sign"), back, words={"caption": caption, "hidden": {"group": group}})
    settled = {"code": code, "dimension": group}
    start = settled | {"evidence": ["told"], "provenance": PROPOSAL}
    form = new_form(request, draft, forms.IndicatorForm, catalogue, start)
    return edit(
        request,
        draft,
        form,
        page,
        lambda files: editing.add_indicator(files, catalogue, form.values() | settled),
    )


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def add_vector(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    form = new_form(request, draft, forms.VectorForm, "", {"provenance": PROPOSAL})
    page = Page(_("New agreed example"), reverse("workshop:vectors", args=[draft_id]))

    def apply(files: parts.Files) -> parts.Files:
        values = form.values()
        whole = files if parts.VECTORS in files else {**files, parts.VECTORS: {"vectors": []}}
        return editing.add(whole, Target(What.VECTOR, (str(values["key"]),)), values)

    return edit(request, draft, form, page, apply)


def _add_to_list(
    request: MemberRequest, draft_id: UUID, catalogue: str, what: What
) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    found(draft.files, Target(What.CATALOGUE, (catalogue,)))
    form = new_form(request, draft, _FORMS[what], catalogue, {})
    title = _("New group of signs") if what is What.DIMENSION else _("New element")
    page = Page(title, reverse("workshop:catalogue", args=[draft_id, catalogue]))

    def apply(files: parts.Files) -> parts.Files:
        values = form.values()
        return editing.add(files, Target(what, (catalogue, str(values["key"]))), values)

    return edit(request, draft, form, page, apply)


def _new_code(draft: GuidelineDraft, group: str) -> str:
    """Find a code that was never used: an old answer must not come to mean something new.

    Raises:
        DomainError: The group has no code left.
    """
    taken = {
        str(row["code"])
        for files in (draft.files, draft.base_files)
        for key in parts.catalogue_keys(files)
        for _name, row in parts.indicators(files, key)
    }
    try:
        return editing.next_code(group, taken)
    except CannotEdit as error:
        raise DomainError(refusal(error)) from error


def _group_cards(names: Names, catalogue: str) -> list[dict[str, Any]]:
    return [
        {
            "text": f"{row['key']} {names.dimension(catalogue, row['key'])}",
            "href": f"?group={row['key']}",
        }
        for row in names.head(catalogue)["dimensions"]
    ]
