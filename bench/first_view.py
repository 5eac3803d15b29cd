"""What a visitor with a slow line fetches first: bytes and requests of the public front page.

    python bench/first_view.py [--full]

Fetched from the real server by a visitor without cookies or cache who takes brotli or gzip: the page,
what it names, and the fonts that its style names. The server does not compress pages itself (a
compressed page beside a secret can leak it); a proxy in front may.
"""

import re
import sys

import brotli
from harness import report, server
from harness.client import Browser
from harness.place import place

BYTES_BAR, REQUESTS_BAR = 60_000, 5
# Other public pages for persons in distress, measured once as a browser fetches them.
REFERENCES = (
    ("UK referral form", "145 KB + fonts", 8),
    ("Hush Line", "191 KB + fonts", 15),
)
PROXY_QUALITY = 5  # what proxies take for pages made on demand


def main() -> None:
    """Measure, print and publish."""
    with place(demo=False) as here, server.korgoo(here) as ours:
        browser = Browser(ours.port, encoding="br, gzip")
        page = browser.get("/")
        text = page.text
        parts = fetch(browser, text)
    served = len(page.body) + sum(parts.values())
    behind = len(brotli.compress(page.body, quality=PROXY_QUALITY)) + sum(parts.values())
    rows = [
        ["page", len(page.body), 1, ""],
        *([kind(name), size, 1, ""] for name, size in parts.items()),
        ["whole view, as served", served, 1 + len(parts), bar(served, 1 + len(parts))],
        ["whole view, page by brotli too", behind, 1 + len(parts), bar(behind, 1 + len(parts))],
        *([name, size, requests, ""] for name, size, requests in REFERENCES),
    ]
    section = report.Section(
        "First view",
        ("part", "bytes", "requests", "bar"),
        rows,
        ("Bytes of the answers' bodies. The references were measured earlier, not in this run.",),
    )
    report.publish(section, full="--full" in sys.argv)


def fetch(browser: Browser, page: str) -> dict[str, int]:
    """Return the size of each file that a browser fetches for a page, as it was sent.

    Raises:
        RuntimeError: A file is not there.
    """
    waiting, found = named_in_page(page), {}
    while waiting:
        path = waiting.pop(0)
        answer = browser.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status}")
        found[path] = len(answer.body)
        if path.endswith(".css"):
            style = decoded(answer.body, answer.headers.get("content-encoding", ""))
            waiting += [p for p in named_in_style(style, path) if p not in found]
    return found


def named_in_page(page: str) -> list[str]:
    """List the local files that a page makes the browser fetch: styles, scripts, pictures."""
    tags = re.findall(r"<(?:script|img|link)\b[^>]*>", page)
    loads = [tag for tag in tags if not re.search(r'rel="(?!stylesheet|preload|manifest)', tag)]
    found = [path for tag in loads for path in re.findall(r'(?:src|href)="(/[^"/][^"]*)"', tag)]
    return list(dict.fromkeys(found))


def named_in_style(style: str, path: str) -> list[str]:
    """List the files that a style names, as addresses; data addresses cost no request."""
    folder = path.rpartition("/")[0]
    names = re.findall(r"""url\(["']?([^"')]+)["']?\)""", style)
    local = [name for name in names if not name.startswith("data:")]
    return list(dict.fromkeys(n if n.startswith("/") else f"{folder}/{n}" for n in local))


def decoded(body: bytes, encoding: str) -> str:
    """Read a compressed text."""
    return (brotli.decompress(body) if encoding == "br" else body).decode()


def kind(path: str) -> str:
    """Name a file without the hash in its name."""
    return re.sub(r"\.[0-9a-f]{12}(?=\.)", "", path.rpartition("/")[2])


def bar(size: int, requests: int) -> str:
    """Say whether a view fits a slow line."""
    ok = size <= BYTES_BAR and requests <= REQUESTS_BAR
    return f"{BYTES_BAR // 1000} KB, {REQUESTS_BAR} requests: {'held' if ok else 'MISSED'}"


if __name__ == "__main__":
    main()
