"""A kept form in words that its writer recognises."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms import Field
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from korgoo.access.kept import SUBMISSION_KEY

if TYPE_CHECKING:
    from korgoo.access.kept import Fields

# What programs write into fields: codes of choices, numbers, identifiers.
CODE = re.compile(r"[a-z0-9_.:\-]*")
# A telephone number is digits too, but longer than any key of a choice.
SHORTEST_PHONE = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was typed; ``label`` is empty when the page did not say its form."""

    label: str
    value: str


def title_of(path: str) -> str:
    """Name the page of a kept form: as the page says, or by its mission."""
    try:
        match = resolve(path)
    except Resolver404:
        return _("A form of a page that is no longer there")
    title = getattr(match.func, "kept_title", "")
    return str(title) if title else _of_mission(match.namespace)


def is_there(path: str) -> bool:
    """Tell whether the page still exists."""
    try:
        resolve(path)
    except Resolver404:
        return False
    return True


def lines_of(path: str, fields: "Fields") -> list[Line]:
    """List what a person typed, in the order of the page; technical fields are left out.

    Args:
        path: The form's page.
        fields: Every field of the form with its values.
    """
    form: Any = getattr(resolve(path).func, "kept_labels", None) if is_there(path) else None
    known: dict[str, Field] = form.base_fields if form else {}
    return [
        line
        for name, values in fields.items()
        if name != SUBMISSION_KEY
        for value in values
        if (line := _line(known.get(name), value))
    ]


def _line(field: Field | None, value: str) -> Line | None:
    if not value.strip():
        return None
    if field is not None:
        choices = {str(key): str(words) for key, words in getattr(field, "choices", ())}
        return Line(str(field.label), choices.get(value, value))
    is_phone = value.isdigit() and len(value) >= SHORTEST_PHONE
    return Line("", value) if is_phone or not CODE.fullmatch(value) else None


def _of_mission(namespace: str) -> str:
    titles = {
        "casework": _("A form about a case"),
        "identification": _("A screening"),
        "referral": _("A form about a referral"),
        "access": _("A form about accounts"),
    }
    return titles.get(namespace, _("A form"))
