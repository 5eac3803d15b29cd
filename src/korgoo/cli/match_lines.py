"""What the matching commands say: how far they are, and what is wrong, by file, row, column and rule."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from korgoo.cli.start import count, progress_bar, say_json


@contextmanager
def bar(what: str) -> Iterator[Callable[[int, int], None]]:
    """Show a person how far the work is."""
    with progress_bar() as progress:
        task = progress.add_task(what, total=None)

        def tell(done: int, total: int) -> None:
            progress.update(task, completed=done, total=total)

        yield tell


@contextmanager
def one_line(*, as_json: bool) -> Iterator[None]:
    """Turn foreseen errors into lines: of a list one for each fault, without what stands there."""
    from korgoo.matching.keys import BadKey
    from korgoo.matching.store import BadStore
    from korgoo.matching.tables import BadTable

    try:
        yield
    except BadTable as error:
        if as_json:
            say_json({"faults": [[one.row, one.column, one.rule] for one in error.faults]})
        else:
            for one in error.faults:
                click.echo(f"{error.path}:{one.row}: {one.column}: {one.rule}")
            click.echo(
                f"{error.path}: {count(len(error.faults), 'fault')}, nothing was written", err=True
            )
        raise SystemExit(1) from error
    except (BadKey, BadStore, ValueError) as error:
        raise click.ClickException(str(error)) from error
