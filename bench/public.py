"""What the public door costs a reader on a slow line, and what a reader costs the server.

    python bench/public.py [--full]

Each kind of page is opened by Chromium at 360 points through a line of 400 kbit/s and 400 ms there and
back: first by a phone that never was here, then again by the same phone, whose worker has kept what it
keeps. Then the pages are fetched as fast as they come, in turns with a bare view of the framework that
sends as many bytes, and with the exported files served by the same server.
"""

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from first_view import BYTES_BAR, REFERENCES, REQUESTS_BAR
from harness import phone, report, server
from harness.client import Browser
from harness.line import Line, line
from harness.place import ENGINES, SQLITE, Place, place
from pages import CLIENTS, FRONT_BAR, Cost, Extent, Page, held, measure
from playwright.sync_api import Browser as Chromium

SECONDS_BAR = 3.0
PACKED = "packed.settings"
Rows = list[list[object]]


@dataclass(frozen=True, slots=True)
class Door:
    """One kind of public page.

    Attributes:
        is_exported: Whether it is the same for all readers, and so is written as a file.
    """

    name: str
    path: str
    is_exported: bool = True


@dataclass(frozen=True, slots=True)
class Reach:
    """How much is measured: visits of each page, and the extent of the fetching, on which engines."""

    visits: int
    fetched: Extent
    engines: tuple[str, ...]


SHORT = Reach(1, Extent(40, 2, 0, {}), (SQLITE,))
FULL = Reach(3, Extent(200, 3, 0, {}), ENGINES)


def main() -> None:
    """Measure and publish; after each table, so that a broken run leaves what it has."""
    full = "--full" in sys.argv
    reach = FULL if full else SHORT
    rates: Rows = []
    for engine in reach.engines:
        with place(engine) as here:
            files = exported(here)
            with server.korgoo(here) as ours:
                doors = find_doors(Browser(ours.port))
                if engine == SQLITE:
                    report.publish(views_of(here, ours, doors, reach), full=full)
                rates += rates_of(here, ours, doors, files, reach)
            report.publish(rates_section(rates), full=full)


def exported(here: Place) -> Path:
    """Write the public side as plain files."""
    files = here.var / "files"
    here.run("korgoo.cli", "public", "export", str(files), "--demo")
    return files


def find_doors(browser: Browser) -> list[Door]:
    """Walk through the public door and list one page of each kind."""
    rights, listed = "/ky/rights/", "/ky/agencies/list/"
    place = f"{rights}russia/"
    question = link(browser, place, rf"{place}q/[a-z0-9-]+/")
    country = link(browser, listed, rf"{listed}[A-Z]{{2}}/")
    agency = link(browser, country, r"/ky/agencies/a/[0-9a-f-]{36}/")
    return [
        Door("start", "/ky/"),
        Door("rights, start", rights),
        Door("rights, a country", place),
        Door("rights, a question there", question),
        Door("rights, one statement", link(browser, f"{place}all/", rf"{place}i/[a-z0-9-]+/")),
        Door("rights, all of a country", f"{place}all/"),
        Door("agencies, the question", "/ky/agencies/"),
        Door("agencies, one of them", agency),
        Door("agencies, the countries", listed),
        Door("agencies, those of a country", country),
        Door("offers, the questions", "/ky/offers/"),
        Door("help, start", "/ky/ask/"),
        Door("help, to write", "/ky/ask/write/", is_exported=False),
    ]


def link(browser: Browser, page: str, wanted: str) -> str:
    """Find the first link of a page that looks so.

    Raises:
        LookupError: It has none.
    """
    found = re.search(rf'href="({wanted})', browser.get(page).text)
    if found is None:
        raise LookupError(f"{page} leads to no {wanted}")
    return found.group(1)


def views_of(here: Place, ours: server.Server, doors: list[Door], reach: Reach) -> report.Section:
    """Open each page by Chromium: its weight, and how long two visits take on a slow line."""
    with (
        phone.chromium() as chromium,
        server.korgoo(here, PACKED) as packed,
        line(packed.port) as slow,
        line(packed.port, is_shared=False) as apart,
        line(ours.port) as unpacked,
    ):
        lines = (slow, apart, unpacked)
        rows = [view(chromium, lines, door, reach.visits) for door in doors]
    references: Rows = [[n, "", size, asked, *[""] * 7] for n, size, asked in REFERENCES]
    return views_section([*rows, *references])


