"""Each editing page: what is typed comes into the draft, what is refused is kept in the form."""

import re

import pytest
from django.urls import reverse
from django.utils import translation

from korgoo.lib.collation import place_of
from korgoo.workshop import editing, services
from korgoo.workshop import files as parts
from korgoo.workshop.difference import What, compare
from korgoo.workshop.editing import Target
from korgoo.workshop.forms import choices
from tests.workshop.guidelines import ADVICE, PROVENANCE, small, text

pytestmark = pytest.mark.django_db
ORIGIN = {f"provenance_{name}": value for name, value in PROVENANCE.items()}


def in_languages(name, words):
    return {f"{name}_{code}": said for code, said in words.items()}


SIGN = {
    **in_languages("title", text("Papers taken away")),
    **in_languages("question", text("Papers taken away?")),
    "weights_adult_labour": "medium",
    "weights_child_labour": "medium",
    "evidence": ["told"],
    **ORIGIN,
}
LIST = {
    **in_languages("title", text("Signs of forced labour")),
    "version": "1",
    "rule": "weighted",
    "profiles": "adult_labour child_labour",
    "child_profiles": "child_labour",
    **in_languages("answers_yes", {"ky": "Ооба", "ru": "Да", "en": "Yes"}),
    **in_languages("answers_no", {"ky": "Жок", "ru": "Нет", "en": "No"}),
    **ORIGIN,
}
SET = {
    **in_languages("title", text("Labour inspector")),
    **in_languages("intro", text("Talk alone.")),
    "catalogue": "labour",
    "for_mandates": ["inspect"],
    **ORIGIN,
}
PAY = {**in_languages("text", text("Are you paid?")), "kind": "indicator"}
LESS = {
    **in_languages("text", text("less")),
    "sign_0": "D4.02",
    "says_0": "present",
}
EXAMPLE = {
    **in_languages("title", text("Locked in and deceived")),
    "catalogue": "labour",
    "present": "D1.01 D1.02\nD4.01, D4.02 D5.01 D5.02",
    "expected": "strong",
    **ORIGIN,
}
HEAD = {
    **in_languages("title", text("Small guideline")),
    "approving_mandates": ["coordinate"],
    **ORIGIN,
}
# Every page whose form lies over a record: as it stands nothing changes, with one value one thing.
FORMS = {
    "head": (("head",), HEAD, {"rests_on": "law-1#2"}, "rests_on"),
    "list": (("catalogue_head", "labour"), LIST, {"rule": "signs"}, "rule"),
    "group": (
        ("dimension", "labour", "D1"),
        in_languages("title", text("Side 1")),
        {"title_en": "Deception"},
        "title",
    ),
    "sign": (
        ("indicator", "labour", "D5.01"),
        SIGN,
        {"weights_adult_labour": "strong"},
        "weights.adult_labour",
    ),
    "sign not used": (
        ("indicator", "labour", "D5.01"),
        SIGN,
        {"weights_child_labour": ""},
        "weights.child_labour",
    ),
    "sign with the same elsewhere": (
        ("indicator", "labour", "D5.01"),
        SIGN,
        {"same_as": "F1.01"},
        "same_as",
    ),
    "sign and its source": (
        ("indicator", "labour", "D5.01"),
        SIGN,
        {"provenance_status": "in_use", "provenance_verified_by": "Two experts"},
        "provenance",
    ),
    "set": (("view_head", "inspector"), SET, {"intro_ky": "Шашпаңыз."}, "intro"),
    "page": (
        ("page", "inspector", 2),
        in_languages("title", text("Work and pay")),
        {"note_en": "Softly."},
        "note",
    ),
    "question": (("question", "inspector", "pay"), PAY, {"hint_ru": "Мягко."}, "hint"),
    "question about a sign": (
        ("question", "inspector", "D1.01"),
        {"indicator": "D1.01"},
        {"hint_ru": "Мягко."},
        "hint",
    ),
    "answer": (
        ("option", "inspector", "pay", "less"),
        LESS,
        {"sign_1": "D5.01", "says_1": "absent"},
        "sets.D5.01",
    ),
    "what to do at once": (
        ("option", "inspector", "pay", "less"),
        LESS,
        {"now_en": "Call the co-ordinator."},
        "now",
    ),
    "advice": (
        ("advice", "inspector", "some"),
        in_languages("advice", ADVICE["some"]),
        {"advice_en": "Offer help."},
        "advice.some",
    ),
    "example": (("vector", "locked-in-and-deceived"), EXAMPLE, {"expected": "some"}, "expected"),
}


