"""Rows of a list that were ticked, to do the same with each."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

LONGEST = 19  # digits that no number of a row reaches


def number_of(typed: str) -> int:
    """Read the number of a row.

    Raises:
        ValueError: It is none.
    """
    if not (typed.isascii() and typed.isdigit() and len(typed) < LONGEST):
        raise ValueError(typed)
    return int(typed)


class RowsField(forms.Field):
    """The keys of ticked rows. What is no key is passed over: no page of ours sends it.

    Whether a row still stands, is the member's, and can be acted on, the deed decides.
    """

    widget = forms.CheckboxSelectMultiple
    default_error_messages = {"required": _("Choose at least one row.")}

    def __init__(self, key: Callable[[str], Any], **kwargs: Any) -> None:
        """Read each ticked row with ``key``, which raises ValueError for what is none."""
        super().__init__(**kwargs)
        self.key = key

    def to_python(self, value: Any) -> list[Any]:
        """Give each key once, in the order of the list."""
        found: dict[Any, None] = {}
        for one in value or ():
            try:
                found[self.key(one)] = None
            except ValueError:
                continue
        return list(found)
