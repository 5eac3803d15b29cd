"""Numbers: called, corrected everywhere in one act, taken off when they are wrong."""

from datetime import date

import pytest
from django.urls import reverse

from korgoo.lib.errors import NotFound
from korgoo.rights import api, services
from korgoo.rights.enums import CallOutcome
from korgoo.rights.errors import Stale
from korgoo.rights.forms.numbers import call_key, call_value
from korgoo.rights.models import Number, NumberCall, NumberChange
from korgoo.rights.services import Call, mark_of
from tests import factories_rights as made

pytestmark = pytest.mark.django_db
EMBASSY = "embassy-ru"


def number(key=EMBASSY):
    return Number.objects.get(key=key)


def call(outcome, key=EMBASSY, dialled=None):
    row = number(key)
    return Call(row.pk, dialled or row.number, CallOutcome(outcome))


def given(destination="russia"):
    return {one.key: one for one in api.numbers_for(destination, "en")}


def correct(people, **changes):
    seen = mark_of(number())
    return services.correct_number(
        EMBASSY, made.facts(**changes), seen=seen, actor=people.editor.actor
    )


def test_one_act_corrects_a_number_wherever_it_is_shown(told, people, street):
    pages = [path for path in api.public_paths() if "/russia/" in path and "/en/" in path]
    pages = [path for path in pages if not path.endswith(".pdf")]
    pages = [path for path in pages if "000 00 01" in street.get(path).text]
    assert len(pages) > 5
    correct(people)
    for path in pages:
        text = street.get(path).text
        assert "000 00 01" not in text, path
        assert "000 00 77" in text, path
    change = NumberChange.objects.first()
    assert (change.before["number"], change.after["number"]) == (
        "+7 000 000 00 01",
        "+7 000 000 00 77",
    )
    assert change.by_id == people.editor.user.pk


def test_a_corrected_number_was_called_only_when_the_editor_says_so(told, people):
    services.confirm_number(EMBASSY, actor=people.second.actor)
    correct(people)
    assert number().checked_on is None
    assert number().review_by == date(2026, 4, 30)
    correct(people, number="+7 000 000 00 78", was_called=True)
    assert number().checked_on == date(2026, 3, 2)
    assert number().checked_by_id == people.editor.user.pk


def test_who_saw_another_number_is_told_so(told, people):
    seen = mark_of(number())
    correct(people)
    with pytest.raises(Stale):
        services.correct_number(EMBASSY, made.facts(), seen=seen, actor=people.second.actor)


def test_a_number_that_was_called_is_given_without_a_warning(told, people):
    services.record_calls([call("right"), call("right", "unsure-ru")], actor=people.editor.actor)
    assert given()["unsure-ru"].is_fresh
    assert number().checked_on == date(2026, 3, 2)


def test_a_wrong_number_is_taken_off_everywhere_and_the_next_is_shown(told, people, street):
    path = next(one for one in api.public_paths() if one.endswith("/en/rights/russia/"))
    assert "000 00 01" in street.get(path).text
    services.record_calls([call("wrong")], actor=people.editor.actor)
    assert list(given()) == ["police-ru"]
    for one in api.public_paths():
        if one.startswith("/en/") and not one.endswith(".pdf"):
            assert "000 00 01" not in street.get(one).text, one
    assert "102" in street.get(path).text
    assert NumberChange.objects.first().after == {}


def test_a_wrong_number_comes_back_corrected_or_when_it_was_right_after_all(told, people):
    services.record_calls([call("wrong")], actor=people.editor.actor)
    correct(people)
    assert given()[EMBASSY].number == "+7 000 000 00 77"
    services.record_calls([call("wrong")], actor=people.editor.actor)
    services.record_calls([call("right")], actor=people.second.actor)
    assert EMBASSY in given()


def test_no_answer_changes_nothing_and_is_written_down(told, people):
    before = number().said()
    services.record_calls([call("silent")], actor=people.editor.actor)
    assert number().said() == before
    assert number().checked_on is None
    row = NumberCall.objects.get()
    assert (row.outcome, row.dialled, row.by_id) == (
        "silent",
        "+7 000 000 00 01",
        people.editor.user.pk,
    )


