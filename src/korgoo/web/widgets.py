"""What each GOV.UK macro is told about a field: one function per kind of widget."""

from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.forms import BoundField
from django.utils.html import format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

LABEL_SIZES = ("s", "m", "l", "xl")
INPUT_MODES = ("", "text", "numeric", "decimal", "tel", "email", "url", "search")
WIDTHS = ("", "2", "3", "4", "5", "10", "20")
Params = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Look:
    """How a page wants one field drawn.

    Args:
        label_size: ``s``, ``m``, ``l`` or ``xl``; empty for plain text.
        heading: The label is the page's h1 (one question on a page).
        label: Replaces the form's label.
        hint: Replaces the form's help text.
        autocomplete: Token of the HTML standard, e.g. ``tel``.
        inputmode: Keyboard of a phone.
        width: Characters the answer usually has: 2, 3, 4, 5, 10 or 20.
        rows: Lines of a text area.
        sealed: What is typed here will be sealed: no spelling service, no memory of the browser.
        inline: Two short radio options stand side by side.
        small: Small radios or check boxes, for dense pages.
        unmarked: The page says once that no answer is required; the label does not repeat it.
        hints: Hint under an option, by the option's value.
        prefix, suffix: Unit before or after the input.

    Raises:
        ValueError: A size, keyboard or width that no component knows.
    """

    label_size: str = "s"
    heading: bool = False
    label: str = ""
    hint: str = ""
    autocomplete: str = ""
    inputmode: str = ""
    width: str = ""
    rows: int = 5
    sealed: bool = False
    inline: bool = False
    small: bool = False
    unmarked: bool = False
    hints: dict[str, str] = field(default_factory=dict)
    prefix: str = ""
    suffix: str = ""

    def __post_init__(self) -> None:
        if self.label_size and self.label_size not in LABEL_SIZES:
            raise ValueError(f"label_size: {self.label_size!r} is not one of {LABEL_SIZES}")
        if self.inputmode not in INPUT_MODES:
            raise ValueError(f"inputmode: {self.inputmode!r} is not one of {INPUT_MODES}")
        if str(self.width) not in WIDTHS:
            raise ValueError(f"width: {self.width!r} is not one of {WIDTHS}")


def _common(bound: BoundField, look: Look) -> Params:
    """Return what every component takes: id, name, hint, error."""
    params: Params = {"id": bound.auto_id, "idPrefix": bound.auto_id, "name": bound.html_name}
    hint = look.hint or bound.help_text
    if hint:
        params["hint"] = {"text": str(hint)}
    if bound.errors:
        lines = format_html_join("\n", "<span>{}</span>", ((error,) for error in bound.errors))
        params["errorMessage"] = {
            "html": lines,
            "visuallyHiddenText": pgettext("before a form error", "Error"),
        }
    return params


def _title(bound: BoundField, look: Look, kind: str) -> Params:
    """Describe the label (``kind`` "label") or the legend of a group ("fieldset__legend")."""
    classes = f"govuk-{kind}--{look.label_size}" if look.label_size else ""
    text = look.label or str(bound.label)
    if not (bound.field.required or look.heading or look.unmarked):
        text = _("%(label)s (optional)") % {"label": text}
    return {"text": text, "classes": classes, "isPageHeading": look.heading}


def _input(bound: BoundField, look: Look) -> Params:
    widget = bound.field.widget
    number = isinstance(widget, forms.NumberInput)
    params = _common(bound, look) | {
        "label": _title(bound, look, "label"),
        "type": "text" if number else (getattr(widget, "input_type", "") or "text"),
        "inputmode": look.inputmode
        or widget.attrs.get("inputmode")
        or ("numeric" if number else None),
        "classes": f"govuk-input--width-{look.width}" if look.width else "",
        "value": _value(bound),
        "attributes": _attributes(bound),
        **_typing(bound, look),
    }
    for affix in ("prefix", "suffix"):
        if text := getattr(look, affix):
            params[affix] = {"text": text}
    return params


def _password(bound: BoundField, look: Look) -> Params:
    """Describe a password: never sent back to the page, never spell-checked."""
    return _input(bound, look) | {"value": None, "spellcheck": False, "autocapitalize": "none"}


def _textarea(bound: BoundField, look: Look) -> Params:
    return _common(bound, look) | {
        "label": _title(bound, look, "label"),
        "rows": str(look.rows),
        "value": _value(bound) or "",
        "attributes": _attributes(bound),
        **_typing(bound, look),
    }


def _select(bound: BoundField, look: Look) -> Params:
    return _common(bound, look) | {"label": _title(bound, look, "label"), "items": _options(bound)}


