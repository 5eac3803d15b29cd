"""Turn a Django form field into what the GOV.UK macros draw, chosen by its widget."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _

from korgoo.web.widgets import KINDS, Look, Params


@dataclass(frozen=True, slots=True)
class FieldView:
    """What the ``field`` macro needs: which GOV.UK macro, and its parameters."""

    kind: str
    params: Params


def field_view(form: forms.BaseForm, name: str, **options: Any) -> FieldView:
    """Describe one field of a form for the ``field`` macro.

    Args:
        form: Bound or unbound.
        name: The field's name in the form.
        options: See ``Look``.

    Raises:
        KeyError: The form has no such field.
        TypeError: An option that ``Look`` does not have, or a widget no component can draw.
        ValueError: A bad value of an option.
    """
    bound, look = form[name], Look(**options)
    widget = bound.field.widget
    for kind, (widgets, params) in KINDS.items():
        if isinstance(widget, widgets):
            return FieldView(kind, params(bound, look))
    raise TypeError(f"{name}: no component draws {type(widget).__name__}")


def error_list(form: forms.BaseForm) -> list[Params]:
    """List a form's errors in the order of its fields, each leading to its field."""
    found = [
        {"text": _named(form[name], str(error)), "href": f"#{_first_id(form[name])}"}
        for name in form.fields
        for error in form.errors.get(name, [])
    ]
    return found + [{"text": str(error)} for error in form.non_field_errors()]


def _named(bound: BoundField, error: str) -> str:
    """Put the field's name before its error: "Required" seven times tells nobody anything."""
    return _("%(label)s – %(error)s") % {"label": bound.label, "error": error}


def _first_id(bound: BoundField) -> str:
    """Return the id of the element an error leads to: the day of a date, the first radio."""
    if isinstance(bound.field.widget, forms.SelectDateWidget):
        return f"{bound.auto_id}-day"
    return bound.auto_id