def test_a_call_to_the_old_number_says_nothing_of_the_new_one(told, people):
    old = call("right")
    correct(people)
    done = services.record_calls([old, call("right", "police-ru")], actor=people.second.actor)
    assert (done.done, done.changed) == (1, (EMBASSY,))
    assert number().checked_on is None


def test_a_file_does_not_bring_a_wrong_number_back(told, people):
    services.record_calls([call("wrong")], actor=people.editor.actor)
    assert not api.load_file(api.export().encode(), name="told.yaml").has_changed
    again = made.information(numbers=[made.number()])
    assert not api.load(again).has_changed
    other = made.information(numbers=[made.number(number="+7 000 000 00 55")])
    assert api.load(other).proposals == [EMBASSY]
    assert EMBASSY not in given()


def test_elsewhere_a_wrong_number_is_given_to_nobody_either(told, people):
    services.record_calls([call("wrong")], actor=people.editor.actor)
    text = api.export()
    NumberCall.objects.all().delete()
    NumberChange.objects.all().delete()
    Number.objects.all().delete()
    api.load_file(text.encode(), name="told.yaml")
    assert EMBASSY not in given()


def test_what_a_newer_file_says_is_kept_for_the_editors_who_decide_once(told, people):
    services.confirm_number(EMBASSY, actor=people.editor.actor)
    newer = made.information(numbers=[made.number(number="+7 000 000 00 55")])
    assert api.load(newer).proposals == [EMBASSY]
    seen = mark_of(number())
    services.keep_number(EMBASSY, seen=seen, actor=people.editor.actor)
    assert number().proposed is None
    assert number().number == "+7 000 000 00 01"
    assert not api.load(newer).has_changed


def test_a_new_number_is_given_at_once(told, people):
    made_number = services.add_number(made.facts(), actor=people.editor.actor)
    assert made_number.key == "corrected-name"
    assert "corrected-name" in given()
    again = services.add_number(made.facts(), actor=people.editor.actor)
    assert again.key.startswith("corrected-name-")


@pytest.mark.parametrize("who", ["worker", "elsewhere", "administrator"])
def test_nobody_else_touches_a_number(told, people, who):
    actor = getattr(people, who).actor
    deeds = [
        lambda: services.record_calls([call("wrong")], actor=actor),
        lambda: services.correct_number(EMBASSY, made.facts(), seen="", actor=actor),
        lambda: services.keep_number(EMBASSY, seen="", actor=actor),
        lambda: services.add_number(made.facts(), actor=actor),
    ]
    for deed in deeds:
        with pytest.raises(NotFound):
            deed()


@pytest.mark.parametrize("typed", ["", "x_1", "_5", "99999999999999999999_1"])
def test_a_row_that_no_page_of_ours_sends_is_none(typed):
    with pytest.raises(ValueError, match=f"^{typed.partition('_')[0]}$"):
        call_key(typed)


# ---- pages


def test_calls_are_ticked_in_one_form(told, people, enter, words_of):
    editor = enter(people.editor)
    page = editor.get("check", destination="russia")
    rows = {key: call_value(number(key)) for key in (EMBASSY, "police-ru", "unsure-ru")}
    assert all(f'value="{value}"' in page.text for value in rows.values())
    answer = editor.post(
        "check",
        right=[rows[EMBASSY]],
        wrong=[rows["unsure-ru"]],
        silent=[rows["police-ru"], "nonsense"],
    )
    assert answer["Location"] == reverse("rights:numbers")
    text = words_of(editor.get("numbers"))
    assert "3 calls are written down." in text
    assert "Wrong, taken off" in text
    assert number().checked_on == date(2026, 3, 2)


def test_a_number_ticked_twice_is_refused_and_every_tick_is_kept(told, people, enter, words_of):
    value = call_value(number())
    answer = enter(people.editor).post("check", right=[value], wrong=[value])
    assert answer.status_code == 422
    assert "A number is ticked twice" in words_of(answer)
    assert answer.text.count(f'value="{value}" checked') == 2
    assert not NumberCall.objects.exists()