def version(draft):
    draft.refresh_from_db()
    return draft.version


@pytest.mark.parametrize("name", FORMS)
def test_a_form_saved_as_it_stands_changes_nothing(name, small_draft, people, enter, form_of):
    page, stands, _typed, _field = FORMS[name]
    member = enter(people.editor)
    shown = form_of(member.get(page[0], small_draft.pk, *page[1:])).values
    for field, value in stands.items():
        assert words(shown[field]) == words(value), field

    answer = member.post(page[0], small_draft.pk, *page[1:], **shown)

    assert answer.status_code == 302
    small_draft.refresh_from_db()
    assert compare(small(), small_draft.files) == []


@pytest.mark.parametrize("name", FORMS)
def test_one_value_typed_is_one_thing_changed(name, small_draft, people, enter, form_of):
    page, _stands, typed, field = FORMS[name]
    member = enter(people.editor)
    shown = form_of(member.get(page[0], small_draft.pk, *page[1:])).values

    answer = member.post(page[0], small_draft.pk, *page[1:], **{**shown, **typed})

    assert answer.status_code == 302
    row = small_draft.changes.get()
    assert (row.field, row.user_id) == (field, people.editor.user.pk)


def words(value):
    return value if isinstance(value, list) else re.split(r"[\s,]+", value)


# Pages that bring something new: what is typed, and the thing that comes.
NEW = {
    "group": (
        ("add_dimension", "labour"),
        {"key": "D7", **in_languages("title", text("New"))},
        (What.DIMENSION, ("labour", "D7")),
    ),
    "element": (
        ("add_element", "labour"),
        {
            "key": "act",
            "at_least": "1",
            "dimensions": ["D1", "D2"],
            **in_languages("title", text("Act")),
        },
        (What.ELEMENT, ("labour", "act")),
    ),
    "sign": (
        ("add_indicator", "labour"),
        {"group": "D5", **SIGN, "weights_child_labour": ""},
        (What.INDICATOR, ("labour", "D5.03")),
    ),
    "set": (("add_view",), {"key": "teacher", **SET}, (What.VIEW, ("teacher",))),
    "page": (
        ("add_page", "anybody"),
        {"first": "D2.01", **in_languages("title", text("More"))},
        (What.PAGE, ("anybody", "new-D2.01")),
    ),
    "question about a sign": (
        ("add_question", "inspector", 1),
        {"indicator": "D2.01"},
        (What.QUESTION, ("inspector", "D2.01")),
    ),
    "question in own words": (
        ("add_question", "inspector", 1),
        {"own": "1", "key": "safe", "kind": "plain", **in_languages("text", text("Safe?"))},
        (What.QUESTION, ("inspector", "safe")),
    ),
    "answer": (
        ("add_option", "inspector", "pay"),
        {"key": "unsure", **in_languages("text", text("Unsure"))},
        (What.OPTION, ("inspector", "pay", "unsure")),
    ),
    "example": (("add_vector",), {"key": "other", **EXAMPLE}, (What.VECTOR, ("other",))),
}


