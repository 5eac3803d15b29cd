"""What the forms of meetings share."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django import forms
from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise


Organisations = Sequence[tuple[str, "_StrOrPromise"]]


EMPTY = ("", pgettext_lazy("nothing chosen", "Choose"))


NOBODY = ("", pgettext_lazy("no organisation", "Nobody in particular"))


def offer(form: forms.Form, name: str, choices: Organisations) -> None:
    """Let a field offer these."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the types
    field.choices = list(choices)


def number(typed: str) -> int | None:
    """Read the number of an organisation that was chosen; None for nobody."""
    return int(typed) if typed else None