def test_without_a_tick_nothing_is_written(told, people, enter, words_of):
    answer = enter(people.editor).post("check")
    assert answer.status_code == 422
    assert "Tick what came of each call" in words_of(answer)


def typed(**changes):
    names = {f"name_{code}": "Corrected name" for code in ("ky", "ru", "en")}
    day = {"as_of_day": "1", "as_of_month": "3", "as_of_year": "2026"}
    flat = {"number": "+7 000 000 00 77", "kind": "embassy", "source": "a letter"}
    return {**names, **day, **flat, "destinations": ["russia"], **changes}


def test_the_statements_that_show_a_number_stand_before_the_correction(
    told, people, enter, words_of
):
    editor = enter(people.editor)
    text = words_of(editor.get("correct", EMBASSY))
    assert "2 statements show it" in text
    assert "Title of ru-passport" in text
    answer = editor.post("correct", EMBASSY, **typed(seen=mark_of(number())))
    assert answer["Location"] == reverse("rights:number", args=[EMBASSY])
    shown = words_of(editor.get("number", EMBASSY))
    assert "+7 000 000 00 77" in shown
    assert "+7 000 000 00 01" in shown  # how it was


def test_statements_that_hold_the_number_in_their_words_are_named(told, people, enter, words_of):
    api.load(
        made.information(
            made.item("ru-digits", text=made.words("Call +7 000 000 00 01 at once.")),
            made.item("ru-other", text=made.words("Call +7 000 000 00 011 at once.")),
        )
    )
    text = words_of(enter(people.editor).get("correct", EMBASSY))
    held = text.partition("hold the number in their own words")[2]
    assert "Title of ru-digits" in held
    assert "Title of ru-other" not in held


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"number": "call me"}, "Write digits and spaces"),
        ({"name_ru": ""}, "Name (Русский) – Write something here."),
        ({"hours_en": "day and night"}, "When somebody answers (Русский) – Say it in every"),
        ({"as_of_year": "2027"}, "Choose today or a day that has passed."),
        ({"destinations": []}, "Choose at least one."),
    ],
)
def test_what_is_wrong_is_named_and_all_is_kept(told, people, enter, words_of, changes, message):
    answer = enter(people.editor).post(
        "correct", EMBASSY, **(typed(seen=mark_of(number()), source="a rare letter") | changes)
    )
    assert answer.status_code == 422
    assert message in words_of(answer)
    assert "a rare letter" in answer.text
    assert number().number == "+7 000 000 00 01"


def test_who_was_overtaken_sees_so_and_can_send_again(told, people, enter, words_of):
    editor = enter(people.editor)
    seen = mark_of(number())
    services.correct_number(
        EMBASSY, made.facts(number="+7 000 000 00 88"), seen=seen, actor=people.second.actor
    )
    answer = editor.post("correct", EMBASSY, **typed(seen=seen))
    assert answer.status_code == 422
    assert "Somebody changed this" in words_of(answer)
    assert f'value="{mark_of(number())}"' in answer.text
    assert editor.post("correct", EMBASSY, **typed(seen=mark_of(number()))).status_code == 302


def test_what_a_newer_file_says_can_be_taken_over_or_left(told, people, enter, words_of):
    services.confirm_number(EMBASSY, actor=people.editor.actor)
    api.load(made.information(numbers=[made.number(number="+7 000 000 00 55")]))
    editor = enter(people.editor)
    assert "A newer file says another" in words_of(editor.get("number", EMBASSY))
    assert 'value="+7 000 000 00 55"' in editor.get("correct", EMBASSY, proposed="1").text
    assert editor.post("keep_number", EMBASSY, seen="old").status_code == 409
    assert editor.post("keep_number", EMBASSY, seen=mark_of(number())).status_code == 302
    assert number().proposed is None


def test_a_number_is_added_on_a_page(told, people, enter):
    answer = enter(people.editor).post("add_number", **typed())
    assert answer["Location"] == reverse("rights:number", args=["corrected-name"])
