"""Spoken codes: what the check digit catches, proved over the whole table."""

from itertools import product

import pytest

from korgoo.lib import codes

DIGITS = range(10)


def test_every_row_and_column_holds_each_digit_once():
    # Then one wrong digit always changes the interim, and stays changed to the end.
    for row in codes.DAMM:
        assert sorted(row) == list(DIGITS)
    for column in zip(*codes.DAMM, strict=True):
        assert sorted(column) == list(DIGITS)


def test_no_swap_of_two_neighbours_goes_unseen():
    table = codes.DAMM
    for c, x, y in product(DIGITS, DIGITS, DIGITS):
        if x != y:
            assert table[table[c][x]][y] != table[table[c][y]][x]


def test_a_right_code_ends_at_zero_so_that_its_own_check_digit_can_be_swapped_and_seen():
    assert all(codes.DAMM[x][x] == 0 for x in DIGITS)


def test_every_wrong_digit_and_every_swap_in_a_code_is_refused():
    code = "482915373"
    code = code[:-1] + codes.check_digit(code[:-1])
    for place, digit in product(range(len(code)), "0123456789"):
        wrong = code[:place] + digit + code[place + 1 :]
        assert (codes.parse(wrong) is None) == (wrong != code)
    for place in range(len(code) - 1):
        swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
        assert swapped == code or codes.parse(swapped) is None


@pytest.mark.parametrize("typed", ["{} {} {}", "{}-{}-{}", "{}{}{}", " {}.{}–{} "])
def test_a_code_is_read_as_people_write_it(typed):
    code = codes.new_code()
    assert codes.parse(typed.format(code[:3], code[3:6], code[6:])) == code


@pytest.mark.parametrize("typed", ["", "12", "48291537", "4829153730", "48291537x", "٤٨٢٩١٥٣٧٣"])
def test_what_is_no_code_is_refused(typed):
    assert codes.parse(typed) is None


def test_new_codes_are_right_and_begin_with_a_digit_that_is_said():
    made = {codes.new_code() for _ in range(500)}
    assert len(made) > 490
    assert all(codes.parse(code) == code and code[0] != "0" for code in made)
