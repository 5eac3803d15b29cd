"""A difference in words: what it is about, how it was, how it becomes."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from korgoo.workshop.difference import Change, Kind, What
from korgoo.workshop.wording.lines import TEXTS, Line, Lines
from korgoo.workshop.wording.names import Names, in_language, language_name, quoted

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

    from korgoo.workshop.files import Files

CAME: "Mapping[What, _StrPromise]" = {
    What.CATALOGUE: gettext_lazy("New list of signs: %(name)s"),
    What.DIMENSION: gettext_lazy("New group of signs: %(name)s"),
    What.ELEMENT: gettext_lazy("New element: %(name)s"),
    What.INDICATOR: gettext_lazy("New sign: %(name)s"),
    What.VIEW: gettext_lazy("New set of questions: %(name)s"),
    What.PAGE: gettext_lazy("New page: %(name)s"),
    What.QUESTION: gettext_lazy("New question: %(name)s"),
    What.OPTION: gettext_lazy("New answer: %(name)s"),
    What.VECTOR: gettext_lazy("New agreed example: %(name)s"),
}
WENT: "Mapping[What, _StrPromise]" = {
    What.CATALOGUE: gettext_lazy("List of signs removed: %(name)s"),
    What.DIMENSION: gettext_lazy("Group of signs removed: %(name)s"),
    What.ELEMENT: gettext_lazy("Element removed: %(name)s"),
    What.INDICATOR: gettext_lazy("Sign removed: %(name)s"),
    What.VIEW: gettext_lazy("Set of questions removed: %(name)s"),
    What.PAGE: gettext_lazy("Page removed: %(name)s"),
    What.QUESTION: gettext_lazy("Question removed: %(name)s"),
    What.OPTION: gettext_lazy("Answer removed: %(name)s"),
    What.VECTOR: gettext_lazy("Agreed example removed: %(name)s"),
}
MOVED: "Mapping[What, _StrPromise]" = {
    What.DIMENSION: gettext_lazy("Group of signs at another place: %(name)s"),
    What.ELEMENT: gettext_lazy("Element at another place: %(name)s"),
    What.INDICATOR: gettext_lazy("Sign at another place: %(name)s"),
    What.PAGE: gettext_lazy("Page at another place: %(name)s"),
    What.QUESTION: gettext_lazy("Question at another place: %(name)s"),
    What.OPTION: gettext_lazy("Answer at another place: %(name)s"),
    What.VECTOR: gettext_lazy("Agreed example at another place: %(name)s"),
}
THINGS: "Mapping[What, _StrPromise]" = {
    What.HEAD: gettext_lazy("The guideline as a whole"),
    What.CATALOGUE: gettext_lazy("List of signs %(name)s"),
    What.DIMENSION: gettext_lazy("Group of signs %(name)s"),
    What.ELEMENT: gettext_lazy("Element %(name)s"),
    What.SIGNS: gettext_lazy("All signs of the file %(name)s"),
    What.INDICATOR: gettext_lazy("Sign %(name)s"),
    What.VIEW: gettext_lazy("Questions %(name)s"),
    What.PAGE: gettext_lazy("Page %(name)s"),
    What.QUESTION: gettext_lazy("Question %(name)s"),
    What.OPTION: gettext_lazy("Answer %(name)s"),
    What.VECTORS: gettext_lazy("All agreed examples"),
    What.VECTOR: gettext_lazy("Agreed example %(name)s"),
}
SHORT = 60


@dataclass(frozen=True, slots=True)
class Words:
    """Puts the differences between two guidelines into words of the page's language.

    Attributes:
        before, after: the two guidelines, to find names in.
        languages: codes of the languages of the pack, in their order.
    """

    before: "Files"
    after: "Files"
    languages: Sequence[str]

    @property
    def names(self) -> Names:
        """Where names are looked up."""
        return Names(self.before, self.after)

    @property
    def lines(self) -> Lines:
        """How values are written."""
        return Lines(self.names, self.languages)

    def heading(self, change: Change) -> str:
        """Say what a difference is about, without the values: 'Sign “Locked in”: weight for adults'."""
        tables = {Kind.ADDED: CAME, Kind.REMOVED: WENT, Kind.MOVED: MOVED}
        name = {"name": quoted(self.name(change))}
        if change.kind in tables and change.what in tables[change.kind]:
            return str(tables[change.kind][change.what]) % name
        thing = str(THINGS[change.what]) % name
        field = self.lines.field(change.what, change.path, change.field)
        return _("%(thing)s: %(field)s") % {"thing": thing, "field": field}

    def placed_heading(self, change: Change) -> str:
        """Say the same with the list or the set of questions in which it stands."""
        place = self.place(change)
        heading = self.heading(change)
        return _("%(place)s. %(what)s") % {"place": place, "what": heading} if place else heading

    def place(self, change: Change) -> str:
        """Name the list or the set of questions in which a thing stands; empty for others."""
        if change.what in {What.PAGE, What.QUESTION, What.OPTION}:
            return self.names.view(change.path[0])
        if change.what in {What.DIMENSION, What.ELEMENT, What.SIGNS, What.INDICATOR}:
            return self.names.catalogue(change.path[0])
        return ""

    def name(self, change: Change) -> str:
        """Name the thing that a difference is about."""
        path, names = change.path, self.names
        found: Mapping[What, Callable[[], str]] = {
            What.QUESTION: lambda: names.question(path[0], path[1]),
            What.OPTION: lambda: f"{names.question(path[0], path[1])} → {self._option(change)}",
            What.INDICATOR: lambda: f"{in_language(change.title)} ({path[-1]})",
            What.SIGNS: lambda: path[-1],
        }
        if change.what in found:
            return found[change.what]()
        return in_language(change.title) or (path[-1] if path else "")

    def before_lines(self, change: Change) -> list[Line]:
        """Write how it was; nothing for what is new."""
        return self._side(change, change.before)

    def after_lines(self, change: Change) -> list[Line]:
        """Write how it becomes; nothing for what is to go."""
        return self._side(change, change.after)

    def sentence(self, change: Change) -> str:
        """Say the whole difference in one sentence, with the values where they are short."""
        heading = self.placed_heading(change)
        if change.kind is Kind.CHANGED and _is_text(change.field):
            said = self._languages(change)
            return _("%(what)s (changed in: %(languages)s)") % {"what": heading, "languages": said}
        old = self._short(self.before_lines(change))
        new = self._short(self.after_lines(change))
        if change.kind in {Kind.ADDED, Kind.REMOVED} or not (old and new):
            return heading
        values = {"what": heading, "before": old, "after": new}
        return _("%(what)s: %(before)s → %(after)s") % values

    def _side(self, change: Change, value: Any) -> list[Line]:
        if value is None:
            return []
        if change.kind is Kind.MOVED:
            return [Line(self._place(change, value))]
        if change.kind is Kind.CHANGED:
            return self._changed(change, value)
        return self.lines.of_whole(change.what, change.path, value)

    def _changed(self, change: Change, value: Any) -> list[Line]:
        lines = self.lines.of(change.what, change.path, change.field, value)
        if not _is_text(change.field) or not isinstance(change.before and change.after, dict):
            return lines
        return [line for line in lines if line.language in _languages_changed(change)]

    def _place(self, change: Change, value: Mapping[str, Any]) -> str:
        if "page" not in value:
            return _("place %(number)s") % {"number": value["place"]}
        page = quoted(self.names.page(change.path[0], str(value["page"])))
        return _("page %(page)s, place %(number)s") % {"page": page, "number": value["place"]}

    def _option(self, change: Change) -> str:
        return in_language(change.title) or change.path[-1]

    def _languages(self, change: Change) -> str:
        changed = _languages_changed(change)
        # CLDR has no Kyrgyz list of three without "and"; a comma serves every language here.
        return ", ".join(language_name(code) for code in self.languages if code in changed)

    def _short(self, lines: Sequence[Line]) -> str:
        if not lines:
            return pgettext("empty value of a draft", "nothing")
        whole = "; ".join(str(line) for line in lines)
        return whole if len(whole) <= SHORT else ""


def _is_text(field: str) -> bool:
    return field in TEXTS or field.partition(".")[0] in TEXTS


def _languages_changed(change: Change) -> frozenset[str]:
    before, after = change.before or {}, change.after or {}
    return frozenset(code for code in {*before, *after} if before.get(code) != after.get(code))
