"""What an editor writes: a statement in every language, with where it comes from."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from korgoo.countrypack import api as packs
from korgoo.lib import clock
from korgoo.rights import wording
from korgoo.rights.enums import (
    LONGEST_LINE,
    LONGEST_TEXT,
    LONGEST_TITLE,
    Sort,
    SourceType,
    Trust,
)
from korgoo.rights.forms.fields import (
    ByLanguage,
    Choices,
    address_field,
    choice_field,
    day_field,
    line_field,
    several_field,
    text_field,
)
from korgoo.rights.services import Place

if TYPE_CHECKING:
    from django.utils.functional import _StrOrPromise

LISTS = ("steps", "questions", "numbers", "supersedes")
FLAT = (*LISTS, "valid_from", "valid_to", "as_of", "source", "source_type", "address", "trust")


class PlaceForm(forms.Form):
    """Where a new statement stands, and what it is. Asked first: neither changes afterwards."""

    destination = forms.ChoiceField(
        label=pgettext_lazy("of a statement", "Where"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )
    sort = forms.ChoiceField(
        label=gettext_lazy("What it is"),
        help_text=gettext_lazy("This decides how long it is believed without a new look."),
        choices=Sort.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose one.")},
    )

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        """Offer ``places`` by key and name."""
        super().__init__(*args, **kwargs)
        self.fields["destination"].choices = [*places]  # type: ignore[attr-defined]

    def place(self) -> Place:
        """Give what was chosen; the form is valid."""
        return Place(self.cleaned_data["destination"], Sort(self.cleaned_data["sort"]))


class StatementForm(ByLanguage):
    """All that a statement says. A language may stay empty until it is sent to the second reader."""

    def __init__(self, *args: Any, offers: Mapping[str, Choices], **kwargs: Any) -> None:
        """Offer what can be named: ``steps``, ``questions``, ``numbers``, ``supersedes``."""
        super().__init__(*args, **kwargs)
        for name, make in MAKES.items():
            self.ask(name, make, lambda code, name=name: wording.in_language(name, code))
        by_language = [f"{name}_{code}" for code in packs.current().languages for name in MAKES]
        for name in LISTS:
            self.fields[name] = several_field(wording.FIELDS[name], offers[name])
        self.fields.update(_facts())
        self.order_fields([*by_language, *self.fields])
        self._count()

    def clean(self) -> dict[str, Any]:
        """Look at lengths and days; each error stands at its field."""
        data = super().clean() or {}
        for code in packs.current().languages:
            self._refuse_long(code)
        first, last = data.get("valid_from"), data.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("The rule cannot end before it begins."))
        titles = [f"title_{code}" for code in packs.current().languages]
        if not any(data.get(one) or one in self.errors for one in titles):
            self.add_error(titles[0], _("Give it a title in one language at least."))
        return data

    def clean_as_of(self) -> date:
        """No source speaks for a day to come."""
        day: date = self.cleaned_data["as_of"]
        if day > clock.today():
            raise forms.ValidationError(_("Choose today or a day that has passed."))
        return day

    def content(self) -> dict[str, Any]:
        """Give what was written, in the shape of ``ItemVersion.content``; the form is valid."""
        texts = {name: self.answers(name) for name in MAKES}
        return texts | {name: self.cleaned_data[name] for name in FLAT}

    @staticmethod
    def filled_from(content: Mapping[str, Any]) -> dict[str, Any]:
        """Give what a version says, to show it again."""
        texts = {
            f"{name}_{code}": words for name in MAKES for code, words in content[name].items()
        }
        return {**texts, **{name: content[name] for name in FLAT}}

    def _refuse_long(self, code: str) -> None:
        words = len(self.cleaned_data.get(f"text_{code}", "").split())
        if words > packs.MOST_WORDS:
            self.add_error(f"text_{code}", _counted_words(words))
        message = self.cleaned_data.get(f"sms_{code}", "")
        if len(message) > packs.sms_room(message):
            self.add_error(f"sms_{code}", _counted_letters(message))

    def _count(self) -> None:
        """Say beside each text how long it is, as it stands on the page."""
        for code in packs.current().languages:
            text = self._typed(f"text_{code}")
            self.fields[f"text_{code}"].help_text = _counted_words(len(text.split()))
            message = self._typed(f"sms_{code}")
            self.fields[f"sms_{code}"].help_text = _counted_letters(message)

    def _typed(self, name: str) -> str:
        given = self.data if self.is_bound else self.initial
        return str(given.get(name) or "").replace("\r\n", "\n")


def _counted_words(words: int) -> str:
    return _("Words: %(now)s. At most: %(most)s.") % {"now": words, "most": packs.MOST_WORDS}


def _counted_letters(message: str) -> str:
    counts = {"now": len(message), "most": packs.sms_room(message)}
    return _("Letters: %(now)s. At most: %(most)s.") % counts


def _text(label: "_StrOrPromise") -> Any:
    return text_field(label, LONGEST_TEXT)


def _line(label: "_StrOrPromise") -> Any:
    return line_field(label, LONGEST_LINE)


def _title(label: "_StrOrPromise") -> Any:
    return line_field(label, LONGEST_TITLE)


MAKES = {"title": _title, "applies_to": _line, "text": _text, "sms": _text}


def _facts() -> dict[str, forms.Field]:
    names = wording.FIELDS
    known = gettext_lazy("Leave it empty when it is not known.")
    return {
        "source": line_field(
            names["source"],
            LONGEST_LINE,
            gettext_lazy("Law and article, page, letter: so that the second reader finds it."),
            required=True,
        ),
        "source_type": choice_field(names["source_type"], SourceType.choices),
        "address": address_field(),
        "as_of": day_field(names["as_of"]),
        "trust": choice_field(
            names["trust"],
            Trust.choices,
            gettext_lazy("Only what was found in a source, or is advice, can be published."),
        ),
        "valid_from": day_field(names["valid_from"], known, required=False),
        "valid_to": day_field(names["valid_to"], known, required=False),
    }
