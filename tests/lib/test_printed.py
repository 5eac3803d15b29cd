"""A key on paper: what a typist may change, and that every other slip is refused."""

from itertools import product

import pytest

from korgoo.lib.sealing import CannotOpen, PrivateKey, from_printed, new_private_key, to_printed

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
KEY = PrivateKey(bytes(range(32)))


def test_a_printed_key_has_fourteen_groups_of_four_and_comes_back():
    for _ in range(50):
        key = new_private_key()
        text = to_printed(key)
        assert [len(group) for group in text.split()] == [4] * 14
        assert from_printed(text) == key


@pytest.mark.parametrize(
    "typist",
    [
        str.lower,
        lambda text: text.replace(" ", ""),
        lambda text: text.replace(" ", "-"),
        lambda text: text.replace(" ", "\n"),
        lambda text: text.replace("O", "0").replace("I", "1").replace("B", "8"),
        lambda text: text.translate(str.maketrans("ABEKMHOPCTYX", "АВЕКМНОРСТУХ")),
        lambda text: text.lower().translate(str.maketrans("aeopcyx", "аеорсух")),
    ],
)
def test_what_a_typist_may_change(typist):
    for _ in range(20):
        key = new_private_key()
        assert from_printed(typist(to_printed(key))) == key


def test_every_single_wrong_character_is_refused():
    text = to_printed(KEY).replace(" ", "")
    for place, letter in product(range(len(text)), ALPHABET):
        wrong = text[:place] + letter + text[place + 1 :]
        if wrong != text:
            with pytest.raises(CannotOpen):
                from_printed(wrong)


def test_every_swap_of_neighbours_is_refused():
    text = to_printed(KEY).replace(" ", "")
    swaps = [text[:i] + text[i + 1] + text[i] + text[i + 2 :] for i in range(len(text) - 1)]
    wrong = [swap for swap in swaps if swap != text]
    assert len(wrong) > 40
    for swap in wrong:
        with pytest.raises(CannotOpen):
            from_printed(swap)


@pytest.mark.parametrize(
    "typed", ["", "ABCD", "A" * 56, "A" * 57, "9999 " * 14, "Ж" * 56, "²" * 56]
)
def test_what_is_no_key_is_refused(typed):
    with pytest.raises(CannotOpen):
        from_printed(typed)


def test_a_missing_or_doubled_group_is_refused():
    groups = to_printed(KEY).split()
    for changed in (groups[:-1], groups[1:], [*groups, groups[-1]]):
        with pytest.raises(CannotOpen):
            from_printed(" ".join(changed))
