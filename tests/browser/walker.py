"""A person at a browser. Every page passed is looked at, and nothing that fails goes unseen.

Places are found by addresses and by names and values of fields, never by words: the same walk is
taken in every language.
"""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

NUMBERS = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+")
SEEN = set()  # what axe looked at already, in whichever walk of this process
PATIENCE = 15_000  # milliseconds until a place that is not there is a failure


@dataclass(frozen=True)
class Answer:
    """A try that ends in an error on purpose: this status, once."""

    status: int


class Walker:
    """Walks through the pages; ``eye`` looks at each kind of them a second time, with scripts."""

    def __init__(self, page, base, *, eye=None, seen=None):
        self.page, self.base, self.eye = page, base, eye
        self.passed, self.faults, self._forgiven = [], [], []
        self._seen = set() if seen is None else seen
        page.set_default_timeout(PATIENCE)
        page.on("console", self._heard)
        page.on("pageerror", lambda error: self.faults.append(str(error)))
        page.on("response", self._answered)

    def go(self, path):
        """Open an address of this platform."""
        self.page.goto(self.base + path)
        self._look()

    def follow(self, selector):
        """Press a link or a button that leads to another page."""
        with self.page.expect_navigation():
            self.page.click(selector)
        self._look()

    def send(self, action="", *, button="button[type=submit]:not([name])", forgive=None):
        """Send the form whose address ends so; ``forgive`` names a status that is awaited."""
        if forgive:
            self._forgiven.append(Answer(forgive))
        with self.page.expect_navigation():
            self.page.locator(f"main form[action$='{action}'] {button}").first.click()
        self._look()

    def fill(self, **fields):
        """Type into fields by their names."""
        for name, text in fields.items():
            self.page.fill(f"main [name='{name}']", text)

    def choose(self, **fields):
        """Mark radios and boxes by name and value; several values for several boxes."""
        for name, values in fields.items():
            for value in [values] if isinstance(values, str) else values:
                self.page.check(f"main [name='{name}'][value='{value}']")

    def select(self, **fields):
        """Take one of the options of a list."""
        for name, value in fields.items():
            self.page.select_option(f"main select[name='{name}']", value)

    @property
    def path(self):
        return urlsplit(self.page.url).path

    @property
    def words(self):
        """What a reader sees of the page, apart from head and foot."""
        return self.page.locator("main").inner_text()

    @property
    def source(self):
        """Everything that reached the browser as this page."""
        return self.page.content()

    def has(self, selector):
        return self.page.locator(selector).count() > 0

    def _look(self):
        self.passed.append(self.path)
        width = self.page.evaluate("document.documentElement.scrollWidth")
        if width > self.page.viewport_size["width"]:
            self.faults.append(f"{self.path}: {width} px wide")
        if self.eye and self._is_new():
            self.faults += self.eye.look(self.page)

    def _is_new(self):
        """Was no page of this address, whatever the record, passed with these headings?"""
        heads = self.page.locator("title, h1, h2, h3, legend, caption").all_text_contents()
        lang = self.page.locator("html").get_attribute("lang")
        kind = (
            NUMBERS.sub("*", self.path),
            lang,
            NUMBERS.sub("*", " | ".join(sorted(set(heads)))),
        )
        if kind in self._seen:
            return False
        self._seen.add(kind)
        return True

    def _heard(self, message):
        # A refused page is told on the console, too: the answer itself is judged below.
        if message.type == "error" and "Failed to load resource" not in message.text:
            self.faults.append(message.text)

    def _answered(self, response):
        if response.status < 400:
            return
        awaited = Answer(response.status)
        if awaited in self._forgiven:
            self._forgiven.remove(awaited)
        else:
            self.faults.append(f"{response.status} {response.url}")


class Eye:
    """The same member in a second browser, with scripts: asks axe about each page."""

    def __init__(self, page):
        self.page = page

    def look(self, other):
        """List the barriers of the page that the other browser shows now."""
        self.page.context.clear_cookies()
        self.page.context.add_cookies(other.context.cookies())
        self.page.goto(other.url)
        if self.page.url != other.url:
            return [f"{other.url}: a second browser was led to {self.page.url}"]
        return barriers(self.page)


def barriers(page):
    """List what axe finds on a page as it stands: also on an answer to a form."""
    found = Axe().run(page).response["violations"]
    return [f"{page.url} {x['id']}: {[n['html'] for n in x['nodes']]}" for x in found]