def view(
    chromium: Chromium, lines: tuple[Line, Line, Line], door: Door, visits: int
) -> list[object]:
    """Give the row of one page; medians over the visits."""
    slow, apart, unpacked = lines
    packed, served = (phone.weigh(chromium, at.to, door.path) for at in (slow, unpacked))
    if packed.failed:
        raise RuntimeError(f"{door.name}: {packed.failed[0]}")
    pairs = [phone.visit_twice(chromium, slow, door.path) for _ in range(visits)]
    firsts, seconds = zip(*pairs, strict=True)
    old, plain = (
        [phone.visit_once(chromium, at, door.path) for _ in range(visits)]
        for at in (apart, unpacked)
    )
    usable = ready(firsts)
    fits = packed.size <= BYTES_BAR and packed.questions <= REQUESTS_BAR and usable <= SECONDS_BAR
    return [
        door.name,
        served.size,
        packed.size,
        packed.questions,
        median(visit.words for visit in firsts),
        usable,
        ready(old),
        ready(plain),
        ready(seconds),
        median(visit.size for visit in seconds),
        "held" if fits else "MISSED",
    ]


def ready(visits: tuple[phone.Visit, ...] | list[phone.Visit]) -> float:
    """Return the median of the seconds until words are seen and the page can be used."""
    return median(max(visit.words, visit.usable) for visit in visits)


def rates_of(
    here: Place, ours: server.Server, doors: list[Door], files: Path, reach: Reach
) -> Iterator[list[object]]:
    """Fetch pages, bare views and files in turns; give a row for each page."""
    visitor = Browser(ours.port)
    with server.bare(here) as bare, server.plain(here, files) as plain:
        for door in doors:
            size = len(visitor.get(door.path).body)
            page = Page(door.name, ours, door.path, person="")
            floor = Page("bare", bare, f"/bytes/{size}/", person="")
            anew = Page("anew", ours, f"{door.path}?anew=1", person="")
            file = Page("file", plain, door.path, person="")
            pages = [page, floor, anew, *([file] if door.is_exported else [])]
            costs = measure(pages, reach.fetched)
            yield rate(door, here.engine, costs[page], costs[floor], costs[anew], costs.get(file))


def rate(
    door: Door, engine: str, page: Cost, floor: Cost, anew: Cost, file: Cost | None
) -> list[object]:
    """Give the row of one page beside its floor, itself drawn anew, and its file."""
    to_floor = page.rate / floor.rate
    return [
        door.name,
        engine,
        page.size,
        page.rate,
        page.cpu_ms,
        anew.cpu_ms,
        floor.rate,
        to_floor,
        page.cpu_ms / floor.cpu_ms,
        file.rate if file else "",
        page.rate / file.rate if file else "",
        held(to_floor >= FRONT_BAR, str(FRONT_BAR)),
    ]


def views_section(rows: Rows) -> report.Section:
    """Put what a reader waits for under its heading."""
    return report.Section(
        "Public pages on a slow line",
        (
            *("page", "bytes as served", "bytes compressed", "requests", "first words s"),
            *("first visit s", "s by HTTP/1.1", "s as served", "second visit s", "its bytes"),
            f"{BYTES_BAR // 1000} KB, {REQUESTS_BAR} requests, {SECONDS_BAR:.0f} s",
        ),
        rows,
        (
            "Chromium at 360 points through a line of 400 kbit/s, 400 ms there and back, shared by all connections.",
            "A connection first costs two round trips (opening it, TLS 1.3); looking up the name is left out.",
            "All questions share one connection, as a proxy with HTTP/2 has it; by HTTP/1.1 each of several is greeted.",
            "A visit lasts until words are drawn and the page is read with its scripts run (DOMContentLoaded).",
            "Bytes are those of all bodies that the page fetches. Compressed: a proxy in front compresses texts (brotli 5);",
            "as served: the platform sends files compressed and pages not. The bars are of the compressed page.",
            "The second visit is the same phone's, with new connections; its worker has kept pages and files,",
            "and shows a kept page when the line takes longer than four seconds. Its bytes are all on the line, with heads.",
            "The references were measured earlier, not in this run.",
        ),
    )


def rates_section(rows: Rows) -> report.Section:
    """Put what a reader costs under its heading."""
    return report.Section(
        "Public pages a second",
        (
            *("page", "engine", "bytes", "pages/s", "CPU ms", "CPU ms drawn anew"),
            *("bare pages/s", "rate/bare", "CPU/bare", "files/s", "rate/files"),
            "rate/bare at least",
        ),
        rows,
        (
            f"{CLIENTS} clients with kept-alive connections; 1 worker, 4 threads; medians over turns; nothing compressed.",
            "Bare: a view of the framework with the same middleware that sends as many bytes, asking no database.",
            "Drawn anew: what the first reader after a change costs; the others get the page that was drawn.",
            "Files: what `korgoo public export` wrote, by the same server (granian) and whitenoise alone.",
            "The page to write for help carries seven words of its own: it is drawn for each reader, and is no file.",
            "CPU is that of the server's processes, without a database server's own.",
        ),
    )


if __name__ == "__main__":
    main()