@pytest.mark.parametrize("name", NEW)
def test_something_new_comes_into_the_draft(name, small_draft, people, enter):
    page, typed, thing = NEW[name]

    answer = enter(people.editor).post(page[0], small_draft.pk, *page[1:], **typed)

    assert answer.status_code == 302
    small_draft.refresh_from_db()
    added = [(c.what, c.path) for c in compare(small(), small_draft.files) if c.kind == "added"]
    assert thing in added
    assert {row.how for row in small_draft.changes.filter(kind="added")} == {"added"}


@pytest.mark.parametrize("name", NEW)
def test_what_is_there_already_does_not_come_twice(name, small_draft, people, enter, words_of):
    page, typed, _thing = NEW[name]
    member = enter(people.editor)
    member.post(page[0], small_draft.pk, *page[1:], **typed)
    before = version(small_draft)

    answer = member.post(page[0], small_draft.pk, *page[1:], draft_version=before, **typed)

    if name == "sign":
        assert answer.status_code == 302, "it gets the code after"
        assert parts.indicator(GuidelineOf(small_draft), "labour", "D5.04")
        return
    assert answer.status_code == 422
    assert version(small_draft) == before


def GuidelineOf(draft):  # noqa: N802 - reads as a noun
    draft.refresh_from_db()
    return draft.files


def test_a_new_sign_gets_a_code_that_nobody_used(small_draft, people, enter, words_of):
    edit = services.Edit(lambda f: editing.remove_indicator(f, "labour", "D5.02"))
    services.change_draft(small_draft.pk, edit, version=1, actor=people.editor.actor)

    page = enter(people.editor).get("add_indicator", small_draft.pk, "labour", group="D5")

    assert "D5.03" in words_of(page)


