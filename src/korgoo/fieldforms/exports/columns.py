"""Columns of a form in several languages."""

from typing import TYPE_CHECKING

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from korgoo.fieldforms.exports.blank import Blank, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from korgoo.countrypack.api import Language

Row = dict[str, str]
NO_WORDS = "–"


def language_name(language: "Language") -> str:
    """Name a language as forms do: its own name, and its code in brackets."""
    return f"{language.own_name} ({language.code})"


def in_every_language(blank: Blank, column: str, words: object) -> Row:
    """Say the same in a column for each language.

    Args:
        blank: Whose languages.
        column: ``label``, ``hint`` or ``constraint_message``.
        words: As ``say`` takes them.
    """
    return composed(blank, column, lambda code: say(words, code))


def composed(blank: Blank, column: str, write: "Callable[[str], str]") -> Row:
    """Write a column for each language from words that are put together.

    Args:
        blank: Whose languages.
        column: Name of the column, without a language.
        write: Gives the words in the language with this code.
    """
    return {f"{column}::{language_name(one)}": plain(write(one.code)) for one in blank.languages}


def plain(words: str) -> str:
    """Keep words from being read as a reference to another field.

    Signs that no spreadsheet can hold go first: one of them could stand between the two that mean
    a reference. Where nothing is left a dash stands: a tool refuses a question without words.
    """
    kept = str(ILLEGAL_CHARACTERS_RE.sub("", words))
    if words and not kept.strip():
        return NO_WORDS
    return kept.replace("${", "$ {")
