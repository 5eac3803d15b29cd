"""A value of a guideline as lines that people read: each language apart, codes by their names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from korgoo.workshop.difference.things import What
from korgoo.workshop.difference.values import fields_of
from korgoo.workshop.wording.fields import field_name
from korgoo.workshop.wording.names import Names, language_name, quoted
from korgoo.workshop.wording.values import word

TEXTS = frozenset(
    {"title", "question", "text", "hint", "intro", "note", "now", "advice", "answers"}
    | {"pocket.silent_code"}
)
SIGNS = frozenset({"same_as", "present", "absent", "indicator", "pocket.signs"})
# What is told of a thing that came or went; the rest is on its own page.
TOLD: Mapping[What, tuple[str, ...]] = {
    What.CATALOGUE: ("title", "rule", "profiles"),
    What.DIMENSION: ("title",),
    What.ELEMENT: ("title", "dimensions", "at_least", "not_for_children", "core"),
    What.INDICATOR: ("title", "question", "weights", "profiles", "evidence", "same_as"),
    What.VIEW: ("title", "intro", "catalogue", "also", "for_mandates", "for_bodies"),
    What.PAGE: ("title", "note", "when"),
    What.QUESTION: ("text", "indicator", "hint", "kind", "facet"),
    What.OPTION: ("text", "sets", "age", "now"),
    What.VECTOR: ("title", "catalogue", "child", "present", "absent", "expected"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a value: ``label`` may be empty; ``language`` is that of the words, if known."""

    text: str
    label: str = ""
    language: str = ""

    def __str__(self) -> str:
        return f"{self.label}: {self.text}" if self.label else self.text


@dataclass(frozen=True, slots=True)
class Lines:
    """Writes values as lines.

    Attributes:
        names: where names of signs, questions and lists are looked up.
        languages: codes of the languages, in the order in which texts are told.
    """

    names: Names
    languages: Sequence[str]

    def of(self, what: What, path: tuple[str, ...], field: str, value: Any) -> list[Line]:
        """Write one value of a thing; nothing for a value that is not there."""
        if value is None:
            return []
        kind = field.partition(".")[0]
        if field in TEXTS or kind in TEXTS:
            return self._text(value)
        if field == "pocket.steps":
            return [line for step in value for line in self._text(step)]
        if field == "provenance":
            return [Line(word(name, part), field_name(name)) for name, part in value.items()]
        if field == "when":
            return [Line(self._condition(path[0], one)) for one in value]
        return self._coded(what, path, field, value)

    def of_whole(self, what: What, path: tuple[str, ...], whole: Mapping[str, Any]) -> list[Line]:
        """Write the main values of a thing that came or went."""
        values = fields_of(dict(whole), what)
        found: list[Line] = []
        for told in TOLD.get(what, ()):
            for field in (name for name in values if name.partition(".")[0] == told):
                found += self._labelled(what, path, field, values[field])
        return found + _counted(whole)

    def field(self, what: What, path: tuple[str, ...], field: str) -> str:
        """Name a field; one that is kept by profile, sign or outcome names that too."""
        kind, _dot, part = field.partition(".")
        named: Mapping[str, Callable[[], str]] = {
            "weights": lambda: _("weight for %(who)s") % {"who": self._profile(path, part)},
            "sets": lambda: (
                _("what it says of %(sign)s") % {"sign": quoted(self.names.sign(part))}
            ),
            "advice": lambda: (
                _("advice when the reading is “%(outcome)s”") % {"outcome": word("expected", part)}
            ),
        }
        return named[kind]() if part and kind in named else field_name(field)

    def _labelled(self, what: What, path: tuple[str, ...], field: str, value: Any) -> list[Line]:
        name = self.field(what, path, field)
        lines = self.of(what, path, field, value)
        if len(lines) == 1 and not lines[0].language:
            return [Line(lines[0].text, name)]
        return [
            Line(line.text, f"{name}, {line.label}" if line.label else name, line.language)
            for line in lines
        ]

    def _text(self, value: Mapping[str, str]) -> list[Line]:
        codes = [*self.languages, *(code for code in value if code not in self.languages)]
        return [Line(value[c], language_name(c), c) for c in codes if value.get(c)]

    def _condition(self, view: str, one: Mapping[str, Any]) -> str:
        answers = [quoted(self.names.option(view, one["question"], key)) for key in one["any_of"]]
        question = quoted(self.names.question(view, one["question"]))
        return f"{question}: {' / '.join(answers)}"

    def _coded(self, what: What, path: tuple[str, ...], field: str, value: Any) -> list[Line]:
        values = value if isinstance(value, list) else [value]
        return [Line(", ".join(self._word(what, path, field, one) for one in values))]

    def _word(self, what: What, path: tuple[str, ...], field: str, value: Any) -> str:
        kind = field.partition(".")[0]
        if kind in SIGNS or field in SIGNS:
            return f"{self.names.sign(str(value))} ({value})"
        if kind in {"profiles", "child_profiles"}:
            return self._profile(path, str(value))
        if field in {"catalogue", "also", "second_to"}:
            return self.names.catalogue(str(value))
        if what in {What.ELEMENT, What.INDICATOR} and field in {"dimension", "dimensions"}:
            return self.names.dimension(path[0], str(value))
        return word(kind, value)

    def _profile(self, path: tuple[str, ...], key: str) -> str:
        return self.names.profile(path[0], key) if path else key


def _counted(whole: Mapping[str, Any]) -> list[Line]:
    pages = whole.get("pages")
    if not pages:
        return []
    asked = sum(len(page["questions"]) for page in pages)
    return [
        Line(ngettext("%(count)s page", "%(count)s pages", len(pages)) % {"count": len(pages)}),
        Line(ngettext("%(count)s question", "%(count)s questions", asked) % {"count": asked}),
    ]
