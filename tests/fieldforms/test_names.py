import re

from hypothesis import given
from hypothesis import strategies as st

from korgoo.fieldforms.exports import names
from korgoo.fieldforms.exports.blank import parse_version, version_of
from korgoo.fieldforms.exports.names import QUESTION, SOURCE, key_of

KEYS = st.from_regex(r"[a-z0-9][a-z0-9_-]{0,12}", fullmatch=True)
CODES = st.from_regex(r"[A-Z][0-9]{1,2}\.[0-9]{2}", fullmatch=True)
ALLOWED = re.compile(r"[a-z][a-z0-9_]*")


@given(KEYS | CODES)
def test_a_key_comes_back_from_its_names(key):
    assert key_of(names.question_name(key), QUESTION) == key
    assert key_of(names.source_name(key), SOURCE) == key
    assert key_of(names.question_name(key), SOURCE) is None


@given(KEYS | CODES)
def test_a_name_holds_only_what_every_tool_takes(key):
    assert ALLOWED.fullmatch(names.question_name(key))
    assert ALLOWED.fullmatch(names.source_name(key))


@given(KEYS | CODES, KEYS | CODES)
def test_two_keys_never_share_a_name(one, other):
    if one != other:
        assert names.question_name(one) != names.question_name(other)


@given(st.text(max_size=30))
def test_what_is_no_name_gives_no_key_or_one_with_that_name(text):
    key = key_of(text, QUESTION)
    assert key is None or names.question_name(key) == text


@given(st.from_regex(r"[0-9a-f]{64}", fullmatch=True), KEYS)
def test_a_version_names_the_edition_and_the_view(digest, key):
    assert parse_version(version_of(digest, key)) == (digest[:12], key)


@given(st.text(max_size=40))
def test_other_words_are_no_version(text):
    parsed = parse_version(text)
    assert parsed is None or f"{parsed[0]}-{parsed[1]}" == text


def test_the_form_of_a_view_is_called_like_it():
    assert names.form_id("labour-inspector") == "korgoo_labour_inspector"
