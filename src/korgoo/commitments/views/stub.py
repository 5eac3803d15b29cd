from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from korgoo.access.enums import Permission
from korgoo.access.http import MemberRequest, needs, public
from korgoo.lib.errors import NotFound


@require_safe
@needs(Permission.DOCUMENT_VIEW)
def stub(request: MemberRequest, /, **_names: object) -> HttpResponse:
    raise NotFound(_("We found no such page."))


@require_safe
@public
def public_stub(request: HttpRequest, /, **_names: object) -> HttpResponse:
    raise NotFound(_("We found no such page."))
