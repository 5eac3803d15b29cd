"""What the layout needs on every page."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from django.conf import settings
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils.translation import get_language

from korgoo.web import helplines, navigation

if TYPE_CHECKING:
    from django.http import HttpRequest

MARK = Path(__file__).parent / "static" / "korgoo" / "mark.svg"


def page(request: "HttpRequest") -> dict[str, Any]:
    """Return the layout's values for one request."""
    actor = getattr(request, "actor", None)
    return bare() | {
        "demo": settings.DEMO,
        "actor": actor,
        "home": reverse("web:home" if actor else "web:start"),
        "laws": reverse("lawbook:instruments"),
        "navigation": navigation.items(request, actor),
        "door_menu": navigation.door_items(request.path),
        "language_links": language_links(request.path),
        "messages": get_messages(request),
        "hotlines": helplines.lines(),
        "place": request.get_full_path() if request.method == "GET" else request.path,
    }


def language_links(path: str) -> list[tuple[str, str, str]]:
    """Give code, own name and address of a page in each language, where the address names one."""
    first, _slash, rest = path.lstrip("/").partition("/")
    if path != "/" and first not in dict(settings.LANGUAGES):
        return []
    return [(code, name, f"/{code}/{rest}") for code, name in settings.LANGUAGES]


def bare() -> dict[str, Any]:
    """Return the layout's values without asking anything that can fail: for the page of errors."""
    return {
        "language": get_language() or settings.LANGUAGE_CODE,
        "languages": settings.LANGUAGES,
        "demo": False,
        "actor": None,
        "home": "/",
        "laws": "/laws/",
        "navigation": [],
        "door_menu": [],
        "language_links": [],
        "messages": [],
        "hotlines": [],
        "place": "/",
        "exit_address": settings.EXIT_ADDRESS,
        "icon": _icon(),
    }


@cache
def _icon() -> str:
    """Return the mark as a data address: one request less on the first visit."""
    return "data:image/svg+xml," + quote(MARK.read_text(encoding="utf-8").strip())
