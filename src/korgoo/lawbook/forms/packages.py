"""What members fill in: packages of amendments and wordings."""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from korgoo.consultation.typed import must_be_kept
from korgoo.countrypack import api as packs
from korgoo.lawbook import wording
from korgoo.lawbook.enums import LONGEST_NOTE, LONGEST_NUMBER, LONGEST_TEXT, LONGEST_TITLE
from korgoo.lawbook.services import Wording

if TYPE_CHECKING:
    from korgoo.lawbook.models import AmendmentPackage
    from korgoo.lawbook.standing import Version


class LongText(forms.CharField):
    """Text of several lines. A line break counts as one character, as the browser counts it."""

    widget = forms.Textarea
    default_validators = [must_be_kept]

    def to_python(self, value: Any) -> str:
        """Write every line break alike before the length is looked at."""
        return super().to_python(str(value or "").replace("\r\n", "\n")) or ""


class NewArticleForm(forms.Form):
    """The number of an article that the instrument does not have yet."""

    number = forms.CharField(
        label=_("Number of the new article"),
        help_text=_("As it will be quoted, for example 21-5"),
        max_length=LONGEST_NUMBER,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )

    def clean_number(self) -> str:
        """Take numbers that can stand in an address."""
        number = str(self.cleaned_data["number"]).lower()
        if not re.fullmatch(r"[0-9][a-z0-9.-]*", number):
            raise forms.ValidationError(
                _("Write digits, with dots, dashes or Latin letters between or after them: 21-5.")
            )
        return number


class _ByLanguage(forms.Form):
    """A form with the same question in every language of the country."""

    def ask(self, name: str, label: Any, make: Any) -> None:
        """Add the question ``name`` once per language; ``make(label)`` gives the field."""
        for code in packs.current().languages:
            full = pgettext_lazy(
                "a question, asked once per language", "%(what)s (%(language)s)"
            ) % {
                "what": label,
                "language": wording.language_name(code),
            }
            self.fields[f"{name}_{code}"] = make(full)
            self.fields[f"{name}_{code}"].widget.attrs["lang"] = code

    def answers(self, name: str) -> dict[str, str]:
        """Give the answers by language, without those left empty; the form is valid."""
        found = {code: self.cleaned_data[f"{name}_{code}"] for code in packs.current().languages}
        return {code: words for code, words in found.items() if words}

    def need_one(self, name: str, message: Any) -> None:
        """Refuse a question that was answered in no language."""
        codes = packs.current().languages
        fields = [f"{name}_{code}" for code in codes]
        if not any(self.cleaned_data.get(one) or one in self.errors for one in fields):
            self.add_error(f"{name}_{codes[0]}", message)


class PackageForm(_ByLanguage):
    """What a package is called and why it is needed."""

    reason = LongText(
        label=_("Why should the law change?"),
        help_text=_("Every organisation reads it. Write nothing about a person you help."),
        max_length=LONGEST_NOTE,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.ask("title", _("Title"), _title_field)
        codes = packs.current().languages
        self.order_fields([*(f"title_{code}" for code in codes), "reason"])

    def clean(self) -> dict[str, Any]:
        """Ask for a title in one language at least."""
        data = super().clean() or {}
        self.need_one("title", _("Give the package a title in one language at least."))
        return data

    @staticmethod
    def filled_from(package: "AmendmentPackage") -> dict[str, str]:
        """Give what a package says of itself, to show it again."""
        titles = {f"title_{code}": words for code, words in package.title.items()}
        return {**titles, "reason": package.reason}


class WordingForm(_ByLanguage):
    """What an article shall say, and why."""

    note = LongText(
        label=_("Why this wording?"),
        help_text=_("Every organisation reads it. Write nothing about a person you help."),
        max_length=LONGEST_NOTE,
    )

    def __init__(self, *args: Any, number: str, **kwargs: Any) -> None:
        """Ask for the wording of the article with this ``number``, which does not change."""
        super().__init__(*args, **kwargs)
        self._number = number
        self.ask("title", _("Title of the article"), _title_field)
        self.ask("text", _("Wording"), _text_field)
        self.order_fields([*(name for name in self.fields if name != "note"), "note"])

    def clean(self) -> dict[str, Any]:
        """Ask for a wording in one language at least."""
        data = super().clean() or {}
        self.need_one("text", _("Write the new wording in one language at least."))
        return data

    def to_wording(self) -> Wording:
        """Gather what was filled in for the service; the form is valid."""
        return Wording(
            number=self._number,
            title=self.answers("title"),
            text=self.answers("text"),
            note=self.cleaned_data["note"],
        )

    @staticmethod
    def filled_from(
        title: Mapping[str, str], text: Mapping[str, str], note: str = ""
    ) -> dict[str, str]:
        """Give a wording, to show it again or to begin from it."""
        titles = {f"title_{code}": words for code, words in title.items()}
        texts = {f"text_{code}": words for code, words in text.items()}
        return {**titles, **texts, "note": note}

    @staticmethod
    def begun_from(stands: "Version | None") -> dict[str, str]:
        """Give what stands now, to begin a new wording from it."""
        if stands is None:
            return {}
        return WordingForm.filled_from(stands.title, stands.text or {})


class SeenForm(forms.Form):
    """The version that stood on the page from which a form was sent."""

    seen = forms.IntegerField(min_value=0, max_value=1_000_000)


class StoodForm(forms.Form):
    """The mark of the article that stood on the page from which a form was sent."""

    stood = forms.CharField(required=False, max_length=64)


def _title_field(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, required=False, max_length=LONGEST_TITLE, validators=[must_be_kept]
    )


def _text_field(label: str) -> LongText:
    return LongText(label=label, required=False, max_length=LONGEST_TEXT)
