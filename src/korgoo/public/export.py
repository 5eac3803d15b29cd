"""The whole public side as plain files, for any web server: the same bytes for the same content.

Pages are asked for as a browser asks, so that nothing can differ from what the platform shows. What
is not the same for all readers (forms that are answered, sign-in, the person's own page) is left
out, and links to it lead back to the platform.
"""

import hashlib
import io
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.handlers.base import BaseHandler
from django.core.handlers.wsgi import WSGIRequest
from django.http import HttpResponse

from korgoo.lib.errors import DomainError
from korgoo.public import pages
from korgoo.rights import api as rights

LIST = ".korgoo-export"  # which files are ours, with their hashes
_LINK = re.compile(rb'\b(href|action|src|content)="(/[^"/][^"]*|/)"')
_FILE_OF_CSS = re.compile(rb'url\("?([^")]+)"?\)')
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written.

    Attributes:
        files: how many files there are now.
        size: their bytes.
        changed: how many differ from before.
    """

    files: int
    size: int
    changed: int


def export(to: Path, *, origin: str, progress: Progress | None = None) -> Exported:
    """Write every page that is the same for all readers into a folder.

    Args:
        to: The folder; it is made. Files of an earlier export that no longer belong are removed.
        origin: Address of the platform, to which forms and sign-in lead back.
        progress: Told how many pages are written, and how many there are.

    Raises:
        DomainError: The folder holds something else, or a page could not be drawn.
    """
    before = _written(to)
    wanted = [*pages.all_paths(), *_lists(), "/sw.js", "/robots.txt"]
    here = frozenset(wanted)
    files: dict[str, bytes] = {}
    handler = _handler()
    for number, path in enumerate(wanted):
        files[_name(path)] = _lead_back(_page(path, handler), here, origin)
        if progress:
            progress(number + 1, len(wanted))
    files["index.html"] = files[_name(pages.address(settings.LANGUAGE_CODE, "door"))]
    files |= dict(_statics(files))
    return _write(to, files, before)


def _lists() -> list[str]:
    """List the addresses from which a worker learns what to keep."""
    places = rights.destinations(settings.LANGUAGE_CODE)
    return [f"/{code}/kept/{place.key}.json" for code in pages.languages() for place in places]


def _page(path: str, handler: BaseHandler) -> bytes:
    """Ask for a page as a browser does, through all middleware, without ending the caller's work."""
    address = urlsplit(settings.PUBLIC_ADDRESS)
    environ = {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": "",
        "SCRIPT_NAME": "",
        "SERVER_NAME": address.hostname or "localhost",
        "SERVER_PORT": str(address.port or 443),
        "HTTP_HOST": address.netloc,
        "HTTP_X_FORWARDED_PROTO": address.scheme,
        "wsgi.url_scheme": address.scheme,
        "wsgi.input": io.BytesIO(),
        "wsgi.errors": io.StringIO(),
    }
    answer = handler.get_response(WSGIRequest(environ))
    if answer.status_code != HTTPStatus.OK or not isinstance(answer, HttpResponse):
        message = f"{path} could not be drawn ({answer.status_code}). Nothing was written."
        raise DomainError(message)
    return answer.content


def _handler() -> BaseHandler:
    handler = BaseHandler()
    handler.load_middleware()
    return handler


def _lead_back(page: bytes, here: frozenset[str], origin: str) -> bytes:
    """Let links to what is not exported lead to the platform."""
    if not page.lstrip().startswith(b"<!DOCTYPE html>"):
        return page

    def lead(found: re.Match[bytes]) -> bytes:
        target = found[2].decode()
        path = target.partition("#")[0]
        is_form = (
            found[1] == b"action"
        )  # plain files answer no form, also not that of their own page
        stays = not is_form and (path in here or path.startswith(settings.STATIC_URL))
        return found[0] if stays else f'{found[1].decode()}="{origin}{target}"'.encode()

    return _LINK.sub(lead, page)


def _statics(files: dict[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Give the files that the pages load, and those that these load."""
    start = settings.STATIC_URL.encode()
    asked = {address[len(start) :].decode() for address in _asked(files.values(), start)}
    while asked:
        name = asked.pop()
        content = _static(name)
        yield f"{settings.STATIC_URL.strip('/')}/{name}", content
        if name.endswith(".css"):
            folder = Path(name).parent
            asked |= {(folder / one.decode()).as_posix() for one in _FILE_OF_CSS.findall(content)}
            asked = {one for one in asked if "data:" not in one}


def _asked(contents: Iterable[bytes], start: bytes) -> set[bytes]:
    pattern = re.compile(rb'"(' + re.escape(start) + rb'[^"#?]+)')
    found: set[bytes] = set()
    for content in contents:
        found |= set(pattern.findall(content))
    return found


def _static(name: str) -> bytes:
    collected = Path(settings.STATIC_ROOT) / name
    found = collected if collected.is_file() else finders.find(name)
    if not found:
        raise DomainError(f"The file {name} is not there: run `make run` once.")
    return Path(str(found)).read_bytes()


def _name(path: str) -> str:
    """Name the file of an address: a folder has its index."""
    return path.lstrip("/") + ("index.html" if path.endswith("/") else "")


def _written(to: Path) -> dict[str, str]:
    """Read which files an earlier export wrote."""
    listed = to / LIST
    if listed.is_file():
        lines = listed.read_text(encoding="utf-8").splitlines()
        return {name: mark for mark, name in (line.split("  ", 1) for line in lines)}
    if to.exists() and any(to.iterdir()):
        raise DomainError(
            f"{to} holds other files. Name an empty folder, or one of an earlier export."
        )
    return {}


def _write(to: Path, files: dict[str, bytes], before: dict[str, str]) -> Exported:
    marks = {name: hashlib.sha256(content).hexdigest() for name, content in files.items()}
    changed = [name for name, mark in marks.items() if before.get(name) != mark]
    for name in changed:
        place = to / name
        place.parent.mkdir(parents=True, exist_ok=True)
        fresh = place.with_name(f"{place.name}.new")
        fresh.write_bytes(files[name])
        fresh.replace(place)  # a reader gets the old page or the new one, never half of one
    for name in before.keys() - files.keys():
        (to / name).unlink(missing_ok=True)
    lines = [f"{marks[name]}  {name}" for name in sorted(marks)]
    to.mkdir(parents=True, exist_ok=True)
    (to / LIST).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return Exported(len(files), sum(map(len, files.values())), len(changed))
