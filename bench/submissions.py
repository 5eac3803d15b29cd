"""How many forms the platform takes a second, and whether each is taken exactly once.

    python bench/submissions.py [--full]

Contact forms with a sealed nickname, and referrals sent, by 1 to 32 clients on both engines. Then the
same while the server is killed (SIGKILL) and started again: clients send the same form until it is
answered, and afterwards the database is compared with the answers.
"""

import json
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from harness import report, server
from harness.client import Answer, Browser, NoAnswer, hidden_fields, new_key
from harness.kills import killing
from harness.load import Done, Run, Step, run
from harness.place import ENGINES, Place, place

PEOPLE = ("inspector", "shelter", "consul", "osh", "line")
CLIENTS = (1, 2, 8, 32)
KILLED_CLIENTS = (2, 8, 32)
# A person sends some referrals in a quarter of an hour, not hundreds: so many sessions share the work.
SESSIONS = 32
RATE_BAR, RATE_CLIENTS, WAIT_BAR_MS = 80, 8, 35
AGAIN_SECONDS = 0.05
REFERENCES = (
    ("ODK Central, one form", "8", 79.0, "none"),
    ("GlobaLeaks, one report", "2 to 4", 4.15, "37-45 %"),
)


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a run lasts, and how many referrals it may send at most."""

    seconds: float
    killed_seconds: float
    drafts: int


SHORT = Extent(4, 8, 160)
FULL = Extent(12, 16, 480)


@dataclass(slots=True)
class Desk:
    """A signed-in session with a form open, and what it was answered."""

    person: str
    browser: Browser
    hidden: dict[str, str]
    drafts: list[str] = field(default_factory=list)
    answered: list[dict[str, str]] = field(default_factory=list)

    def contact(self) -> None:
        """Open a case with a sealed nickname; send until it is answered."""
        name = f"Үлгү {next(NUMBERS)} (ойдон чыгарылган)"
        fields = {"channel": "phone", "language": "ky", "danger": "no", "matter": "trafficking"}
        self._take("/cases/new/", "/help/", fields | {"name": name}, name)

    def send(self) -> None:
        """Send the next draft."""
        if not self.drafts:
            raise Done
        self._take(f"/referrals/{self.drafts.pop()}/send/", "/done/", {}, "")

    def _take(self, path: str, leads_to: str, fields: dict[str, str], name: str) -> None:
        form = {**self.hidden, **fields, "submission_key": new_key()}
        answer = self._until_answered(path, form)
        if answer.status != 302 or not answer.location.endswith(leads_to):
            raise RuntimeError(f"{path}: {answer.status} {answer.location}")
        row = {"key": form["submission_key"], "location": answer.location}
        self.answered.append(row | {"name": name, "person": self.person})

    def _until_answered(self, path: str, form: dict[str, str]) -> Answer:
        until = time.monotonic() + server.START_SECONDS
        while True:
            try:
                return self.browser.post(path, form)
            except NoAnswer:
                if time.monotonic() > until:
                    raise
                time.sleep(AGAIN_SECONDS)


NUMBERS = count(1)


def main() -> None:
    """Measure on both engines, then kill; print and publish."""
    full = "--full" in sys.argv
    extent = FULL if full else SHORT
    rates: list[list[object]] = []
    killed: list[list[object]] = []
    for engine in ENGINES:
        with place(engine) as here, server.korgoo(here) as ours:
            commits = here.ask("commits", "2")["rate"]
            rates.append(["one small row, committed", engine, "1", commits, "", "", "", ""])
            desks = [desk(ours, PEOPLE[n % len(PEOPLE)]) for n in range(SESSIONS)]
            rates += [row for deed in DEEDS for row in measure(here, ours, desks, deed, extent)]
            killed += [row for deed in DEEDS for row in survive(here, ours, desks, deed, extent)]
    for section in sections(rates, killed):
        report.publish(section, full=full)
    if any(row[-1] != "none" for row in killed):
        sys.exit("forms were lost, doubled or half-written")


def desk(ours: server.Server, person: str) -> Desk:
    """Sign in and open the contact form, whose hidden fields serve every form of the session."""
    browser = Browser(ours.port)
    browser.sign_in(person)
    return Desk(person, browser, hidden_fields(browser.get("/cases/new/").text, "/cases/new/"))


CONTACT, SEND = "contact form", "referral sent"
DEEDS = (CONTACT, SEND)


def steps(desks: list[Desk], clients: int, deed: str) -> list[Step]:
    """Share the sessions among the clients; each client goes round through its own."""
    return [_round(desks[n::clients], deed) for n in range(clients)]


def _round(own: list[Desk], deed: str) -> Step:
    turns = count()

    def step() -> None:
        at = own[next(turns) % len(own)]
        if deed == CONTACT:
            at.contact()
        else:
            at.send()

    return step


def prepare(here: Place, desks: list[Desk], deed: str, extent: Extent) -> list[str]:
    """Empty the records of the desks and, for sending, lay drafts on them; return the drafts."""
    for one in desks:
        one.answered, one.drafts = [], []
    if deed == CONTACT:
        return []
    each = -(-extent.drafts // SESSIONS)
    seats = max(sum(one.person == person for one in desks) for person in PEOPLE)
    written = here.ask("drafts", str(each * seats), *PEOPLE)
    every = [draft for drafts in written.values() for draft in drafts]
    for one in desks:
        one.drafts = [written[one.person].pop() for _ in range(each)]
    return every


def measure(
    here: Place, ours: server.Server, desks: list[Desk], deed: str, extent: Extent
) -> Iterator[list[object]]:
    """Give a row for each number of clients."""
    for clients in CLIENTS:
        prepare(here, desks, deed, extent)
        before = ours.cpu_ms()
        done = run(steps(desks, clients, deed), seconds=extent.seconds)
        cpu = (ours.cpu_ms() - before) / max(1, len(done.waits))
        complain(deed, done)
        waits = (done.wait_ms(0.5), done.wait_ms(0.95))
        yield [deed, here.engine, str(clients), done.rate, *waits, cpu, verdict(clients, done)]


def verdict(clients: int, done: Run) -> str:
    """Say whether the bar for this number of clients holds; empty where none is set."""
    if clients == RATE_CLIENTS:
        return f"{RATE_BAR} per s: {'held' if done.rate >= RATE_BAR else 'MISSED'}"
    if clients == 1:
        ok = done.wait_ms(0.95) <= WAIT_BAR_MS
        return f"p95 {WAIT_BAR_MS} ms: {'held' if ok else 'MISSED'}"
    return ""


def survive(
    here: Place, ours: server.Server, desks: list[Desk], deed: str, extent: Extent
) -> Iterator[list[object]]:
    """Give a row for each number of clients through kills, with what is wrong afterwards."""
    for clients in KILLED_CLIENTS:
        drafts = prepare(here, desks, deed, extent)
        before = here.ask("verify", "count")["cases"]
        with killing(ours) as kills:
            done = run(steps(desks, clients, deed), seconds=extent.killed_seconds)
        answered = [row for one in desks for row in one.answered]
        given = json.dumps({"answered": answered, "drafts": drafts})
        what = ("contacts", str(before)) if deed == CONTACT else ("sends",)
        found = here.ask("verify", *what, text=given)
        faults = [*found["faults"], *done.errors]
        complain(deed, done)
        print("\n".join(found["faults"][:10]), end="")
        wrong = "none" if not faults else f"{len(faults)}: {faults[0]}"
        yield [deed, here.engine, clients, kills.number, len(answered), found["rows"], wrong]


def complain(deed: str, done: Run) -> None:
    """Show what went wrong in a run."""
    for error in sorted(set(done.errors))[:5]:
        print(f"{deed}: {error}", file=sys.stderr)


def sections(rates: list[list[object]], killed: list[list[object]]) -> Iterator[report.Section]:
    """Put the rows under their headings."""
    references = [
        [n, "", clients, rate, "", "", "", f"failed: {f}"] for n, clients, rate, f in REFERENCES
    ]
    yield report.Section(
        "Submissions",
        ("deed", "engine", "clients", "per s", "p50 ms", "p95 ms", "CPU ms", "bar"),
        [*rates, *references],
        (
            "A deed is the POST of a form until its redirect; every commit waits for the disk.",
            "CPU is that of the server's processes, for one deed, without a database server's own.",
            "The references are figures from measuring those programs; they were not measured in this run.",
        ),
    )
    yield report.Section(
        "Submissions through kill -9",
        (
            "deed",
            "engine",
            "clients",
            "kills",
            "answered",
            "audit rows, chain whole",
            "lost, doubled, half-written",
        ),
        killed,
        (
            "The server is killed with its workers at random moments and started again at once.",
            "A client whose answer was lost sends the same form until it is answered.",
            "Afterwards each answered form is there once, with timeline, audit rows, keys and clocks.",
            "The sealed names are opened and compared; nothing is there that was not answered.",
        ),
    )


if __name__ == "__main__":
    main()
