"""Which version of a part the writer saw: it comes hidden with the form."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.http import HttpRequest


def seen(request: "HttpRequest") -> int:
    """Read the version that came with a form; 0, which no part has, when it is missing or no number."""
    typed = request.POST.get("seen", "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 10 else 0
