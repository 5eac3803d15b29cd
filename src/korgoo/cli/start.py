"""How every command starts Django, speaks, and fails: one clear line instead of a traceback."""

import json
import os
import re
import sqlite3
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from rich.progress import Progress

LOCAL = "korgoo.settings.local"
NO_TABLE = re.compile(r"^no such table|^relation .* does not exist")


class OneLineErrors(click.Group):
    """Commands whose foreseen errors are one line on standard error and exit code 1.

    A defect keeps its traceback: hiding it would hide where it is.
    """

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command, turning errors of data, disk and settings into a message."""
        try:
            return super().invoke(ctx)
        except click.ClickException:
            raise
        except Exception as error:
            if isinstance(error, _foreseen()):
                raise click.ClickException(one_line(error)) from error
            raise


def one_line(error: BaseException) -> str:
    """Say an error in one line; database drivers add lines that help only their authors."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    said = lines[0] if lines else type(error).__name__
    return f"{said}; run `korgoo migrate`" if NO_TABLE.search(said) else said


def _foreseen() -> tuple[type[Exception], ...]:
    from django.core.exceptions import ImproperlyConfigured
    from django.db import Error

    from korgoo.countrypack.api import PackError
    from korgoo.lib.errors import DomainError

    return (OSError, sqlite3.Error, ImproperlyConfigured, Error, PackError, DomainError)


def start_django(*, demo: bool = False) -> None:
    """Load settings and apps for the commands that need them.

    Args:
        demo: Ask the local settings for demo mode; other settings do not listen.

    Raises:
        click.ClickException: A setting that the environment must hold is missing.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", LOCAL)
    if demo:
        os.environ["KORGOO_DEMO"] = "1"
    import django

    try:
        django.setup()
    except KeyError as error:
        name = str(error.args[0])
        if not name.startswith("KORGOO_"):
            raise
        raise click.ClickException(f"{name} is not set; see deploy/README.md") from error


def require_demo() -> None:
    """Stop unless the settings are in demo mode.

    Raises:
        click.ClickException: These settings know no demo mode (a real installation).
    """
    from django.conf import settings

    if not settings.DEMO:
        module = os.environ["DJANGO_SETTINGS_MODULE"]
        raise click.ClickException(f"{module} has no demo mode: real and demo data never mix")


def progress_bar() -> "Progress":
    """Show how far long work is, to a person; a log or a script sees nothing of it."""
    from rich.console import Console
    from rich.progress import Progress

    console = Console(stderr=True)
    return Progress(console=console, transient=True, disable=not console.is_terminal)


def count(number: int, thing: str) -> str:
    """Say a number of things in English: 1 fault, 2 faults."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def say_json(data: object) -> None:
    """Write data for a script: one JSON document on standard output, letters as they are."""
    click.echo(json.dumps(data, ensure_ascii=False, indent=2, default=str))
