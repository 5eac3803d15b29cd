"""What a whole journey costs the server: from the first call to the closed case, page by page.

    python bench/journey.py [--full]

A person calls, an officer fills a card and decides, asks for agreement and for shelter; the shelter accepts and
helps, the person says that help came, and the case is closed. Every page is opened and every form sent through
the real server. Beside each step stands the floor, measured in the same run: as many requests
to the bare list of 25 rows, with the same middleware, session and database.
"""

import re
import statistics
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape

from harness import report, server
from harness.client import Answer, Browser, forms, new_key
from harness.place import ENGINES, SQLITE, Place, place

from korgoo.demo.cards import BUILDING_SITE, TOLD

OFFICER, SHELTER = "inspector", "shelter"
ROUNDS, FULL_ROUNDS = 2, 9
COLUMNS = (
    *("step", "engine", "requests", "statements", "CPU ms"),
    *("floor: CPU ms of as many bare requests", "CPU/floor"),
)
AGREED = ("referral", "identity", "contact")
TALK = {"language": "ky", "capacity": "able", "lasts": "90", "proof": "witness"}


@dataclass(frozen=True, slots=True)
class Cost:
    """What one answer took: statements, and milliseconds of the processor."""

    statements: int
    cpu_ms: float


@dataclass(slots=True)
class Ledger:
    """What every answer of a journey took, by step."""

    steps: dict[str, list[Cost]] = field(default_factory=lambda: defaultdict(list))

    def note(self, step: str, answer: Answer) -> None:
        """Add an answer to a step."""
        statements, micros = answer.headers["x-bench-cost"].split()
        self.steps[step].append(Cost(int(statements), int(micros) / 1000))


@dataclass(slots=True)
class Walker:
    """One person at a browser, without scripts; every answer goes into the ledger."""

    browser: Browser
    ledger: Ledger
    step: str = ""
    path: str = ""
    page: str = ""

    def go(self, path: str) -> None:
        """Open an address, and where it leads.

        Raises:
            RuntimeError: It was refused.
        """
        self._arrive(path, self._noted(self.browser.get(path)))

    def follow(self, pattern: str) -> None:
        """Follow the first link whose address fits."""
        self.go(self.found(rf'href="({pattern})"'))

    def send(self, ends: str = "", **chosen: str | Sequence[str]) -> None:
        """Send the form whose address ends so, and open the page it leads to.

        Raises:
            LookupError: There is no such form.
        """
        known = forms(self.page)
        action = next((one for one in known if one.endswith(ends or self.path)), None)
        if action is None:
            raise LookupError(f"{self.path}: no form to {ends or self.path}: {sorted(known)}")
        given = {**known[action], **chosen, "submission_key": new_key()}
        self._arrive(action, self._noted(self.browser.post(action, given)))

    def found(self, pattern: str) -> str:
        """Return what stands on the page.

        Raises:
            LookupError: Nothing fits.
        """
        match = re.search(pattern, self.page)
        if match is None:
            raise LookupError(f"{self.path}: nothing like {pattern}")
        return unescape(match.group(1))

    def _noted(self, answer: Answer) -> Answer:
        self.ledger.note(self.step, answer)
        return answer

    def _arrive(self, path: str, answer: Answer) -> None:
        if answer.status == 302:
            self.go(answer.location)
        elif answer.status == 200:
            self.path, self.page = path.partition("?")[0], answer.text
        else:
            said = re.findall(r"error-message[^>]*>(.*?)</", answer.text, re.DOTALL)
            raise RuntimeError(f"{path}: {answer.status} {said}")


def main() -> None:
    """Walk the journey on each engine; print and publish."""
    full = "--full" in sys.argv
    rows: list[list[object]] = []
    for engine in ENGINES if full else (SQLITE,):
        with place(engine) as here:
            rows += measure(here, FULL_ROUNDS if full else ROUNDS)
        publish(rows, full=full)


def measure(here: Place, rounds: int) -> list[list[object]]:
    """Walk so often, in turns with the floor; give a row for each step and one for the whole."""
    with (
        server.korgoo(here, "counted.settings") as ours,
        server.bare(here, "counted.floor") as floor,
    ):
        walk(ours, 0)  # the first one compiles the templates
        walks, bare = [], list[float]()
        for number in range(1, rounds + 1):
            walks.append(walk(ours, number))
            requests = sum(len(costs) for costs in walks[-1].steps.values())
            bare.append(beneath(floor, COOKIES, requests))
    return list(rows_of(here.engine, walks, statistics.median(bare)))


COOKIES: dict[str, str] = {}


def beneath(floor: server.Server, cookies: dict[str, str], requests: int) -> float:
    """Fetch as many bare lists; return what one of them took."""
    browser, ledger = Browser(floor.port), Ledger()
    browser.cookies = dict(cookies)
    for _number in range(requests):
        ledger.note("floor", browser.get("/rows/"))
    return statistics.mean(cost.cpu_ms for cost in ledger.steps["floor"])


