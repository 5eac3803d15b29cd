"""Fields that the forms of the workshop share, and how they stand on a page."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms

from korgoo.workshop.wording.names import language_name

LONGEST_TEXT = 4000
LONGEST_LINE = 300
_BETWEEN = re.compile(r"[\s,;]+")


class LanguageField(forms.CharField):
    """A text in one language. It counts as needed, and a draft may lack it for a while."""

    def validate(self, value: Any) -> None:
        """Take an empty text: that a language is missing is told among the faults."""


class OpenChoiceField(forms.ChoiceField):
    """A choice of which one is "none": it is never left open, and never called optional."""

    def validate(self, value: Any) -> None:
        """Take the empty value, which is a choice like the others."""
        if value:
            super().validate(value)


class CodesField(forms.CharField):
    """Codes, between spaces, commas or line ends."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_length=LONGEST_TEXT, widget=forms.Textarea, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Give the codes as a list without repetition."""
        found = [code for code in _BETWEEN.split(super().to_python(value) or "") if code]
        return list(dict.fromkeys(found))

    def prepare_value(self, value: Any) -> Any:
        """Write a list of codes line by line."""
        return "\n".join(value) if isinstance(value, list | tuple) else value

    def run_validators(self, value: Any) -> None:
        """Measure the codes as one text."""
        super().run_validators(" ".join(value))


@dataclass(frozen=True, slots=True)
class TextGroup:
    """One text in every language of the pack, side by side.

    Args:
        name: of the value in the record ("title").
        label: what it is called.
        hint: said under it.
        is_needed: it must be there in one language at least.
        rows: lines of each input; 1 for a single line.
    """

    name: str
    label: Any
    hint: Any = ""
    is_needed: bool = True
    rows: int = 1

    def fields(self, languages: Sequence[str]) -> dict[str, forms.Field]:
        """Make a field for each language."""
        return {f"{self.name}_{code}": self._field(code) for code in languages}

    def _field(self, code: str) -> forms.Field:
        attrs = {"lang": code}
        widget = forms.TextInput(attrs) if self.rows == 1 else forms.Textarea(attrs)
        kind = LanguageField if self.is_needed else forms.CharField
        return kind(
            label=f"{self.label}, {language_name(code)}",
            required=self.is_needed,
            max_length=LONGEST_TEXT,
            widget=widget,
        )

    def initial(self, text: Mapping[str, str] | None, languages: Sequence[str]) -> dict[str, str]:
        """Lay a text into the fields."""
        return {f"{self.name}_{code}": (text or {}).get(code, "") for code in languages}

    def value(self, typed: Mapping[str, Any], languages: Sequence[str]) -> dict[str, str]:
        """Read the text from what was typed; languages without words are left out."""
        words = {code: str(typed.get(f"{self.name}_{code}") or "").strip() for code in languages}
        return {code: said for code, said in words.items() if said}


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a form on its page.

    Args:
        kind: "texts" for one text in every language, "field", "pair" for fields side by side, or
            "heading" for words alone.
        names: the fields.
        legend: words above; the field's own label where empty.
        hint: words below the legend.
        labels: short labels of fields that stand side by side.
        look: how a field is drawn.
    """

    kind: str
    names: tuple[str, ...] = ()
    legend: str = ""
    hint: str = ""
    labels: tuple[str, ...] = ()
    look: Mapping[str, Any] = field(default_factory=dict)


def single(name: str, **look: Any) -> Block:
    """Let one field stand by itself."""
    return Block("field", (name,), look=look)


def heading(words: Any) -> Block:
    """Say what the fields below are about."""
    return Block("heading", legend=str(words))
