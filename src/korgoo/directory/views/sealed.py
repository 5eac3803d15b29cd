"""Where a service is: the one page that opens the sealed address, for its own members."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, kept_as, needs, once
from korgoo.directory import selectors, services, wording
from korgoo.directory.forms import AddressForm
from korgoo.lib.attempts import READ, status_of, succeeds


@kept_as(gettext_lazy("Where a service is"), AddressForm)
@require_http_methods(READ)
@needs(Permission.ADDRESS_OPEN)
@once
def where(request: MemberRequest, service_id: UUID) -> HttpResponse:
    actor = request.actor
    service = selectors.get_own(service_id, actor=actor)
    if request.method == "POST":
        form = AddressForm(request.POST)
        if form.is_valid():
            address = form.to_address()
            if succeeds(form, lambda: services.write_address(service_id, address, actor=actor)):
                messages.success(request, _("The address is sealed. Only your members open it."))
                return redirect("directory:own")
    else:
        form = AddressForm(initial=services.open_address(service_id, actor=actor))
    words = {"form": form, "service": service, "kind": wording.kind_name(service.kind)}
    return render(request, "directory/where.html", words, status=status_of(form))
