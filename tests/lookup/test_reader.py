"""What is typed into one box, read; whatever it is."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from korgoo.lib import codes
from korgoo.lookup import reader
from korgoo.lookup.dates import read_birth
from korgoo.lookup.people import forms_of, phone_of, split

LAYOUTS = [
    ("ghbdtn", "привет"),
    ("l;evfuekjdf", "джумагулова"),
    (",tr", "бек"),
    ("fqutkm", "айгель"),
    ("[fkbk", "халил"),
    ("`kxe", "ёлчу"),
    ("привет", "ghbdtn"),
    ("яргьфпгдщм", "zhumagulov"),
    ("Цуыдун", "Wesley"),
    ("үөң", "ejy"),
]


@pytest.mark.parametrize(("typed", "meant"), LAYOUTS)
def test_the_other_layout_is_read(typed, meant):
    assert reader.other_layout(typed) == meant


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("27.03.1998", "1998-03-27"),
        ("27/3/98", "1998-03-27"),
        ("27-03-1998 г.", "1998-03-27"),
        ("1998-03-27", "1998-03-27"),
        ("27 03 1998", "1998-03-27"),
        ("27031998", "1998-03-27"),
        ("27 марта 1998 года", "1998-03-27"),
        ("1998", "1998"),
        ("1998-ж", "1998"),
        ("03.1998", "1998-03"),
        ("март 1998", "1998-03"),
        ("March 27, 1998", "1998-03-27"),
        ("12.03.12", "2012-03-12"),
        ("03/27/1998", "1998-03-27"),
        ("31.02.1998", ""),
        ("Мария", ""),
        ("Мария 1998", "1998"),
        ("0555 000 111", ""),
        ("no idea", ""),
    ],
)
def test_a_date_is_read_however_it_is_written(text, iso):
    assert read_birth(text) == iso


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Мисалова Айсулуу Примеровна", ("Мисалова", "Айсулуу", "Примеровна")),
        ("Үлгү уулу Бакыт", ("Үлгү уулу", "Бакыт", "")),
        ("Айсулуу Примеровна", ("", "Айсулуу", "Примеровна")),
        ("Мисалова Айсулуу (ойдон чыгарылган)", ("Мисалова", "Айсулуу", "")),
        ("Misalova Aisuluu", ("Misalova", "Aisuluu", "")),
        ("Айсулуу", ("Айсулуу", "", "")),
        ("", ("", "", "")),
    ],
)
def test_a_name_is_taken_apart(text, parts):
    assert split(text) == parts


def test_other_names_are_forms_of_the_name():
    forms = forms_of("Мисалова Айсулуу", "Сынакова (до брака), Примеровна; Misalova Aisuluu")
    assert ("Сынакова", "Айсулуу", "") in forms
    assert len(forms) <= 4
    assert forms[0] == ("Мисалова", "Айсулуу", "")


@pytest.mark.parametrize(
    "text", ["0555 000 111", "+996 (555) 000-111", "996555000111", "555000111"]
)
def test_a_telephone_is_the_same_however_it_is_written(text):
    assert phone_of(text) == "555000111"


def test_a_code_is_read_with_spaces():
    code = codes.new_code()
    assert reader.read(codes.spoken(code))[0].code == code


def test_a_mixed_line_is_read_in_parts():
    one = reader.read("Мисалова 27.03.1998 +996 555 000 111 AN1234567")[0]
    assert one.words == ("Мисалова",)
    assert (one.birth, one.phone, one.document) == ("1998-03-27", "555000111", "AN1234567")


@given(st.text(max_size=300))
def test_nothing_that_is_typed_breaks_the_reader(text):
    for one in reader.read(text):
        assert bool(one)
        assert len(one.words) <= reader.MOST_WORDS


@given(st.text(alphabet="абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=20))
def test_the_other_layout_and_back_is_the_same(text):
    assert reader.other_layout(text).translate(reader.TO_RUSSIAN) == text


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2029, 12, 31)))
def test_every_day_is_read_back(day):
    for writing in ("%d.%m.%Y", "%Y-%m-%d", "%d/%m/%Y"):
        assert read_birth(day.strftime(writing)) == day.isoformat()
