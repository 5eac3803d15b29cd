"""Compile the catalogues. The texts are committed, what the machine reads is not."""

from pathlib import Path

import click
import polib

ROOT = Path(__file__).resolve().parents[3]


def compile_catalogues(locale: Path) -> list[Path]:
    """Write the ``.mo`` beside every ``.po`` that is newer than it.

    Args:
        locale: Folder with ``<language>/LC_MESSAGES/*.po``.

    Returns:
        The files written; empty when all were up to date.

    Raises:
        OSError: A catalogue is not one (the message names file and line).
    """
    stale = [po for po in sorted(locale.glob("*/LC_MESSAGES/*.po")) if _is_stale(po)]
    for po in stale:
        # Written aside and moved: a server that starts meanwhile reads the old or the new.
        aside = po.with_suffix(".mo.new")
        polib.pofile(str(po)).save_as_mofile(str(aside))
        aside.replace(po.with_suffix(".mo"))
    return [po.with_suffix(".mo") for po in stale]


def _is_stale(po: Path) -> bool:
    mo = po.with_suffix(".mo")
    return not mo.exists() or mo.stat().st_mtime <= po.stat().st_mtime


@click.group()
def messages() -> None:
    """The texts of the pages in the languages of the country."""


@messages.command(name="compile")
def compile_() -> None:
    """Compile every catalogue that changed."""
    written = compile_catalogues(ROOT / "locale")
    click.echo(f"messages: {len(written)} compiled" if written else "messages: up to date")
