"""Forms of a card. The questions come from the country pack."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from korgoo.identification.enums import REFUSED, SEALED, UNKNOWN, AgeCheck, Given, Opinion
from korgoo.identification.guidelines import Choice

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.views import Question
    from korgoo.identification.earlier import Known

NOT_ASKED = ""
MOST_WORDS = 2000


class AnswerField(forms.ChoiceField):
    """One question. No answer is an answer too: it was not asked."""

    def validate(self, value: str) -> None:
        """Refuse only what is no option of the question."""
        if value != NOT_ASKED and not self.valid_value(value):
            raise forms.ValidationError(
                _("This is no answer to the question. Choose one of them.")
            )


@dataclass(frozen=True, slots=True)
class Asked:
    """What the form of a page needs to know besides its questions.

    Attributes:
        catalogues: where the signs of its questions are described.
        chosen: what was chosen so far.
        known: what earlier cards say, by code of the indicator.
        language: of the page.
    """

    catalogues: "Mapping[str, Catalogue]"
    chosen: tuple[Choice, ...]
    known: "Mapping[str, Known]"
    language: str


class CardPageForm(forms.Form):
    """The questions of one page of a card: an answer and its source for each, or sealed words."""

    def __init__(
        self, *args: Any, questions: "Iterable[Question]", about: Asked, **kwargs: Any
    ) -> None:
        self.questions = tuple(questions)
        self.about = about
        by_question = {choice.question: choice for choice in about.chosen}
        super().__init__(*args, **kwargs)
        for question in self.questions:
            self._add(question, by_question.get(question.key))
        self.known = {
            q.key: found for q in self.questions if (found := self._known(q, by_question))
        }
        self.sealed_before = {c.question for c in about.chosen if c.option == SEALED}

    def _add(self, question: "Question", choice: Choice | None) -> None:
        if question.kind == "sealed":
            self.fields[f"w-{question.key}"] = _words(question, self.about.language)
            return
        self.fields[f"q-{question.key}"] = _answer(question, choice, self.about.language)
        if question.kind == "indicator":
            self.fields[f"s-{question.key}"] = _source(question, choice, self.about.catalogues)

    def _known(self, question: "Question", chosen: "Mapping[str, Choice]") -> "list[KnownSign]":
        """List what is known before of the signs of a question that was not answered here yet."""
        if question.kind != "indicator" or question.key in chosen:
            return []
        codes = list(dict.fromkeys(code for option in question.options for code in option.sets))
        return [
            KnownSign(_title(code, self.about), self.about.known[code])
            for code in codes
            if code in self.about.known
        ]

    def choices(self) -> list[Choice]:
        """List what was chosen; questions left empty are not in it."""
        picked = [
            Choice(q.key, option, self.cleaned_data.get(f"s-{q.key}") or Given.TOLD)
            for q in self.questions
            if q.kind != "sealed" and (option := self.cleaned_data[f"q-{q.key}"])
        ]
        return picked + [Choice(q.key, SEALED, Given.TOLD) for q, _text in self._written()]

    def words(self) -> "dict[str, list[tuple[str, str]]]":
        """List what was written, by the sealed part that it belongs to: question and words."""
        found: dict[str, list[tuple[str, str]]] = {}
        for question, text in self._written():
            line = (question.text.in_language(self.about.language), text)
            found.setdefault(question.facet or "story", []).append(line)
        return found

    def _written(self) -> "list[tuple[Question, str]]":
        return [
            (q, text)
            for q in self.questions
            if q.kind == "sealed" and (text := self.cleaned_data[f"w-{q.key}"].strip())
        ]


@dataclass(frozen=True, slots=True)
class KnownSign:
    """One thing that an earlier card says already."""

    title: str
    known: "Known"

    @property
    def is_present(self) -> bool:
        """The sign was present then."""
        return self.known.value == "present"

    @property
    def source(self) -> str:
        """Where the answer came from, in words."""
        return str(Given(self.known.source).label)


def _title(code: str, about: Asked) -> str:
    for catalogue in about.catalogues.values():
        for sign in catalogue.indicators:
            if sign.code == code:
                return sign.title.in_language(about.language)
    return code


def _words(question: "Question", language: str) -> forms.CharField:
    return forms.CharField(
        label=question.text.in_language(language),
        help_text=question.hint.in_language(language) if question.hint else "",
        widget=forms.Textarea,
        max_length=MOST_WORDS,
        required=False,
    )


def _answer(question: "Question", choice: Choice | None, language: str) -> forms.ChoiceField:
    options = [(option.key, option.text.in_language(language)) for option in question.options]
    if question.kind == "indicator":
        options.append((UNKNOWN, pgettext("answer", "Does not know")))
        options.append((REFUSED, pgettext("answer", "Did not want to say")))
    options.append((NOT_ASKED, pgettext("answer", "Not asked")))
    return AnswerField(
        label=question.text.in_language(language),
        help_text=question.hint.in_language(language) if question.hint else "",
        choices=options,
        widget=forms.RadioSelect,
        initial=choice.option if choice else NOT_ASKED,
    )


def _source(
    question: "Question", choice: Choice | None, catalogues: "Mapping[str, Catalogue]"
) -> forms.ChoiceField:
    return AnswerField(
        label=_("Where the answer comes from"),
        choices=Given.choices,
        widget=forms.Select,
        initial=choice.source if choice else usual_source(question, catalogues),
    )


def usual_source(question: "Question", catalogues: "Mapping[str, Catalogue]") -> str:
    """Say where the answer to a question usually comes from: the only way its signs may be known."""
    codes = {code for option in question.options for code in option.sets}
    signs = [s for one in catalogues.values() for s in one.indicators if s.code in codes]
    ways = {way for sign in signs for way in sign.evidence}
    return str(Given(ways.pop())) if len(ways) == 1 else str(Given.TOLD)


class AgeForm(forms.Form):
    """Under 18 or not, before the whole list: another list holds for a child."""

    age_check = forms.ChoiceField(
        label=gettext_lazy("Is the person under 18?"),
        help_text=gettext_lazy("In doubt, the rules for children hold until the age is known."),
        choices=AgeCheck.choices,
        widget=forms.RadioSelect,
    )


class OpinionForm(forms.Form):
    """The officer's own opinion, before the reading is shown."""

    opinion = forms.ChoiceField(
        label=gettext_lazy("What do you think yourself?"),
        choices=Opinion.choices,
        widget=forms.RadioSelect,
    )


class AgainForm(forms.Form):
    """Read a card again: under the edition of a day, or under a named one."""

    edition = forms.ChoiceField(
        label=gettext_lazy("Under which edition?"), widget=forms.RadioSelect, required=False
    )
    day = forms.DateField(
        label=gettext_lazy("Or under the edition in force on this day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
    )

    def __init__(self, *args: Any, editions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        by_day = ("", _("The one in force on the day below"))
        self.fields["edition"].choices = [by_day, *editions]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Ask for a day where no edition was chosen."""
        given: dict[str, Any] = super().clean() or {}
        if not self.errors and not given.get("edition") and not given.get("day"):
            self.add_error("day", _("Choose an edition, or enter a day."))
        return given
