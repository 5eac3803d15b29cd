"""A guideline written as YAML reads back as the same data, and people can read it."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from korgoo.countrypack import api as packs
from korgoo.countrypack.reading.plain_data import can_be_kept
from korgoo.countrypack.schema.base import Data
from korgoo.countrypack.writing.order import in_order, model_of
from korgoo.countrypack.writing.yaml_texts import as_yaml
from tests.countrypack.conftest import FICTITIOUS, KYRGYZ

VIEW = "views/police.yaml"


def _bytes(texts):
    return {name: text.encode() for name, text in texts.items()}


@pytest.mark.parametrize("folder", [KYRGYZ, FICTITIOUS], ids=["kg", "zz"])
def test_what_is_written_reads_back_as_the_same(folder):
    files = packs.guideline_files(folder)
    assert packs.guideline_from_yaml(_bytes(packs.guideline_to_yaml(files))) == (files, [])


def test_the_folder_itself_reads_as_its_data():
    texts = {name: (FICTITIOUS / name).read_bytes() for name in packs.guideline_files(FICTITIOUS)}
    assert packs.guideline_from_yaml(texts) == (packs.guideline_files(FICTITIOUS), [])


def _shuffled(value):
    if isinstance(value, dict):
        return {key: _shuffled(value[key]) for key in sorted(value, key=lambda key: key[::-1])}
    return [_shuffled(one) for one in value] if isinstance(value, list) else value


def test_the_same_data_is_written_the_same_however_it_was_stored():
    files = packs.guideline_files(KYRGYZ)
    languages = ("ky", "ru", "en")
    written = packs.guideline_to_yaml(_shuffled(files), languages=languages)
    assert written == packs.guideline_to_yaml(files, languages=languages)
    assert list(written) == sorted(files)


def test_a_record_is_written_in_the_order_of_the_schema_and_texts_in_that_of_the_pack():
    text = packs.guideline_to_yaml(packs.guideline_files(KYRGYZ), languages=("ky", "ru", "en"))[
        "catalogues/ilo-labour/indicators/d1.yaml"
    ]
    lines = text.splitlines()
    assert lines[0] == "provenance:"
    at = lines.index("  - code: D1.01")
    assert lines[at + 1] == "    dimension: D1"
    title = lines.index("    title:")
    assert [line.strip()[:3] for line in lines[title + 1 : title + 4]] == ["ky:", "ru:", "en:"]


def test_texts_are_written_in_their_own_letters():
    text = packs.guideline_to_yaml(packs.guideline_files(FICTITIOUS))[VIEW]
    assert "ar: كم ساعة؟" in text
    assert "\\u" not in text


def test_unknown_names_are_written_last():
    data = {"zebra": 1, "key": "x", "ant": 2}
    assert list(in_order(data, model_of("guideline.yaml"), ())) == ["key", "ant", "zebra"]


@pytest.mark.parametrize("name", sorted(packs.guideline_files(FICTITIOUS)))
def test_each_file_of_a_guideline_has_a_schema(name):
    assert issubclass(model_of(name), Data)


# What YAML can give: text, whole numbers of up to nine digits, truth and nothing.
# No half letters and no signs that XML refuses: no pack may hold them.
_TEXT = st.text(st.characters(exclude_categories=["Cs"])).filter(can_be_kept)
_SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-999_999_999, 999_999_999),
    _TEXT,
    st.sampled_from(["", "~", "null", "true", "no", "12", "-1", "007", "2009-09", "a: b", "# x"]),
)
_DATA = st.recursive(
    _SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=5),
        st.dictionaries(_TEXT, inner, max_size=5),
    ),
    max_leaves=25,
)


@given(data=_DATA)
@example(data={"en": "word " * 40, "ky": "  two  spaces  " * 20, "ru": "line\n\n  other\n"})
@example(data=["x" * 200, "a\tb " * 60, "\x85\u2028\ufeff", " \n", "\n" * 3])
@settings(max_examples=200, deadline=None)
def test_any_data_of_a_file_reads_back_as_it_was(data):
    files, faults = packs.guideline_from_yaml({VIEW: as_yaml(data).encode()})
    assert faults == []
    assert files == {VIEW: data}


@pytest.mark.parametrize("line", [b'title: "a\\0b"', b'"ti\\0tle": a'])
def test_a_sign_that_no_database_keeps_is_refused(line):
    files, faults = packs.guideline_from_yaml({VIEW: b"key: police\n" + line})
    assert files == {}
    assert [(fault.line, fault.rule) for fault in faults] == [(2, "encoding")]


def test_one_bad_file_and_nothing_is_taken():
    texts = _bytes(packs.guideline_to_yaml(packs.guideline_files(FICTITIOUS)))
    texts[VIEW] = b"key: police\ntitle: [\n"
    files, faults = packs.guideline_from_yaml(texts)
    assert files == {}
    assert [(fault.file, fault.line, fault.rule) for fault in faults] == [(VIEW, 3, "yaml")]


@pytest.mark.parametrize("name", ["notes.txt", "bodies.yaml", "views/a/b.yaml", "../views/a.yaml"])
def test_a_name_that_is_no_part_of_a_guideline_is_refused(name):
    files, faults = packs.guideline_from_yaml({name: b"a: 1"})
    assert files == {}
    assert [(fault.file, fault.line, fault.rule) for fault in faults] == [
        (name, 1, "unknown-file")
    ]


def test_texts_are_checked_as_a_whole_where_the_languages_are_given(fictitious):
    texts = _bytes(packs.guideline_to_yaml(packs.guideline_files(FICTITIOUS)))
    lines = texts[VIEW].decode().splitlines()
    at = next(n for n, line in enumerate(lines) if "indicator: D1.01" in line)
    lines[at] = lines[at].replace("D1.01", "D1.09")
    texts[VIEW] = "\n".join(lines).encode()
    files, faults = packs.guideline_from_yaml(texts, languages=("ar", "qaa"), pack=fictitious)
    assert files[VIEW]["pages"][0]["questions"][0] == {"indicator": "D1.09"}
    assert [(fault.line, fault.rule, fault.item) for fault in faults] == [
        (at + 1, "unknown-indicator", "question D1.09 indicator")
    ]


@given(
    texts=st.dictionaries(
        st.sampled_from(["guideline.yaml", "vectors.yaml", VIEW, "other.yaml"]),
        st.one_of(
            st.binary(max_size=40),
            st.text(alphabet="ab01:-,[]{}\"'#&*!|>%? \n\t~.ж", max_size=60).map(str.encode),
            st.text(max_size=20).map(lambda text: text.encode("utf-16", "ignore")),
        ),
        min_size=1,
    )
)
@settings(max_examples=200, deadline=None)
def test_garbage_is_a_fault_and_never_a_crash(texts):
    files, faults = packs.guideline_from_yaml(texts)
    assert bool(files) != bool(faults)
    checked, found = packs.guideline_from_yaml(texts, languages=("ar", "qaa"))
    assert checked == files
    assert set(faults) <= set(found)
    assert all(fault.line >= 1 and fault.message for fault in found)
