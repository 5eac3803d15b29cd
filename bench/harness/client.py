"""A small browser: one kept-alive connection, its cookies, and the hidden fields of forms."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode
from uuid import uuid4

HOST = "127.0.0.1"
SECONDS = 60
LANGUAGE = "ky"
URLENCODED = "application/x-www-form-urlencoded"


class NoAnswer(Exception):
    """The connection broke before the answer was read: nobody knows what became of the request."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. ``body`` is as it was sent, compressed if the server compressed it."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The page, if it was not compressed."""
        return self.body.decode()

    @property
    def location(self) -> str:
        """Where a redirect leads; empty for other answers."""
        return self.headers.get("location", "")


class Browser:
    """One visitor. Not to be shared between threads."""

    def __init__(self, port: int, encoding: str = "identity") -> None:
        self._line = HTTPConnection(HOST, port, timeout=SECONDS)
        self._port = port
        self._encoding = encoding
        self.cookies: dict[str, str] = {}

    def get(self, path: str) -> Answer:
        """Fetch a page; once more if the server closed a connection that was idle for too long.

        Raises:
            NoAnswer: The connection broke.
        """
        try:
            return self._send("GET", path, None)
        except NoAnswer:
            return self._send("GET", path, None)

    def post(self, path: str, fields: Mapping[str, str | Sequence[str]]) -> Answer:
        """Send a form; a field may have several values.

        Raises:
            NoAnswer: The connection broke.
        """
        return self._send("POST", path, urlencode(fields, doseq=True, encoding="utf-8"))

    def post_parts(
        self, path: str, fields: Mapping[str, str], files: Mapping[str, bytes]
    ) -> Answer:
        """Send a form as a browser sends one that may carry files.

        Raises:
            NoAnswer: The connection broke.
        """
        fence = uuid4().hex
        body = b"".join(
            [
                *(_part(fence, f'name="{name}"', text.encode()) for name, text in fields.items()),
                *(
                    _part(fence, f'name="{name}"; filename="f"', content)
                    for name, content in files.items()
                ),
                f"--{fence}--\r\n".encode(),
            ]
        )
        return self._send("POST", path, body, f"multipart/form-data; boundary={fence}")

    def sign_in(self, key: str) -> None:
        """Come in by the door of the demonstration.

        Raises:
            RuntimeError: The door did not open.
        """
        door = f"/demo/{key}/"
        answer = self.post(door, hidden_fields(self.get("/demo/").text, door))
        if answer.location != "/home/":
            raise RuntimeError(f"{door}: {answer.status} {answer.location}")

    def _send(
        self, method: str, path: str, body: str | bytes | None, kind: str = URLENCODED
    ) -> Answer:
        try:
            self._line.request(method, path, body, self._headers(method, kind))
            response = self._line.getresponse()
            read = response.read()
        except (OSError, HTTPException) as error:
            self._line.close()  # the next request opens a new one
            raise NoAnswer(str(error)) from error
        self._keep(response.headers.get_all("Set-Cookie") or [])
        headers = {name.lower(): value for name, value in response.headers.items()}
        return Answer(response.status, headers, read)

    def _headers(self, method: str, kind: str) -> dict[str, str]:
        headers = {"Accept-Encoding": self._encoding, "Accept-Language": LANGUAGE}
        if self.cookies:
            headers["Cookie"] = "; ".join(f"{n}={v}" for n, v in self.cookies.items())
        if method == "POST":
            headers["Content-Type"] = kind
            headers["Origin"] = f"http://{HOST}:{self._port}"
        return headers

    def _keep(self, lines: list[str]) -> None:
        for line in lines:
            name, _is, value = line.partition(";")[0].partition("=")
            if value in ("", '""'):
                self.cookies.pop(name, None)
            else:
                self.cookies[name] = value


def _part(fence: str, what: str, content: bytes) -> bytes:
    head = f"--{fence}\r\nContent-Disposition: form-data; {what}\r\n\r\n"
    return head.encode() + content + b"\r\n"


class _Forms(HTMLParser):
    """Collects the hidden fields of each form, by the address the form goes to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, dict[str, str]] = {}
        self._open: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = self.found.setdefault(given.get("action", ""), {})
        elif tag == "input" and given.get("type") == "hidden":
            self._open[given["name"]] = given.get("value", "")


def hidden_fields(page: str, action: str) -> dict[str, str]:
    """Return the hidden fields of the form that goes to an address.

    Raises:
        LookupError: The page has no such form.
    """
    found = forms(page)
    if action not in found:
        raise LookupError(f"no form to {action}: {sorted(found)}")
    return found[action]


def forms(page: str) -> dict[str, dict[str, str]]:
    """Return the hidden fields of each form of a page, by the address it goes to."""
    reader = _Forms()
    reader.feed(page)
    return reader.found


def new_key() -> str:
    """Make the submission key of another filled-in form."""
    return str(uuid4())
