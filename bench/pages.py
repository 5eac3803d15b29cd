"""What pages cost: pages per second and server time per page, beside the framework's floor.

    python bench/pages.py [--full]

The floor is measured in the same run, in turns with our pages: `bare` has the same server, middleware,
database and session. The pages of cases are measured again at each size of the database, with all that stands
beside cases in its tables, and the memory of the server over thousands of pages.
"""

import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from re import search

from harness import report, server
from harness.client import Browser
from harness.load import run
from harness.place import POSTGRESQL, SQLITE, Place, place

PERSON = "shelter"  # owns cases, and has referrals in its inbox
WATCHER, VISITOR = "coordinator", ""
# Lists that a member keeps: one that many cases fit, and one that hardly any does.
WISHES = {
    "kept list, many fit": "protection=presumed&danger=yes",
    "kept list, few fit": "sex=other&age=child&exploitation=organ_removal&late=1",
}
CLIENTS = 2
WARM_UP = 10
FRONT_BAR, LIST_BAR, FLAT_BAR = 0.5, 2.0, 1.3


@dataclass(frozen=True, slots=True)
class Extent:
    """How much is measured: pages in a turn, turns, pages for the memory, sizes on each engine."""

    pages: int
    turns: int
    memory: int
    sizes: dict[str, tuple[int, ...]]