# A choice that is none cannot be shown as chosen.
UNSHOWN = {"weights_adult_labour"}
REFUSED = {
    "no words at all": (
        ("indicator", "labour", "D5.01"),
        SIGN | in_languages("title", {"ky": "", "ru": " ", "en": ""}),
        "title_ky",
    ),
    "no evidence": (("indicator", "labour", "D5.01"), SIGN | {"evidence": []}, "evidence"),
    "a weight that is none": (
        ("indicator", "labour", "D5.01"),
        SIGN | {"weights_adult_labour": "heavy"},
        "weights_adult_labour",
    ),
    "a code that is none": (
        ("indicator", "labour", "D5.01"),
        SIGN | {"same_as": "D1.01 first"},
        "same_as",
    ),
    "a day that is none": (
        ("indicator", "labour", "D5.01"),
        SIGN | {"provenance_as_of": "yesterday"},
        "provenance_as_of",
    ),
    "an article that is none": (("head",), HEAD | {"rests_on": "Law 55!"}, "rests_on"),
    "a key with spaces": (
        ("add_option", "inspector", "pay"),
        {"key": "so so", **in_languages("text", text("So"))},
        "key",
    ),
    "a group with a wrong key": (
        ("add_dimension", "labour"),
        {"key": "first", **in_languages("title", text("New"))},
        "key",
    ),
    "half of a pair": (
        ("option", "inspector", "pay", "less"),
        LESS | {"sign_1": "D5.01", "says_1": ""},
        "says_1",
    ),
    "a page without a question": (
        ("add_page", "inspector"),
        {"first": "", **in_languages("title", text("More"))},
        "first",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_guideline_can_hold_is_refused_and_kept_in_the_form(
    name, small_draft, people, enter, form_of
):
    page, typed, field = REFUSED[name]

    answer = enter(people.editor).post(
        page[0], small_draft.pk, *page[1:], draft_version=1, **typed
    )

    assert answer.status_code == 422
    assert form_of(answer).errors == {field}
    assert "There is a problem" in answer.text
    kept = form_of(answer).values
    lost = {key for key, value in typed.items() if value and key in kept and kept[key] != value}
    assert lost <= UNSHOWN
    small_draft.refresh_from_db()
    assert small_draft.files == small()


def test_a_language_may_be_missing_for_a_while(small_draft, people, enter, words_of):
    member = enter(people.editor)
    typed = SIGN | {"title_ky": ""}

    answer = member.post("indicator", small_draft.pk, "labour", "D5.01", draft_version=1, **typed)

    assert answer.status_code == 302
    assert "A text is missing in a language." in words_of(member.get("draft", small_draft.pk))


def test_who_was_overtaken_is_told_by_whom_and_loses_nothing(small_draft, people, enter, words_of):
    edit = services.Edit(
        lambda f: editing.set_weight(f, "labour", "D5.01", profile="adult_labour", weight="weak")
    )
    services.change_draft(small_draft.pk, edit, version=1, actor=people.colleague.actor)
    member = enter(people.editor)
    typed = SIGN | {"title_en": "My own words"}

    answer = member.post("indicator", small_draft.pk, "labour", "D5.01", draft_version=1, **typed)

    assert answer.status_code == 422
    words = words_of(answer)
    assert "Editor Two (Invented Centre) changed this part of the draft" in words
    assert "weight for adults: medium → weak" in words
    assert 'value="My own words"' in answer.text
    assert 'name="draft_version" value="2"' in answer.text

    again = member.post("indicator", small_draft.pk, "labour", "D5.01", draft_version=2, **typed)

    assert again.status_code == 302
    assert version(small_draft) == 3


def test_what_was_typed_is_kept_when_adoption_was_proposed_meanwhile(
    small_draft, people, enter, words_of, monkeypatch
):
    services.drop_draft(small_draft.pk, actor=people.colleague.actor)
    typed = SIGN | {"title_en": "My own words"}

    answer = enter(people.editor).post(
        "indicator", small_draft.pk, "labour", "D5.01", draft_version=1, **typed
    )

    assert answer.status_code == 422
    assert "This draft was dropped" in words_of(answer)
    assert 'value="My own words"' in answer.text


def test_a_form_counts_once(small_draft, people, enter):
    member = enter(people.editor)
    key = "5f0f9f1e-52e8-4f2d-9d7d-0d6a51a0a003"
    typed = SIGN | {"weights_adult_labour": "strong"}

    answers = [
        member.post(
            "indicator",
            small_draft.pk,
            "labour",
            "D5.01",
            submission_key=key,
            draft_version=1,
            **typed,
        )
        for _time in range(2)
    ]

    assert [answer.status_code for answer in answers] == [302, 302]
    assert small_draft.changes.count() == 1


def test_a_page_is_asked_after_some_answers_only(small_draft, people, enter, words_of):
    member = enter(people.editor)
    asked = member.get("condition", small_draft.pk, "inspector", 3)
    assert "Are you paid?" in words_of(asked)
    assert "Locked in" not in words_of(asked)

    answer = member.post(
        "condition", small_draft.pk, "inspector", 3, question="age", any_of=["child"], version=1
    )

    assert answer.status_code == 302
    page = editing.find(GuidelineOf(small_draft), Target(What.PAGE, ("inspector", "3")))
    assert page["when"] == [
        {"question": "pay", "any_of": ["less", "none"]},
        {"question": "age", "any_of": ["child"]},
    ]
    member.post("condition", small_draft.pk, "inspector", 3, question="pay", draft_version=2)
    page = editing.find(GuidelineOf(small_draft), Target(What.PAGE, ("inspector", "3")))
    assert page["when"] == [{"question": "age", "any_of": ["child"]}]


def test_the_first_page_is_always_asked(small_draft, people, enter, words_of):
    page = enter(people.editor).get("condition", small_draft.pk, "inspector", 1)

    assert "so it is always asked" in words_of(page)


def test_a_card_to_carry_is_written(small_draft, people, enter, form_of):
    member = enter(people.editor)
    member.post("add_view", small_draft.pk, key="pocket", **SET)
    typed = {
        "signs": "D5.01\nD5.02",
        **in_languages("steps_0", text("Look")),
        **in_languages("steps_1", text("Call")),
    }

    answer = member.post("pocket", small_draft.pk, "pocket", draft_version=2, **typed)

    assert answer.status_code == 302
    card = GuidelineOf(small_draft)["views/pocket.yaml"]["pocket"]
    assert card == {"signs": ["D5.01", "D5.02"], "steps": [text("Look"), text("Call")]}
    shown = member.get("view", small_draft.pk, "pocket")
    assert "Call" in shown.text
    empty = member.post(
        "pocket", small_draft.pk, "pocket", draft_version=3, signs="", steps_0_en=""
    )
    assert empty.status_code == 422
    assert form_of(empty).errors == {"signs", "steps_0_ky"}


def test_advice_without_words_is_taken_away(small_draft, people, enter):
    enter(people.editor).post("advice", small_draft.pk, "inspector", "some", draft_version=1)

    assert "some" not in GuidelineOf(small_draft)["views/inspector.yaml"]["advice"]


MOVES = [
    ("page", "inspector/1", "down", [["pay", "D4.01"], ["age", "D1.01", "D1.02"], ["D5.01", "D5.02"]]),
    ("question", "inspector/pay", "up", [["age", "D1.01", "D1.02", "pay"], ["D4.01"], ["D5.01", "D5.02"]]),
    ("question", "inspector/D1.01", "up", [["D1.01", "age", "D1.02"], ["pay", "D4.01"], ["D5.01", "D5.02"]]),
]  # fmt: skip


@pytest.mark.parametrize(("what", "path", "step", "order"), MOVES)
def test_one_button_moves_one_thing(what, path, step, order, small_draft, people, enter):
    answer = enter(people.editor).post(
        "move", small_draft.pk, what=what, path=path, step=step, version=1
    )

    assert answer.url == reverse("workshop:view", args=[small_draft.pk, "inspector"])
    pages = GuidelineOf(small_draft)["views/inspector.yaml"]["pages"]
    assert [[parts.question_key(q) for q in page["questions"]] for page in pages] == order


REMOVED = [
    ("indicator", "labour/D5.02"), ("question", "inspector/D1.01"), ("page", "inspector/2"),
    ("option", "inspector/pay/none"), ("view", "anybody"), ("vector", "locked-in-and-deceived"),
    ("dimension", "labour/D6"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "path"), REMOVED)
def test_one_button_removes_one_thing(what, path, small_draft, people, enter):
    answer = enter(people.editor).post(
        "remove", small_draft.pk, what=what, path=path, draft_version=1
    )

    assert answer.status_code == 302
    row = small_draft.changes.get(kind="removed", what=what)
    assert (row.what, row.path, row.how) == (what, path.split("/"), "removed")


@pytest.mark.parametrize(
    ("what", "path"),
    [("head", ""), ("catalogue", "labour"), ("page", "inspector"), ("question", "a/b/c"), ("x", "y"), ("", "")],
)  # fmt: skip
def test_what_cannot_be_removed_is_not_found(what, path, small_draft, people, enter):
    answer = enter(people.editor).post(
        "remove", small_draft.pk, what=what, path=path, draft_version=1
    )

    assert answer.status_code == 404
    assert version(small_draft) == 1


def test_a_page_that_others_moved_is_not_removed_by_its_old_number(
    small_draft, people, enter, words_of
):
    edit = services.Edit(lambda f: editing.move_page(f, "inspector", 1, 1))
    services.change_draft(small_draft.pk, edit, version=1, actor=people.colleague.actor)
    member = enter(people.editor)

    answer = member.post(
        "remove", small_draft.pk, what="page", path="inspector/1", draft_version=1
    )

    assert len(GuidelineOf(small_draft)["views/inspector.yaml"]["pages"]) == 3
    assert "Editor Two" in words_of(member.get(answer.url))


def test_organisations_to_choose_from_stand_by_name():
    with translation.override("ky"):
        names = [name for _code, name in choices.bodies(["an-older-body"])]

    assert names == sorted(names, key=place_of) != sorted(names)
    assert "an-older-body" in names
