"""Broken rules in words of the page's language; the exact sentence of the check stands beside."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import _StrPromise

OF_FILES: "Mapping[str, _StrPromise]" = {
    "yaml": _("This file is not valid YAML."),
    "encoding": _("This file is not text in UTF-8."),
    "alias": _("Anchors and aliases of YAML are not read: write the value again."),
    "tag": _("Tags of YAML are not read: write a plain value."),
    "key": _("A name of a value must be one plain word."),
    "repeated-key": _("The same name is written twice in one place."),
    "too-deep": _("Values stand inside values without end."),
    "unknown-file": _("No part of a guideline has this name."),
    "missing-file": _("This file is missing."),
    "other-name": _("The key and the name of the file or folder differ."),
}
OF_VALUES: "Mapping[str, _StrPromise]" = {
    "missing": _("Something is missing that must be there."),
    "empty": _("This must not be empty."),
    "unknown-field": _("A value of this name is not known here."),
    "not-allowed": _("This value is not one of those allowed."),
    "wrong-form": _("This is not written in the form that is needed."),
    "wrong-kind": _("This is a value of another kind than is needed."),
    "wrong-value": _("This value cannot stand here."),
    "date": _("This is no day: write it like 2026-11-18."),
    "missing-language": _("A text is missing in a language."),
    "unknown-language": _(
        "A text is written in a language that the country's pack does not have."
    ),
    "repeated": _("The same thing is there twice."),
    "reserved-key": _("The platform itself uses this key: choose another."),
}
OF_LISTS: "Mapping[str, _StrPromise]" = {
    "weighted-dimensions": _("A weighted list knows the groups D1 to D6 and no others."),
    "empty-dimension": _("This group has no sign."),
    "unknown-dimension": _("The list has no such group of signs."),
    "code-of-other-dimension": _("The code belongs to another group of signs."),
    "unknown-profile": _("This is said for somebody for whom the list is not read."),
    "empty-profile": _("No sign of the list is used for these people."),
    "profile-for-nobody": _("There is one profile for adults and one for children, and no third."),
    "used-by-nobody": _("This sign is used for nobody."),
    "weights-not-read": _("A list of this kind reads no weights."),
    "profiles-not-read": _("A weighted list takes for whom a sign is used from its weights."),
    "elements-not-read": _("A list of this kind reads no elements."),
    "means-not-read": _("Only a weighted list reads whether vulnerability stands for the means."),
    "no-elements": _("A list of this kind needs elements: what must be shown."),
    "never-fires": _("This rule can never be met, whatever is answered."),
    "nothing-needed": _("No element is needed for children: everything would count as shown."),
    "unknown-same-as": _("No other list has this sign."),
    "second-to-second": _("That list is itself read from the answers to another."),
    "second-without-same": _("Nothing in the first list answers this sign."),
    "second-asked": _("This list is never asked by itself."),
    "unknown-catalogue": _("There is no such list of signs."),
}
OF_QUESTIONS: "Mapping[str, _StrPromise]" = {
    "unknown-indicator": _("No list of these questions has this sign."),
    "asked-twice": _("An earlier question already answers this sign."),
    "age-twice": _("These questions already ask about age."),
    "two-ways": _("A question about one sign takes its words and answers from the list."),
    "incomplete-question": _("A question needs a text and two answers, or a sign."),
    "sets-nothing": _("No answer to this question says anything of a sign."),
    "plain-sets": _("A question of this kind says nothing of signs."),
    "option-kind": _("Answers about age say the age and nothing else; other answers never do."),
    "sealed-options": _("A sealed question is answered in words and has no answers to choose."),
    "sealed-without-facet": _("It is not said in which part the words are sealed."),
    "facet-without-seal": _("Only a sealed question names the part in which it is sealed."),
    "unknown-question": _("There is no such question before this page."),
    "unknown-option": _("The earlier question has no such answer."),
    "branch-self": _("This page waits for an answer that is given on it."),
    "branch-order": _("This page waits for an answer that is given later."),
    "branch-loop": _("These pages wait for each other's answers."),
    "never-reached": _("No answers lead to this page: its conditions contradict each other."),
    "pages-or-pocket": _("There are questions to ask or a card to carry, and never both."),
    "missing-advice": _("It is not said what to do after one of the possible readings."),
    "needless-advice": _("No answers lead to this reading: its advice is never shown."),
    "unknown-hotline": _("The country's pack has no such number to call."),
    "unknown-body": _("The country's pack has no such organisation."),
    "nobody-has-mandate": _("No organisation of the country may do this."),
    "unknown-article": _("The lawbook has no such article."),
    "impossible-outcome": _("A list of this kind never gives this reading."),
    "both-ways": _("A sign is present and absent at once."),
}
RULES = {**OF_FILES, **OF_VALUES, **OF_LISTS, **OF_QUESTIONS}
OTHER = _("Something here does not fit together.")


def fault_words(rule: str) -> str:
    """Say which rule is broken; a rule without words of its own is told in general."""
    return str(RULES.get(rule, OTHER))


# What the schema says of one value that was typed.
SHAPES: "Mapping[str, _StrPromise]" = {
    "missing": _("Fill this in."),
    "string_too_short": _("Fill this in."),
    "too_short": _("Choose or write at least one."),
    "literal_error": _("Choose one of the values that are offered."),
    "string_pattern_mismatch": _("Write it in the form that the hint shows."),
    "date": _("Write a day like 2026-11-18, or the word unknown."),
    "int_parsing": _("Write a whole number."),
    "greater_than_equal": _("This number is too small."),
    "less_than_equal": _("This number is too large."),
}


def shape_words(rule: str, message: str) -> str:
    """Say what the schema refuses in a value that was typed; else in the schema's own words."""
    return str(SHAPES.get(rule, message))