def rows_of(engine: str, walks: list[Ledger], bare: float) -> list[list[object]]:
    """Put the medians of the walks beside the floor."""
    steps = {step: [walk.steps[step] for walk in walks] for step in walks[0].steps}
    steps["whole journey"] = [
        [cost for costs in walk.steps.values() for cost in costs] for walk in walks
    ]
    return [[step, engine, *figures(costs, bare)] for step, costs in steps.items()]


def figures(walks: list[list[Cost]], bare: float) -> list[object]:
    """Add up what each walk took; take the medians."""
    requests = len(walks[0])
    statements = round(statistics.median(sum(c.statements for c in costs) for costs in walks))
    cpu = statistics.median(sum(c.cpu_ms for c in costs) for costs in walks)
    return [requests, statements, cpu, bare * requests, cpu / (bare * requests)]


def walk(ours: server.Server, number: int) -> Ledger:
    """Walk one journey of a person with an invented name."""
    ledger = Ledger()

    def come(key: str) -> Walker:
        browser = Browser(ours.port)
        if key:
            browser.sign_in(key)
        return Walker(browser, ledger)

    officer = come(OFFICER)
    COOKIES.update(officer.browser.cookies)
    case = officer_opens(officer, f"Үлгү {number} (ойдон чыгарылган)")
    referral, told, code = officer_asks(officer, case)
    shelter_helps(come(SHELTER), referral)
    person_speaks(come(""), told, code)
    officer_closes(officer, case)
    return ledger


def officer_opens(walker: Walker, name: str) -> str:
    """Open the contact, fill the card, decide, write down who the person is; return the case."""
    walker.step = "open contact"
    walker.go("/home/")
    walker.follow("/cases/new/")
    first = {"danger": "yes", "matter": "trafficking", "channel": "phone", "language": "ky"}
    walker.send(**first)
    case = walker.path.removesuffix("help/")
    walker.go(case)
    walker.step = "card"
    walker.follow(f"{case}screen/")
    walker.send(talk="alone", view="labour-inspector")
    while "opinion" not in walker.path:
        asked = [key for key in BUILDING_SITE if f'name="q-{key}"' in walker.page]
        walker.send(**{f"q-{key}": BUILDING_SITE[key] for key in asked})
    walker.step = "reading"
    walker.send(opinion="presumed")
    walker.send("/", decision="presumed", ground="reading", reason="Паспорту бригадирде калган")
    walker.step = "details"
    walker.go(f"{case}details/")
    walker.send(name=name, phone="0555000127", safe_word="өрүкзар")
    return case


def officer_asks(walker: Walker, case: str) -> tuple[str, str, str]:
    """Ask for agreement and for a shelter; return the referral, its number and the person's code."""
    walker.step = "consent"
    case_id = case.strip("/").rsplit("/", 1)[1]
    walker.go(f"/referrals/new/{case_id}/")
    walker.follow(r"[^\"]*kind=shelter")
    walker.follow(rf"/referrals/new/{case_id}/shelter/\d+/")
    asked = sorted(set(re.findall(r'name="scope_(\w+)"', walker.page)))
    given = {f"scope_{scope}": "yes" if scope in AGREED else "no" for scope in asked}
    walker.send(told=TOLD, **TALK, **given)
    walker.step = "referral"
    walker.send(urgency="now", needs=["safe_place", "legal"], people="1")
    walker.send("/send/")
    numbers = re.findall(r"korgoo-code--large[^>]*>([\d\s]+)<", walker.page)
    told, code = ("".join(one.split()) for one in numbers[:2])
    return walker.path.removesuffix("done/"), told, code


def shelter_helps(walker: Walker, referral: str) -> None:
    """Acknowledge, accept, begin and report help."""
    walker.step = "accept"
    walker.go("/home/")
    walker.go(referral)
    walker.send("/acknowledge/")
    walker.send("/accept/")
    walker.step = "help"
    walker.send("/start/")
    walker.send("/report/")


def person_speaks(walker: Walker, told: str, code: str) -> None:
    """Say that help came, without signing in."""
    walker.step = "confirm"
    walker.go("/referrals/help-came/")
    walker.send(number=told, code=code, helped="yes")


def officer_closes(walker: Walker, case: str) -> None:
    """Read that help came, and close the case."""
    walker.step = "close"
    walker.go("/home/")
    walker.go(case)
    walker.go(f"/closing{case}close/")
    walker.send(reason="goal", last_risk="safe", ground="wish")
    walker.go(case)


def publish(rows: list[list[object]], *, full: bool) -> None:
    """Print the table; a full run also writes it into the page."""
    notes = (
        "CPU is that of the process that answers, from the first middleware to the last, without the database server's own.",
        "Statements are those of all requests of a step, with transactions and the audit trail.",
        "Medians of several journeys after a first one; redirects are followed and counted as requests.",
        "Signing in is left out: the demonstration's door stands open.",
    )
    report.publish(report.Section("Whole journey", COLUMNS, rows, notes), full=full)


if __name__ == "__main__":
    main()
