"""Where printed pieces lie; writing down a movement; both as CSV."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.lib.attempts import READ, status_of
from korgoo.lib.errors import DomainError, Locked, NotFound
from korgoo.materials import places, selectors, services
from korgoo.materials.errors import NotSoMany
from korgoo.materials.forms import StockForm
from korgoo.materials.presentation import stock as presentation

VIEW = Permission.MATERIAL_VIEW


@require_safe
@needs(VIEW)
def campaign(request: MemberRequest, key: str) -> HttpResponse:
    page = presentation.campaign_stock(key, actor=request.actor)
    return render(request, "materials/campaign_stock.html", page)


@kept_as(gettext_lazy("Movement of printed pieces"), StockForm)
@require_http_methods(READ)
@needs(Permission.STOCK_MOVE)
@once
def version(request: MemberRequest, version_id: UUID) -> HttpResponse:
    row = selectors.get_version(version_id, actor=request.actor)
    form = StockForm(request.POST or None, places=places.choices(actor=request.actor))
    if form.is_valid() and _moved(request, version_id, form):
        messages.success(request, _("Written down."))
        return redirect("materials:stock", version_id=version_id)
    page = presentation.version_stock(row) | {"form": form}
    return render(request, "materials/stock.html", page, status=status_of(form))


@require_safe
@needs(VIEW)
def balances(request: MemberRequest, key: str) -> HttpResponse:
    data = presentation.balances_csv(key, actor=request.actor)
    return _download(data, f"{key}-stock.csv")


@require_safe
@needs(VIEW)
def movements(request: MemberRequest, key: str) -> HttpResponse:
    data = presentation.movements_csv(key, actor=request.actor)
    return _download(data, f"{key}-movements.csv")


def _moved(request: MemberRequest, version_id: UUID, form: StockForm) -> bool:
    """Move it; when there are not so many pieces, the number is to blame."""
    try:
        services.move(version_id, form.shift(), actor=request.actor)
    except (NotFound, Locked):
        raise
    except DomainError as error:
        field = "count" if isinstance(error, NotSoMany) else None
        form.add_error(field, str(error.message))
    return not form.errors


def _download(data: bytes, name: str) -> HttpResponse:
    response = HttpResponse(data, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response