def _radios(bound: BoundField, look: Look) -> Params:
    classes = ["govuk-radios--inline"] * look.inline + ["govuk-radios--small"] * look.small
    return _group(bound, look) | {
        "items": _options(bound, look.hints),
        "classes": " ".join(classes),
    }


def _checkboxes(bound: BoundField, look: Look) -> Params:
    return _group(bound, look) | {
        "items": _options(bound, look.hints),
        "classes": "govuk-checkboxes--small" if look.small else "",
    }


def _checkbox(bound: BoundField, look: Look) -> Params:
    """Describe a single check box: its label stands beside it, its hint under it."""
    params = _common(bound, look)
    item = {
        "value": "on",
        "text": look.label or str(bound.label),
        "checked": bool(bound.value()),
    }
    if hint := params.pop("hint", None):
        item["hint"] = hint
    return params | {"items": [item], "classes": "govuk-checkboxes--small" if look.small else ""}


def _date_parts(bound: BoundField, look: Look) -> Params:
    """Describe a date in three inputs; what was typed comes back even when it is no date."""
    typed = _typed_parts(bound)
    labels = {
        "day": pgettext("part of a date", "Day"),
        "month": pgettext("part of a date", "Month"),
        "year": pgettext("part of a date", "Year"),
    }
    wrong = " govuk-input--error" if bound.errors else ""
    return _group(bound, look) | {
        "items": [
            {
                "id": f"{bound.auto_id}-{part}",
                "name": f"{bound.html_name}_{part}",
                "label": label,
                "value": typed[part],
                "classes": f"govuk-input--width-{4 if part == 'year' else 2}{wrong}",
            }
            for part, label in labels.items()
        ]
    }


def _hidden(bound: BoundField, look: Look) -> Params:
    return {"id": bound.auto_id, "name": bound.html_name, "value": _value(bound)}


def _group(bound: BoundField, look: Look) -> Params:
    legend = _title(bound, look, "fieldset__legend")
    return _common(bound, look) | {"fieldset": {"legend": legend}}


def _options(bound: BoundField, hints: dict[str, str] | None = None) -> list[Params]:
    """List the options of a choice; an unknown value among the hints is a mistake of the page."""
    options = [
        {
            "value": str(part.data["value"]),
            "text": str(part.data["label"]),
            "checked": part.data["selected"],
            "selected": part.data["selected"],
        }
        for part in bound.subwidgets
    ]
    hints = hints or {}
    if unknown := set(hints) - {option["value"] for option in options}:
        raise ValueError(f"hints: {bound.name} has no option {sorted(unknown)}")
    return [
        o | {"hint": {"text": hints[o["value"]]}} if o["value"] in hints else o for o in options
    ]


def _value(bound: BoundField) -> str | None:
    value = bound.field.widget.format_value(bound.value())
    return None if value is None else str(value)


def _typed_parts(bound: BoundField) -> dict[str, str]:
    names = ("day", "month", "year")
    if bound.form.is_bound:
        return {part: bound.form.data.get(f"{bound.html_name}_{part}", "") for part in names}
    parts = bound.field.widget.format_value(bound.value())
    return {part: str(parts[part] or "") for part in names}


# Set by the component, or meaningless on a text input.
OURS = frozenset(
    [
        "id",
        "name",
        "class",
        "type",
        "rows",
        "cols",
        "required",
        "value",
        "autocomplete",
        "inputmode",
        "spellcheck",
        "step",
        "min",
        "max",
    ]
)


def _attributes(bound: BoundField) -> Params:
    """Keep the widget's own attributes, e.g. ``maxlength``; the component sets the others."""
    return {k: str(v) for k, v in bound.field.widget.attrs.items() if k not in OURS}


def _typing(bound: BoundField, look: Look) -> Params:
    """Say what a browser may remember and check; the page's word goes before the form's."""
    if look.sealed:
        return {"spellcheck": False, "autocomplete": "off"}
    return {"autocomplete": look.autocomplete or bound.field.widget.attrs.get("autocomplete")}


KINDS: dict[str, tuple[Any, Any]] = {
    "hidden": (forms.HiddenInput, _hidden),
    "date": (forms.SelectDateWidget, _date_parts),
    "password": (forms.PasswordInput, _password),
    "textarea": (forms.Textarea, _textarea),
    "checkboxes": (forms.CheckboxSelectMultiple, _checkboxes),
    "radios": (forms.RadioSelect, _radios),
    "checkbox": (forms.CheckboxInput, _checkbox),
    "select": (forms.Select, _select),
    "input": (
        (
            forms.TextInput,
            forms.NumberInput,
            forms.EmailInput,
            forms.URLInput,
            forms.DateInput,
        ),
        _input,
    ),
}
