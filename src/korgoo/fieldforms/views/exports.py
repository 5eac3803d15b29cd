"""Forms to take along: for other collecting tools, and on paper."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from korgoo.access import policy
from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs
from korgoo.countrypack import api as packs
from korgoo.fieldforms import blanks, presentation, selectors
from korgoo.fieldforms import paper as papers
from korgoo.fieldforms.exports import files, names
from korgoo.fieldforms.exports.sheets import sheets
from korgoo.identification import api as identification
from korgoo.lib.errors import NotFound

if TYPE_CHECKING:
    from korgoo.fieldforms.exports.blank import Blank

VIEW = Permission.FIELD_FORM_VIEW
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
NO_SUCH = _("We found no such form.")


@require_safe
@needs(VIEW)
def forms_list(request: MemberRequest) -> HttpResponse:
    edition = identification.current_edition()
    rows = presentation.view_rows(edition)
    words = {
        "edition": edition.name,
        "forms": [row for row in rows if not row["is_pocket"]],
        "pockets": [row for row in rows if row["is_pocket"]],
        "may_bring": policy.may_enter(request.actor, Permission.SUBMISSION_IMPORT),
    }
    return render(request, "fieldforms/list.html", words)


@require_safe
@needs(VIEW)
def xlsform(request: MemberRequest, view: str) -> HttpResponse:
    blank = _blank(view)
    data = files.to_xlsx(sheets(blank))
    return _download(data, SPREADSHEET, f"{names.form_id(view)}.xlsx")


@require_safe
@needs(VIEW)
def xform(request: MemberRequest, view: str) -> HttpResponse:
    data = files.to_xform(_blank(view)).encode()
    return _download(data, "application/xml", f"{names.form_id(view)}.xml")


@require_safe
@needs(VIEW)
def paper(request: MemberRequest, view: str, language: str, size: str) -> HttpResponse:
    edition = identification.current_edition()
    described = edition.data.views.get(view)
    if described is None or language not in packs.current().languages:
        raise NotFound(NO_SUCH)
    blank = blanks.blank_of(described, edition)
    sheet = papers.Sheet(blank, language, is_large=size == "large")
    name = f"{names.form_id(view)}-{language}-{size}.pdf"
    return _download(papers.render(sheet), "application/pdf", name)


def _blank(view: str) -> "Blank":
    """Put together a form of the edition in force.

    Raises:
        NotFound: It has no such view, or nothing is entered in it.
    """
    edition = identification.current_edition()
    described = selectors.exportable(edition).get(view)
    if described is None:
        raise NotFound(NO_SUCH)
    return blanks.blank_of(described, edition)


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
