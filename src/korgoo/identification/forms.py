"""Forms of a card. The questions come from the country pack."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext

from korgoo.identification.enums import REFUSED, UNKNOWN, AgeCheck, Given, Opinion
from korgoo.identification.guidelines import Choice

if TYPE_CHECKING:
    from korgoo.countrypack.schema.catalogues import Catalogue
    from korgoo.countrypack.schema.views import Question

NOT_ASKED = ""


class AnswerField(forms.ChoiceField):
    """One question. No answer is an answer too: it was not asked."""

    def validate(self, value: str) -> None:
        """Refuse only what is no option of the question."""
        if value != NOT_ASKED and not self.valid_value(value):
            raise forms.ValidationError(
                _("This is no answer to the question. Choose one of them.")
            )


class CardPageForm(forms.Form):
    """The questions of one page of a card: an answer and its source for each."""

    def __init__(
        self,
        *args: Any,
        questions: "Iterable[Question]",
        catalogue: "Catalogue",
        chosen: Iterable[Choice],
        language: str,
        **kwargs: Any,
    ) -> None:
        self.questions = tuple(questions)
        by_question = {choice.question: choice for choice in chosen}
        super().__init__(*args, **kwargs)
        for question in self.questions:
            choice = by_question.get(question.key)
            self.fields[f"q-{question.key}"] = _answer(question, choice, language)
            if question.kind == "indicator":
                self.fields[f"s-{question.key}"] = _source(question, choice, catalogue)

    def choices(self) -> list[Choice]:
        """List what was chosen; questions left empty are not in it."""
        return [
            Choice(q.key, option, self.cleaned_data.get(f"s-{q.key}") or Given.TOLD)
            for q in self.questions
            if (option := self.cleaned_data[f"q-{q.key}"])
        ]


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
    question: "Question", choice: Choice | None, catalogue: "Catalogue"
) -> forms.ChoiceField:
    return AnswerField(
        label=_("Where the answer comes from"),
        choices=Given.choices,
        widget=forms.Select,
        initial=choice.source if choice else usual_source(question, catalogue),
    )


def usual_source(question: "Question", catalogue: "Catalogue") -> str:
    """Say where the answer to a question usually comes from: the only way its signs may be known."""
    codes = {code for option in question.options for code in option.sets}
    ways = {way for code in codes for way in catalogue.indicator(code).evidence}
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
