"""The command as a whole: it explains itself, and an error is one line."""

import click
import pytest
from django.db import OperationalError

from korgoo.cli import main
from korgoo.cli.start import OneLineErrors, count, one_line
from korgoo.countrypack.api import Fault, PackError
from korgoo.lib.errors import DomainError


def _commands(group, words=()):
    for name, command in group.commands.items():
        yield (*words, name)
        if isinstance(command, click.Group):
            yield from _commands(command, (*words, name))


@pytest.mark.parametrize("words", list(_commands(main)), ids=" ".join)
def test_every_command_explains_itself_without_starting_the_platform(korgoo, words):
    result = korgoo(*words, "--help")
    assert result.exit_code == 0
    explained = result.output.split("\n\n")[1].strip()
    assert explained.endswith((".", "wrong.", ")."))


def _failing(error):
    group = OneLineErrors()

    @group.command()
    def fail():
        raise error

    return group


FORESEEN = [
    (OSError("disk is full"), "disk is full"),
    (DomainError("The case is closed."), "The case is closed."),
    (
        PackError([Fault("pack.yaml", 3, "unknown-unit", "no unit KG-99")]),
        "pack.yaml:3: unknown-unit",
    ),
    (OperationalError("no such table: access_user\nSQL: SELECT"), "run `korgoo migrate`"),
    (OperationalError('relation "access_user" does not exist\nLINE 1:'), "run `korgoo migrate`"),
]


@pytest.mark.parametrize(("error", "said"), FORESEEN, ids=lambda value: str(value)[:20])
def test_a_foreseen_error_is_one_line_and_exit_code_1(error, said):
    from click.testing import CliRunner

    result = CliRunner().invoke(_failing(error), ["fail"])
    assert result.exit_code == 1
    assert said in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_a_defect_keeps_its_traceback():
    from click.testing import CliRunner

    result = CliRunner().invoke(_failing(ZeroDivisionError("defect")), ["fail"])
    assert isinstance(result.exception, ZeroDivisionError)


def test_an_error_without_text_is_named():
    assert one_line(OSError()) == "OSError"


@pytest.mark.parametrize(("number", "said"), [(0, "0 faults"), (1, "1 fault"), (2, "2 faults")])
def test_numbers_of_things(number, said):
    assert count(number, "fault") == said
