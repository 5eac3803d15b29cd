"""A file as it leaves the platform."""

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.utils.translation import gettext as _

from korgoo.lib.errors import NotFound
from korgoo.library.files import name_of

if TYPE_CHECKING:
    from korgoo.library.models import Version

# A file from outside runs nothing and reaches nothing, whatever it holds.
ALONE = "default-src 'none'; sandbox"


def sent(row: "Version") -> HttpResponse:
    """Send a version to be kept, named by its code alone.

    Raises:
        NotFound: It is a web address, not a file.
    """
    if not row.size:
        raise NotFound(_("We found no such document."))
    name = name_of(row.document.code, row.number, row.media_type)
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Content-Security-Policy": ALONE,
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(bytes(row.content), content_type=row.media_type, headers=headers)
