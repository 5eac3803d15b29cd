"""Lists of activities: brought as a file, looked at, taken whole or not at all."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, once
from korgoo.activities import selectors, services
from korgoo.activities.forms import ListForm
from korgoo.activities.lists import templates
from korgoo.activities.lists.columns import LANGUAGES
from korgoo.activities.presentation import choices, pages
from korgoo.activities.services.lists import Examined, examine
from korgoo.lib import clock
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.lib.fields import upload_field

LOG = Permission.ACTIVITY_LOG
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _examined_first(
    view: Callable[[MemberRequest, ListForm, Examined | None], HttpResponse],
) -> Callable[[MemberRequest], HttpResponse]:
    """Read the file before ``@once`` opens its transaction: nobody else can write during that."""

    @wraps(view)
    def examined(request: MemberRequest) -> HttpResponse:
        cards = choices.cards(request.actor, key=request.GET.get("campaign", ""))
        form = ListForm(request.POST or None, request.FILES or None, cards=cards)
        found = None
        if form.is_valid():
            found = examine(form.cleaned_data["file"], form.card, actor=request.actor)
        return view(request, form, found)

    return examined


@require_http_methods(READ)
@needs(LOG)
@_examined_first
@once
def bring(request: MemberRequest, form: ListForm, found: Examined | None) -> HttpResponse:
    if found:
        row = services.keep_list(found, actor=request.actor)
        return redirect("activities:list_import", list_id=row.pk)
    words = {
        "form": form,
        "upload": upload_field(form, accept=".csv,.xlsx"),
        "lists": pages.import_rows(selectors.list_lists(actor=request.actor)),
    }
    return render(request, "activities/bring.html", words, status=status_of(form))


@require_safe
@needs(LOG)
def list_import(request: MemberRequest, list_id: UUID) -> HttpResponse:
    return _page(request, list_id)


@require_POST
@needs(LOG)
@once
def take(request: MemberRequest, list_id: UUID) -> HttpResponse:
    try:
        row = services.take_list(list_id, actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        return _page(request, list_id, error=error)
    done = ngettext(
        "%(num)s activity is in the log.", "%(num)s activities are in the log.", row.added
    )
    messages.success(request, done % {"num": row.added})
    return redirect("activities:list_import", list_id=list_id)


@require_POST
@needs(LOG)
@once
def drop(request: MemberRequest, list_id: UUID) -> HttpResponse:
    services.drop_list(list_id, actor=request.actor)
    messages.success(request, _("The list was thrown away. Nothing was taken."))
    return redirect("activities:bring")


@require_safe
@needs(LOG)
def template_csv(request: MemberRequest, language: str) -> HttpResponse:
    data = templates.to_csv(_known(language), clock.today())
    return _download(data, "text/csv; charset=utf-8", f"activities-{language}.csv")


@require_safe
@needs(LOG)
def template_xlsx(request: MemberRequest, language: str) -> HttpResponse:
    data = templates.to_xlsx(_known(language), clock.today())
    return _download(data, SPREADSHEET, f"activities-{language}.xlsx")


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise NotFound(_("There is no template in this language."))
    return language


def _download(data: bytes, content_type: str, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _page(
    request: MemberRequest, list_id: UUID, *, error: DomainError | None = None
) -> HttpResponse:
    row = selectors.get_list(list_id, actor=request.actor)
    card = selectors.campaign_of(row.campaign_id, actor=request.actor)
    page = pages.import_page(row, card, (get_language() or "")[:2])
    words = page | {"error": str(error.message) if error else ""}
    return render(request, "activities/import.html", words, status=error.status if error else 200)
