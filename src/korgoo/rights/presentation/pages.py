"""What stands on each public page. The same for every reader."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from korgoo.lib.errors import NotFound
from korgoo.rights import api
from korgoo.rights.api import CallNumber, Place, Statement, Trouble
from korgoo.rights.enums import Standing
from korgoo.rights.forms import SearchForm
from korgoo.rights.presentation.answers import Answer, answer
from korgoo.rights.wording import language

MOST_ON_TOP = 4  # numbers above an answer: a frightened person reads no list

Words = dict[str, Any]


def start_page() -> Words:
    """Choose where, or what happened."""
    code = language()
    return {
        "places": [_place_card(one) for one in api.destinations(code)],
        "questions": [
            {"text": one.text, "href": reverse("rights_public:trouble", args=[one.key])}
            for one in api.questions(code)
        ],
        "form": SearchForm(),
    }


def trouble_page(key: str) -> Words:
    """Choose where it happened; places with an answer first."""
    code = language()
    trouble = api.question(key, code)
    answered = {one.destination for one in api.items_for(None, key, code) if one.is_told}
    places = api.destinations(code)
    if not trouble.is_urgent:
        places = [one for one in places if one.key in answered]
    return {
        "question": trouble,
        "places": [{"text": one.name, "href": question_address(one.key, key)} for one in places],
    }


def destination_page(key: str) -> Words:
    """Everything one can ask about a place."""
    code = language()
    place = api.destination(key, code)
    told = api.items_for(key, None, code)
    asked = {question for one in told for question in one.questions}
    walked = {step for one in told for step in one.steps}
    return {
        "where": place,
        "questions": [
            {
                "text": one.text,
                "href": question_address(key, one.key),
                "tone": "main" if one.is_urgent else "plain",
            }
            for one in _asked_here(place, api.questions(code), asked)
        ],
        "steps": [
            {"text": one.name, "href": reverse("rights_public:step", args=[key, one.key])}
            for one in api.steps(code)
            if one.key in walked
        ],
        "numbers": api.numbers_for(key, code),
        "form": SearchForm(initial={"destination": key}),
    }


def question_page(key: str, question: str) -> Words:
    """Answer a trouble in a place; numbers stand on top when it is urgent."""
    code = language()
    place, trouble = api.destination(key, code), api.question(question, code)
    numbers = api.numbers_for(key, code)
    told = api.items_for(key, question, code)
    return {
        "where": place,
        "question": trouble,
        "answers": [answer(one, numbers) for one in told],
        "numbers": _first_numbers(told, numbers),
    }


def step_page(key: str, step: str) -> Words:
    """Tell what matters at a step of the journey."""
    code = language()
    place, found = api.destination(key, code), api.step(step, code)
    numbers = api.numbers_for(key, code)
    told = [one for one in api.items_for(key, None, code) if step in one.steps]
    return {"where": place, "step": found, "answers": [answer(one, numbers) for one in told]}


def all_page(key: str) -> Words:
    """Tell all about a place on one page, by step."""
    code = language()
    place, numbers = api.destination(key, code), api.numbers_for(key, code)
    return {"where": place, "groups": by_step(key, numbers), "numbers": numbers}


def sms_page(key: str) -> Words:
    """Give the short texts of a place, to be copied or sent on."""
    code = language()
    place, numbers = api.destination(key, code), api.numbers_for(key, code)
    told = [answer(one, numbers) for one in api.items_for(key, None, code) if one.is_told]
    return {"where": place, "answers": told, "numbers": numbers}


def item_page(key: str, item: str) -> Words:
    """Tell one statement whole, whatever it is today."""
    code = language()
    place, one = api.destination(key, code), api.statement(item, code)
    if one.destination != place.key:
        raise NotFound(_("We found no such page."))
    over = one.standing == Standing.HISTORY
    successor = api.replaced_by(item, code) if over else None
    return {
        "where": place,
        "answer": answer(one, api.numbers_for(key, code)),
        "is_over": over,
        "successor": answer(successor, []) if successor else None,
        "questions": [
            {"text": asked.text, "href": question_address(key, asked.key)}
            for asked in api.questions(code)
            if asked.key in one.questions
        ],
    }


def by_step(key: str, numbers: list[CallNumber]) -> list[tuple[str, list[Answer]]]:
    """Group what is told about a place by the first step at which it matters."""
    code = language()
    groups: dict[str, list[Answer]] = {one.key: [] for one in api.steps(code)}
    groups[""] = []
    for one in api.items_for(key, None, code):
        first = next((step for step in one.steps if step in groups), "")
        groups[first].append(answer(one, numbers))
    names = {one.key: one.name for one in api.steps(code)} | {"": ""}
    return [(names[step], answers) for step, answers in groups.items() if answers]


def _first_numbers(told: list[Statement], numbers: list[CallNumber]) -> list[CallNumber]:
    """Put the numbers that the answers name before the others of the place."""
    named = {key for one in told for key in one.numbers}
    ranked = sorted(numbers, key=lambda one: one.key not in named)
    return ranked[:MOST_ON_TOP]


def _asked_here(place: Place, questions: list[Trouble], asked: set[str]) -> list[Trouble]:
    """Choose the questions with an answer; abroad the urgent ones too: there are numbers at least."""
    is_abroad = place.kind != "home"
    here = [one for one in questions if one.key in asked or (one.is_urgent and is_abroad)]
    return sorted(here, key=lambda one: not one.is_urgent)


def _place_card(one: Place) -> dict[str, str]:
    return {
        "text": one.name,
        "hint": one.lead,
        "href": reverse("rights_public:destination", args=[one.key]),
    }


def question_address(place: str, question: str) -> str:
    """Give the address of the answer to a trouble in a place."""
    return reverse("rights_public:question", args=[place, question])
