"""One page for each thing of a list of signs, for the head, and for agreed examples."""

from uuid import UUID

from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ
from korgoo.workshop import addresses, editing, forms
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What
from korgoo.workshop.editing import Target
from korgoo.workshop.views.editing import (
    KEPT,
    Page,
    draft_to_edit,
    edit_thing,
    found,
    page_of,
)
from korgoo.workshop.wording.names import Names

EDIT = Permission.DRAFT_EDIT


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def head(request: MemberRequest, draft_id: UUID) -> HttpResponse:
    draft = draft_to_edit(request, draft_id)
    page = Page(
        _("The guideline as a whole"), reverse("workshop:contents", args=[draft_id]), parts.HEAD
    )
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
    return edit_thing(
        request, draft, target, forms.DimensionForm, page_of(draft_id, target, title)
    )


@kept_as(KEPT)
@require_http_methods(READ)
@needs(EDIT)
@once
def element(
    request: MemberRequest, draft_id: UUID, catalogue: str, thing_key: str
) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.ELEMENT, (catalogue, thing_key))
    title = _("Element %(key)s") % {"key": thing_key}
    return edit_thing(request, draft, target, forms.ElementForm, page_of(draft_id, target, title))


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
def vector(request: MemberRequest, draft_id: UUID, thing_key: str) -> HttpResponse:
    draft, target = draft_to_edit(request, draft_id), Target(What.VECTOR, (thing_key,))
    title = _("Agreed example %(key)s") % {"key": thing_key}
    return edit_thing(request, draft, target, forms.VectorForm, page_of(draft_id, target, title))
