import itertools
import random
from collections import Counter

import pytest

from korgoo.lib import word_codes
from korgoo.lib.sealing import open_text, seal_text
from korgoo.lib.sealing.receipts import receipt_of
from korgoo.lib.spelling import skeleton
from korgoo.lib.word_codes import LANGUAGES, derive, locator, new_code, read_code, words_of
from korgoo.lib.word_codes.reading import is_one_slip

LETTERS = {
    "ky": set("абвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"),
    "ru": set("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "en": set("abcdefghijklmnopqrstuvwxyz"),
}
KEYBOARD = str.maketrans("ңөүё", "ноуе")
KY = "алмурут бөдөнө дептер илбирс көпүрө лампа нооруз"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_list_has_512_short_words_that_nobody_mistakes_for_each_other(language):
    words = words_of(language)
    assert len(set(words)) == 512
    assert all(3 <= len(word) <= 7 and set(word) <= LETTERS[language] for word in words)
    bones = [skeleton(word) for word in words]
    assert min(distance(a, b) for a, b in itertools.combinations(bones, 2)) >= 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_word_comes_about_as_often(language):
    counted = Counter(w for _n in range(3_000) for w in new_code(language).words)
    assert len(counted) == 512
    assert max(counted.values()) < 100  # 41 expected; the chance of 100 is below 1e-12


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_read_as_it_was_made(language):
    for _n in range(200):
        code = new_code(language).canonical
        assert read_code(code) == code


@pytest.mark.parametrize(
    "typed",
    [
        KY,
        KY.upper(),
        KY.translate(KEYBOARD),
        "1. алмурут\n2. бөдөнө\n3. дептер\n4. илбирс\n5. көпүрө\n6. лампа\n7. нооруз",
        "1)Алмурут, 2)бөдөнө; 3)ДЕПТЕР - илбирс, көпүрө, лампа, нооруз.",
        "almurut bodono depter ilbirs kopuro lampa nooruz",
        "алмуртут бөдөнө дептер илбирс көпүрө ламра нооруз",
        "алмурут бөдөнө дептир илбирс көпурө лампа норуз",
    ],
)
def test_what_a_person_types_is_understood(typed):
    assert read_code(typed) == KY


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "алмурут",
        KY.rsplit(" ", 1)[0],
        f"{KY} алмурут",
        KY.replace("лампа", "корабль"),
        KY.replace("лампа", "lantern"),
        "a b c d e f g",
        "١ ٢ ٣ ٤ ٥ ٦ ٧",
        "x" * 10_000,
    ],
)
def test_what_is_no_code_is_not_guessed(typed):
    assert read_code(typed) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_slip_never_leads_to_the_code_of_somebody_else(language):
    chance = random.Random(7)  # noqa: S311 - the same slips each time
    letters = sorted(LETTERS[language])
    read = 0
    for _n in range(300):
        words = list(new_code(language).words)
        code = " ".join(words)
        place = chance.randrange(7)
        spot = chance.randrange(len(words[place]))
        words[place] = words[place][:spot] + chance.choice(letters) + words[place][spot + 1 :]
        found = read_code(" ".join(words))
        assert found in {code, None} or distance_of_codes(found, words) <= 1
        read += found == code
    assert read > 150  # most slips of one letter are understood


def test_the_browser_must_come_to_these_bytes():
    derived = derive(KY)
    assert derived.locator.hex() == "c73d32b99382a9aca32256f48cf6cec4"
    assert (
        derived.private.hex() == "93859d2c58dd44513789ad193b700db56bd1dbe26a06a8319437bd99ba751432"
    )


def test_one_letter_more_is_another_place_and_another_key():
    one, other = derive(KY), derive(KY.replace("лампа", "лайлак"))
    assert one.locator != other.locator
    assert one.private != other.private
    assert KY.split()[0] not in repr(one)


def test_places_of_two_purposes_cannot_be_joined():
    places = {locator(KY, purpose) for purpose in ("agency alert", "other")}
    assert len(places | {derive(KY).locator}) == 3


def test_what_is_sealed_to_a_receipt_opens_with_the_words_alone():
    public = receipt_of(KY).private.public
    sealed = seal_text("жардам".encode(), to=public, info=b"about")
    assert open_text(sealed, by=receipt_of(KY).private, info=b"about") == "жардам".encode()


def test_a_language_without_a_list_takes_the_english_one():
    assert word_codes.words_of("uz") == words_of("en")


def distance_of_codes(found, words):
    return max(
        distance(skeleton(one), skeleton(other))
        for one, other in zip(found.split(), words, strict=True)
    )


def distance(one, other):
    """Count single letters to change, add or leave out, or neighbours to swap."""
    before, row = [], list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        new = [i]
        for j, with_letter in enumerate(other, 1):
            best = min(row[j] + 1, new[-1] + 1, row[j - 1] + (letter != with_letter))
            if i > 1 and j > 1 and (letter, one[i - 2]) == (other[j - 2], with_letter):
                best = min(best, before[j - 2] + 1)
            new.append(best)
        before, row = row, new
    return row[-1]


def test_one_slip_is_what_a_count_of_changes_calls_one():
    words = [skeleton(word) for word in words_of("ky")[::5]] + ["", "a", "ab", "ba", "abc"]
    slipped = [w[:k] + w[k + 1 :] for w in words for k in range(len(w))][:300] + words
    for one, other in itertools.product(slipped[::4], words):
        assert is_one_slip(one, other) == (distance(one, other) <= 1)
