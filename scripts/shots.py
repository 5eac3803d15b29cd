"""What a picture of a page is, and how the pages to be taken are found."""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from playwright.sync_api import Page

FIRST = "main tbody th a, main tbody a, main h2 a, main h3 a, main li a"
LANGUAGE = "{language}"  # in a path: the language in which the picture is taken
# A visitor whose browser runs no scripts: what is sent is answered by a page.
PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture.

    Attributes:
        name: of the file.
        who: who looks; empty for a visitor, ``PLAIN`` for one without scripts.
        path: where; ``first:`` before it means the first record listed there.
        press: what is pressed on the page, so that the answer to it is taken.
        status: of the page that is taken.
        fill: fields by name, filled in or chosen before.
    """

    name: str
    who: str
    path: str
    press: str = ""
    status: int = 200
    fill: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Walk:
    """The shots of everybody, in the order in which they are taken."""

    base: str
    shots: list[Shot] = field(default_factory=list)

    def add(self, who: str, **paths: str) -> None:
        """Plan pictures of pages by their names."""
        self.shots += [Shot(name.replace("_", "-"), who, path) for name, path in paths.items()]


def hrefs(page: Page, selector: str) -> list[str]:
    """List where links lead.

    Raises:
        RuntimeError: There is none.
    """
    found = [link.get_attribute("href") or "" for link in page.locator(selector).all()]
    if not found:
        raise RuntimeError(f"{page.url}: nothing at {selector}")
    return found


def press(page: Page, selector: str) -> str:
    """Press a button that leads on; gives the path of the page that comes."""
    with page.expect_navigation():
        page.locator(selector).first.click()
    return urlsplit(page.url).path


def fill_in(page: Page, fields: tuple[tuple[str, str], ...]) -> None:
    """Fill in, choose or mark fields by their names."""
    for name, value in fields:
        place = page.locator(f"main [name='{name}']")
        if place.first.get_attribute("type") in {"radio", "checkbox"}:
            page.locator(f"main [name='{name}'][value='{value}']").check()
        elif place.first.evaluate("one => one.tagName") == "SELECT":
            place.first.select_option(value)
        else:
            place.first.fill(value)
