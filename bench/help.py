"""How many calls for help the platform takes a second, and whether each is taken exactly once.

    python bench/help.py [--full]

Messages of persons without a name, by 1 to 32 at once on both engines: written on a page without scripts,
which the server seals, and sealed by the person's browser. Then the same while the server is killed
(SIGKILL) and started again: who gets no answer sends the same again until there is one, and afterwards
the messages are opened with both keys and compared with what was answered.
"""

import io
import json
import re
import secrets
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from typing import Any

from harness import report, server
from harness.client import Answer, Browser, NoAnswer, hidden_fields, new_key
from harness.kills import killing
from harness.load import Run, Step, run
from harness.place import ENGINES, Place, place
from PIL import Image

from korgoo.lib.sealing import new_private_key, seal_text
from korgoo.lib.word_codes import derive, new_code

CLIENTS = (1, 8, 32)
WIDE = "wide.settings"
WRITE, READ, TAKE = "/ky/ask/write/", "/ky/ask/read/", "/ky/ask/sealed/"
QUICK_SECONDS = 4  # a form sent sooner was filled in by a program
PATIENCE, AGAIN_SECONDS = 180, 0.05
STRETCHED, BARE = "seven words stretched, nothing else", "bare form, the same rows in clear"
WRITTEN, SEALED = "message without scripts", "message sealed by the browser"
Told = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Extent:
    """How long a run lasts in seconds."""

    seconds: float
    killed_seconds: float


SHORT = Extent(4, 10)
FULL = Extent(10, 25)
NUMBERS = count(1)


@dataclass(slots=True)
class Person:
    """Somebody without a name at a browser, who writes many messages, each under other words.

    Attributes:
        shown: The signed moment when the form was shown.
        to: Public half of the helpline's key, and its number.
        told: What was answered as arrived.
    """

    browser: Browser
    shown: str
    to: bytes
    key_id: str
    told: list[Told] = field(default_factory=list)
    _last: Told | None = None

    def writes(self) -> None:
        """Write a first message without scripts, now and then with a picture."""
        words = new_code("ky").canonical
        photo = next(NUMBERS) % 4 == 0
        note = self._note(words)
        first = note | {"way": "here", "country": "", "language": "ky"}
        self._page(WRITE, first, photo=photo)

    def writes_again(self) -> None:
        """Write once more under the words of the message before; else a first one."""
        if self._last is None:
            self.writes()
            return
        words, self._last = self._last["words"], None
        self._page(READ, self._note(words) | {"step": "write"}, photo=False)
        self._last = None

    def seals(self) -> None:
        """Send what a browser sealed: to a place and a key that stand for seven words."""
        private, locator, key, text = new_private_key(), secrets.token_hex(16), new_key(), _text()
        info = f"korgoo help v1 {private.public.hex()} {key} person text".encode()
        payload = json.dumps({"text": text}, ensure_ascii=False).encode()
        fields = {
            "locator": locator,
            "public": private.public.hex(),
            "key": key,
            "key_id": self.key_id,
            "danger": "no",
            "language": "ky",
            "country": "",
            "way": "here",
        }
        files = {
            "sealed": seal_text(payload, to=self.to, info=info),
            "own": seal_text(payload, to=private.public, info=info),
        }
        answer = self._until_answered(TAKE, fields, files)
        if answer.status != 200 or not json.loads(answer.body).get("is_taken"):
            raise RuntimeError(f"{TAKE}: {answer.status}")
        lies = {"locator": locator, "private": private.raw.hex()}
        self.told.append(lies | {"text": text, "danger": "no", "photo": False})

    def _note(self, words: str) -> dict[str, str]:
        return {
            "words": words,
            "form": new_key(),
            "shown": self.shown,
            "website": "",
            "text": _text(),
            "danger": secrets.choice(("yes", "no", "unknown")),
        }

    def _page(self, path: str, fields: dict[str, str], *, photo: bool) -> None:
        answer = self._until_answered(path, fields, {"photo": PICTURE} if photo else {})
        if answer.status != 200 or fields["words"] not in answer.text:
            raise RuntimeError(f"{path}: {answer.status}")
        kept = {name: fields[name] for name in ("words", "text", "danger")}
        self._last = kept | {"photo": photo}
        self.told.append(self._last)

    def _until_answered(
        self, path: str, fields: dict[str, str], files: dict[str, bytes]
    ) -> Answer:
        until = time.monotonic() + PATIENCE
        while True:
            try:
                return self.browser.post_parts(path, fields, files)
            except NoAnswer:
                if time.monotonic() > until:
                    raise
                time.sleep(AGAIN_SECONDS)


def main() -> None:
    """Measure on both engines, then kill; print and publish."""
    full = "--full" in sys.argv
    extent = FULL if full else SHORT
    killed: list[list[object]] = []
    rates: list[list[object]] = []
    for engine in ENGINES:
        with place(engine) as here, server.korgoo(here, WIDE) as ours:
            people = [person(ours) for _ in range(max(CLIENTS))]
            time.sleep(QUICK_SECONDS)
            rates += measure(here, ours, people, extent)
            killed += survive(here, ours, people, extent)
        for section in sections(rates, killed):
            report.publish(section, full=full)
    if any(row[-1] != "none" for row in killed):
        sys.exit("messages were lost, doubled or half-written")


def stretch() -> None:
    """Come from seven words to a key, as the server must for who has no scripts."""
    derive("bench bench bench bench bench bench bench")