SHORT = Extent(10, 2, 100, {SQLITE: (2_000, 10_000)})
FULL = Extent(
    40,
    3,
    4_000,
    dict.fromkeys((SQLITE, POSTGRESQL), (10_000, 100_000, 1_000_000)),
)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page to measure: its name, server, address, and who opens it; nobody: a visitor."""

    name: str
    at: server.Server
    path: str
    person: str = PERSON


@dataclass(frozen=True, slots=True)
class Cost:
    """Medians over the turns."""

    rate: float
    cpu_ms: float
    p95_ms: float
    size: int


def main() -> None:
    """Measure on each engine; publish after each, so that a broken run leaves what it has."""
    full = "--full" in sys.argv
    extent = FULL if full else SHORT
    pages, sizes, memory = [], [], []
    for engine, steps in extent.sizes.items():
        with place(engine) as here, server.korgoo(here) as ours, server.bare(here) as floor:
            for rows in measure_sizes(here, ours, floor, extent):
                sizes += rows
                publish(pages, sizes, memory, full=full)
            case = grow(here, steps[-1])
            pages += measure_pages(ours, floor, case, extent)
            if engine == SQLITE:  # the engine works in the process that is measured
                memory += measure_memory(ours, case, extent)
            publish(pages, sizes, memory, full=full)


def grow(here: Place, size: int) -> str:
    """Let there be so many cases, and the kept lists; give the address of a new case."""
    grown = here.ask("grow", PERSON, str(size), *WISHES.values())
    return f"/cases/{grown['case']}/"


def measure_pages(
    ours: server.Server, floor: server.Server, case: str, extent: Extent
) -> list[list[object]]:
    """Return a row for each page, with its ratio to the floor beneath it."""
    engine = ours.place.engine
    pages = [
        front_floor := Page("bare view", floor, "/", person=VISITOR),
        front := Page("front page", ours, "/", person=VISITOR),
        Page("bare list of 25, visitor", floor, "/rows/", person=VISITOR),
        member_floor := Page("bare list of 25, member", floor, "/rows/"),
        *member_pages(ours, case),
    ]
    costs = measure(pages, extent)
    rows = []
    for page in pages:
        beneath = costs[front_floor if page in (front, front_floor) else member_floor]
        cost = costs[page]
        bar = verdict(page, cost, beneath, front)
        ratio = (cost.rate / beneath.rate, cost.cpu_ms / beneath.cpu_ms)
        rows.append(
            [page.name, engine, cost.size, cost.rate, cost.cpu_ms, cost.p95_ms, *ratio, bar]
        )
    return rows


def member_pages(ours: server.Server, case: str) -> list[Page]:
    """List the pages of a member that answer."""
    known = {
        "role home": "/home/",
        "referral inbox": "/referrals/inbox/",
        "case list, 25 rows": "/cases/",
        "case page": case,
    }
    browser = signed_in(ours, PERSON)
    pages = [Page(name, ours, path) for name, path in known.items()]
    broken = [page.name for page in pages if browser.get(page.path).status != 200]
    if broken:
        print(f"left out, they do not answer: {', '.join(broken)}")
    return [page for page in pages if page.name not in broken]


def measure(pages: list[Page], extent: Extent) -> dict[Page, Cost]:
    """Measure pages in turns, so that what else runs on this machine falls on all of them."""
    visits = {page: [browser_of(page) for _ in range(CLIENTS)] for page in pages}
    for page in pages:
        turn(page, visits[page], WARM_UP)
    turns = [
        {page: turn(page, visits[page], extent.pages) for page in pages}
        for _ in range(extent.turns)
    ]
    return {page: median([t[page] for t in turns]) for page in pages}


def turn(page: Page, browsers: list[Browser], pages: int) -> Cost:
    """Fetch a page so many times.

    Raises:
        RuntimeError: An answer was not the page.
    """
    size = len(browsers[0].get(page.path).body)
    before = page.at.cpu_ms()
    done = run([fetch(browser, page.path) for browser in browsers], most=pages)
    if done.errors:
        raise RuntimeError(f"{page.name}: {done.errors[0]}")
    cpu = (page.at.cpu_ms() - before) / len(done.waits)
    return Cost(done.rate, cpu, done.wait_ms(0.95), size)


def fetch(browser: Browser, path: str) -> Callable[[], None]:
    """Return the step of a client that fetches one page."""

    def step() -> None:
        answer = browser.get(path)
        if answer.status != 200:
            raise RuntimeError(f"{path}: {answer.status} {answer.location}")

    return step


def median(costs: list[Cost]) -> Cost:
    """Return the median of each figure."""
    rate = statistics.median(cost.rate for cost in costs)
    cpu = statistics.median(cost.cpu_ms for cost in costs)
    return Cost(rate, cpu, statistics.median(cost.p95_ms for cost in costs), costs[-1].size)


def verdict(page: Page, cost: Cost, beneath: Cost, front: Page) -> str:
    """Say whether a page holds its bar; empty where none is set."""
    if page is front:
        return held(cost.rate / beneath.rate >= FRONT_BAR, f"at least {FRONT_BAR} of the rate")
    if page.name.startswith("case list"):
        return held(cost.cpu_ms / beneath.cpu_ms <= LIST_BAR, f"at most {LIST_BAR:.0f}x the time")
    return ""


def held(ok: bool, bar: str) -> str:  # noqa: FBT001
    """Word a bar and whether it holds."""
    return f"{bar}: {'held' if ok else 'MISSED'}"


def measure_sizes(
    here: Place, ours: server.Server, floor: server.Server, extent: Extent
) -> Iterator[list[list[object]]]:
    """Give the rows of each number of cases: a row for a page, beside the bare list of the same turns."""
    smallest: dict[str, tuple[float, float]] = {}
    for size in extent.sizes[here.engine]:
        bare, *pages = pages_of_cases(ours, floor, grow(here, size))
        costs = measure([bare, *pages], extent)
        yield [
            row_of(page.name, here.engine, size, costs[page], costs[bare], smallest)
            for page in (bare, *pages)
        ]


def row_of(
    name: str,
    engine: str,
    size: int,
    cost: Cost,
    floor: Cost,
    smallest: dict[str, tuple[float, float]],
) -> list[object]:
    """Say what a page costs, beside the floor, and beside itself at the smallest size.

    What else runs on the machine makes everything dearer for a while, or the floor alone: a page grew if it
    grew both by itself and in floors.
    """
    is_first, ratio = name not in smallest, cost.cpu_ms / floor.cpu_ms
    cpu_before, ratio_before = smallest.setdefault(name, (cost.cpu_ms, ratio))
    grown = (cost.cpu_ms / cpu_before, ratio / ratio_before)
    bar = "" if is_first or cost is floor else held(min(grown) <= FLAT_BAR, f"{FLAT_BAR}x")
    return [name, engine, thousands(size), cost.cpu_ms, cost.p95_ms, ratio, *grown, bar]


def pages_of_cases(ours: server.Server, floor: server.Server, case: str) -> list[Page]:
    """List the floor and the pages that could grow with the cases."""
    return [
        Page("floor: bare list of 25", floor, "/rows/"),
        Page("case page", ours, case),
        Page("case list, first page", ours, "/cases/"),
        Page("case list, 20th page", ours, far_page(ours)),
        *(Page(name, ours, f"/cases/?{wish}") for name, wish in WISHES.items()),
        Page("board of the co-ordinator", ours, "/board/", WATCHER),
    ]


def far_page(ours: server.Server, pages: int = 20) -> str:
    """Walk down the list and return the address of a page far below."""
    browser, path = signed_in(ours, PERSON), "/cases/"
    for _ in range(pages):
        found = search(r'href="(?:/cases/)?(\?after=[^"]+)"', browser.get(path).text)
        if found is None:
            break
        path = "/cases/" + found.group(1).replace("&amp;", "&")
    return path


def measure_memory(ours: server.Server, case: str, extent: Extent) -> list[list[object]]:
    """Return the memory of a server just started, after each quarter of many pages of all kinds."""
    ours.stop()
    ours.start()
    pages = [Page("front page", ours, "/", person=VISITOR), *member_pages(ours, case)]
    visits = {page: [browser_of(page) for _ in range(CLIENTS)] for page in pages}
    marks = [ours.rss_mb()]
    for _quarter in range(4):
        for page in pages:
            turn(page, visits[page], extent.memory // 4 // len(pages))
        marks.append(ours.rss_mb())
    growth = marks[-1] - marks[1]
    return [[thousands(extent.memory), ours.place.engine, *marks, growth]]


def thousands(number: int) -> str:
    """Write a number in groups of three digits."""
    return f"{number:,}".replace(",", " ")


def browser_of(page: Page) -> Browser:
    """Return a visitor's or a member's browser for the server of a page."""
    return signed_in(page.at, page.person) if page.person else Browser(page.at.port)


def signed_in(at: server.Server, person: str) -> Browser:
    """Sign in where the door is; the bare server takes the same cookies."""
    browser = Browser(at.port)
    if at.settings == "bare.settings":
        browser.cookies = dict(SIGNED[at.place.engine])
        return browser
    browser.sign_in(person)
    SIGNED[at.place.engine] = dict(browser.cookies)
    return browser


SIGNED: dict[str, dict[str, str]] = {}


def publish(
    pages: list[list[object]], sizes: list[list[object]], memory: list[list[object]], *, full: bool
) -> None:
    """Print the three tables, and write them when they are of a full run."""
    for section in sections(pages, sizes, memory):
        if section.rows:  # the others keep what stands on the page
            report.publish(section, full=full)


def sections(
    pages: list[list[object]], sizes: list[list[object]], memory: list[list[object]]
) -> Iterator[report.Section]:
    """Put the rows under their headings."""
    cost = (
        "page",
        "engine",
        "bytes",
        "pages/s",
        "CPU ms/page",
        "p95 ms",
        "rate/floor",
        "CPU/floor",
    )
    yield report.Section(
        "Pages",
        (*cost, "bar"),
        pages,
        (
            f"{CLIENTS} clients with kept-alive connections; 1 worker, 4 threads; medians over turns.",
            "CPU is that of the server's processes, without a database server's own.",
            "Read with all cases of the next table there: a million.",
            "A quarter of all referrals go to this one house: about 2 400 wait in its inbox at a million cases, 100 are shown.",
            "The floor of the front page is a bare Django view that sends as many bytes.",
            "The floor of the others is a bare list of 25 rows of one model: plain Jinja2, same session.",
        ),
    )
    yield report.Section(
        "Pages by number of cases",
        (
            *("page", "engine", "cases", "CPU ms", "p95 ms", "CPU/floor"),
            *("CPU to the smallest", "floors to the smallest", "bar"),
        ),
        sizes,
        (
            "A case every ten minutes: a million are nineteen years. Those of half a year are open, of the older ones 2 %.",
            "Half of the cases belong to the organisation whose list is read.",
            "Beside cases: status moves, timeline, clocks, sealed parts with their keys, closures, consents, referrals, gaps.",
            "The floor is measured in turns with the pages, so that what else runs falls on both.",
            f"To the smallest: growth since the smallest size. A page is flat if one of both is at most {FLAT_BAR}x:",
            "what else runs makes now all dearer, now the floor alone, by up to a third.",
            "The board counts the gaps of this year: ten thousand cases have three months of them, more have all.",
        ),
    )
    yield report.Section(
        "Memory",
        ("pages", "engine", "at start", "1/4", "2/4", "3/4", "4/4", "growth after 1/4"),
        memory,
        (
            "Resident memory of the server's processes in MB, over pages of all kinds above.",
            "Reference: the UK referral form grew from 158 to 476 MB.",
        ),
    )


if __name__ == "__main__":
    main()
