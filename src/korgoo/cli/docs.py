"""Pages of the documentation that are drawn from code and data, so that they cannot lag behind."""

from dataclasses import dataclass
from pathlib import Path
from pkgutil import resolve_name
from typing import TYPE_CHECKING

import click

from korgoo.cli.start import start_django

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page: where it stands, and the callable (``module:name``) that writes it."""

    path: str
    source: str

    def text(self) -> str:
        """Write the page; it ends with one newline."""
        from django.utils import translation

        write: Callable[[], str] = resolve_name(self.source)
        with translation.override("en"):
            return write().rstrip("\n") + "\n"


# One line per page. The callable takes nothing and returns Markdown.
PAGES = (
    Page("docs/glossary.md", "korgoo.cli.glossary:page"),
    Page("docs/reference/access.md", "korgoo.cli.access_page:page"),
    Page("docs/reference/campaign-states.md", "korgoo.cli.states:campaign"),
    Page("docs/reference/decision-states.md", "korgoo.cli.states:decision"),
    Page("docs/reference/modules.md", "korgoo.cli.modules:page"),
    Page("docs/reference/procedural-status.md", "korgoo.cli.states:procedural"),
    Page("docs/reference/programme-items.md", "korgoo.cli.states:programme_items"),
    Page("docs/reference/protection-status.md", "korgoo.cli.states:protection"),
    Page("docs/reference/referral-states.md", "korgoo.cli.states:referral"),
    Page("docs/reference/return-states.md", "korgoo.cli.states:safe_return"),
)


@click.command()
@click.option("--check", is_flag=True, help="Change nothing; exit code 1 if a page is behind.")
def docs(*, check: bool) -> None:
    """Write the generated pages of the documentation."""
    start_django()
    behind = [page for page in PAGES if not is_current(page, ROOT)]
    for page in behind:
        if check:
            click.echo(f"{page.path}: behind its source; run `korgoo docs`", err=True)
        else:
            write(page, ROOT)
            click.echo(f"{page.path}: written")
    if not behind:
        click.echo(f"docs: {len(PAGES)} pages are current")
    raise SystemExit(check and bool(behind))


def is_current(page: Page, root: Path) -> bool:
    """Tell whether the file says what its source says now."""
    file = root / page.path
    return file.exists() and file.read_text(encoding="utf-8") == page.text()


def write(page: Page, root: Path) -> None:
    """Write the page's file, making its folder."""
    file = root / page.path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page.text(), encoding="utf-8")