def person(ours: server.Server) -> Person:
    """Open the page on which one writes."""
    browser = Browser(ours.port)
    page = browser.get(WRITE).text
    key = re.search(r'data-key="([0-9a-f]{64})" data-key-id="(\d+)"', page)
    if key is None:
        raise RuntimeError("nobody answers: the page shows no key")
    return Person(browser, hidden_fields(page, WRITE)["shown"], bytes.fromhex(key[1]), key[2])


def measure(
    here: Place, ours: server.Server, people: list[Person], extent: Extent
) -> Iterator[list[object]]:
    """Give a row for each deed and number of clients."""
    with server.bare(here) as bare:
        for clients in CLIENTS:
            threads = min(clients, server.THREADS)
            least = figures(run([stretch] * threads, seconds=extent.seconds))
            floor = rated(bare, [_bare(Browser(bare.port)) for _ in range(clients)], extent)
            yield [STRETCHED, "", threads, *least, "", ""]
            yield [BARE, here.engine, clients, *floor, ""]
            for name, deeds in DEEDS.items():
                found = rated(ours, [deeds[0](one) for one in people[:clients]], extent)
                beneath = least if name == WRITTEN else floor
                yield [name, here.engine, clients, *found, found[0] / beneath[0]]


def rated(at: server.Server, steps: list[Step], extent: Extent) -> list[float]:
    """Let clients take their steps; give rate, waits and the server's time for each."""
    before = at.cpu_ms()
    done = run(steps, seconds=extent.seconds)
    if done.errors:
        raise RuntimeError(done.errors[0])
    return [*figures(done), (at.cpu_ms() - before) / max(1, len(done.waits))]


def figures(done: Run) -> list[float]:
    """Return the rate and the waits of a run."""
    return [done.rate, done.wait_ms(0.5), done.wait_ms(0.95)]


def _bare(browser: Browser) -> Step:
    def step() -> None:
        fields = {"text": _text(), "danger": "no", "form": new_key()}
        answer = browser.post_parts("/note/", fields, {})
        if answer.status != 200:
            raise RuntimeError(f"bare: {answer.status}")

    return step


# The first deed is measured; through kills both follow each other.
DEEDS = {
    WRITTEN: (lambda one: one.writes, lambda one: one.writes_again),
    SEALED: (lambda one: one.seals, lambda one: one.seals),
}


def survive(
    here: Place, ours: server.Server, people: list[Person], extent: Extent
) -> Iterator[list[object]]:
    """Give a row for each deed and number of clients through kills, with what is wrong afterwards."""
    for name, deeds in DEEDS.items():
        for clients in CLIENTS:
            at_work = people[:clients]
            for one in at_work:
                one.told, one._last = [], None
            before = here.ask("verify_help", "count")
            steps = [_in_turn(*(deed(one) for deed in deeds)) for one in at_work]
            with killing(ours) as kills:
                done = run(steps, seconds=extent.killed_seconds)
            told = [row for one in at_work for row in one.told]
            found = here.ask(
                "verify_help", "told", text=json.dumps({"before": before, "told": told})
            )
            faults = [*found["faults"], *done.errors]
            print("\n".join(faults[:10]), end="", flush=True)
            wrong = f"{len(faults)}: {faults[0]}" if faults else "none"
            opened = found["opened"]
            yield [name, here.engine, clients, kills.number, len(told), opened, wrong]


def _in_turn(*steps: Step) -> Step:
    turns = count()

    def step() -> None:
        steps[next(turns) % len(steps)]()

    return step


def _text() -> str:
    return f"Үлгү {next(NUMBERS)}: паспортумду алып коюшту (ойдон чыгарылган)."


def _picture() -> bytes:
    """Make a small photograph that says with what it was taken: the server must make it anew."""
    exif, raw = Image.Exif(), io.BytesIO()
    exif[0x010F] = "Invented"
    Image.linear_gradient("L").convert("RGB").save(raw, "JPEG", exif=exif)
    return raw.getvalue()


PICTURE = _picture()


def sections(rates: list[list[object]], killed: list[list[object]]) -> Iterator[report.Section]:
    """Put the rows under their headings."""
    yield report.Section(
        "Help without a name",
        ("deed", "engine", "clients", "per s", "p50 ms", "p95 ms", "CPU ms", "rate to its floor"),
        rates,
        (
            "A deed is the POST of a message until its answer; every commit waits for the disk; 1 worker, 4 threads.",
            "Without scripts the server comes from the seven words to a key: 600,000 rounds of SHA-256, on purpose.",
            "Its floor does that and nothing else, in as many threads, without a server: what two cores can do at most.",
            "A quarter of the messages without scripts carry a picture, which is made anew.",
            "The floor of a message sealed by the browser is a bare form: same middleware and server, Django's form and the same two rows, nothing sealed.",
            "The limits of messages an hour (600, in danger 3 000) were raised for this run: they are not what is measured.",
            "CPU is that of the server's processes, for one deed, without a database server's own.",
        ),
    )
    yield report.Section(
        "Help without a name through kill -9",
        (
            *("deed", "engine", "clients", "kills", "answered", "opened with both keys"),
            "lost, doubled, half-written",
        ),
        killed,
        (
            "The server is killed with its workers at random moments and started again at once.",
            "Who gets no answer sends the same form again until there is one. First and second messages take turns.",
            "Afterwards each answered message is there once, opens with the person's key and with the helpline's,",
            "and says the same; each picture opens; no conversation, message or picture is there that was not answered.",
        ),
    )


if __name__ == "__main__":
    main()
