"""A guideline held as data passes the same rules as one in a folder, and nothing is half-read."""

import json
from datetime import date

import pytest
from django.test import override_settings
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.catalogues import CatalogueHead, IndicatorData
from korgoo.countrypack.schema.views import ViewData
from tests.countrypack.conftest import FICTITIOUS, KYRGYZ

LANGUAGES = ("ar", "qaa")
VIEW, LIST = "views/police.yaml", "catalogues/small/indicators/a.yaml"


@pytest.fixture
def files() -> dict[str, object]:
    """The guideline of the fictitious pack as data, to be broken."""
    return packs.guideline_files(FICTITIOUS)


def _check(files, **more):
    return packs.check_guideline(files, languages=LANGUAGES, **more)


def test_data_is_what_json_can_hold(files):
    assert json.loads(json.dumps(files)) == files
    assert files["guideline.yaml"]["valid_from"] == "2015-01-01"


def test_only_files_of_the_guideline_are_given(files):
    assert {name.split("/")[0] for name in files} == {
        "guideline.yaml",
        "vectors.yaml",
        "catalogues",
        "views",
    }


def test_the_guideline_of_the_installation_is_given_without_a_path(files):
    with override_settings(COUNTRY_PACK=FICTITIOUS):
        assert packs.guideline_files() == files


def test_files_that_cannot_be_read_are_no_data(copy):
    (copy / VIEW).write_text("a: [", encoding="utf-8")
    with pytest.raises(packs.PackError) as caught:
        packs.guideline_files(copy)
    assert [(fault.file, fault.rule) for fault in caught.value.faults] == [(VIEW, "yaml")]


def test_data_reads_as_the_pack_does(files, fictitious):
    read = packs.read_guideline(files, languages=LANGUAGES, pack=fictitious)
    assert read.head == fictitious.guideline
    assert read.catalogues == fictitious.catalogues
    assert read.views == fictitious.views
    assert read.vectors == fictitious.vectors


def test_the_head_of_a_guideline_says_when_it_holds(fictitious):
    head = fictitious.guideline
    assert (head.edition, head.valid_from) == ("first", date(2015, 1, 1))
    assert head.approving_mandates == ("decide",)


def test_the_kyrgyz_guideline_has_no_fault_as_data(kyrgyz):
    files = packs.guideline_files(KYRGYZ)
    assert packs.check_guideline(files, languages=kyrgyz.languages, pack=kyrgyz) == []


def test_a_fault_of_data_names_the_item_and_no_line(files):
    files[LIST]["indicators"][0]["weights"]["adult_labour"] = "heavy"
    files[VIEW]["pages"][0]["questions"][1]["options"][0]["sets"] = {"D9.09": "present"}
    del files[VIEW]["title"]["qaa"]
    assert [(fault.file, fault.line, fault.item, fault.rule) for fault in _check(files)] == [
        (LIST, 0, "D1.01 weights.adult_labour", "not-allowed"),
        (VIEW, 0, "title", "missing-language"),
        (VIEW, 0, "question work, option many sets.D9.09", "unknown-indicator"),
    ]


def test_a_fault_of_data_is_said_without_a_line(files):
    files[LIST]["indicators"][0]["weights"]["adult_labour"] = "heavy"
    (fault,) = _check(files)
    assert str(fault) == (
        f"{LIST}: D1.01 weights.adult_labour: not-allowed: "
        "'weights.adult_labour' is 'heavy'; allowed: strong, medium or weak"
    )


def test_a_fault_of_a_whole_file_is_said_without_an_item(files):
    del files["catalogues/small/catalogue.yaml"]
    said = [str(fault) for fault in _check(files)]
    name = "catalogues/small/catalogue.yaml"
    assert said == [f"{name}: missing-file: there is no {name}"]


def test_what_is_there_twice_names_no_line(files):
    files[LIST]["indicators"].append(files[LIST]["indicators"][0])
    (fault,) = _check(files)
    assert (fault.rule, fault.message) == ("repeated", "'D1.01' is there twice")


@pytest.mark.parametrize(
    "name", ["bodies.yaml", "views/Police.yaml", "views/../x.yaml", "x.md", "catalogues/a/b.yaml"]
)
def test_a_file_that_is_no_part_of_a_guideline_is_refused(files, name):
    files[name] = {}
    assert [(fault.file, fault.rule) for fault in _check(files)] == [(name, "unknown-file")]


def test_nothing_is_half_read(files):
    files[VIEW]["pages"][0]["questions"][0]["indicator"] = "D1.09"
    with pytest.raises(packs.PackError) as caught:
        packs.read_guideline(files, languages=LANGUAGES)
    assert list(caught.value.faults) == _check(files)


def test_what_stands_outside_is_looked_up_where_the_pack_is_known(files, fictitious):
    files["views/card.yaml"]["pocket"]["call"] = ["wire"]
    files["views/guard.yaml"]["for_bodies"] = ["army"]
    files["guideline.yaml"]["rests_on"] = ["act#9"]
    files["guideline.yaml"]["approving_mandates"] = ["inspect"]
    assert _check(files) == []
    assert {fault.rule for fault in _check(files, pack=fictitious)} == {
        "unknown-hotline",
        "unknown-body",
        "unknown-article",
        "nobody-has-mandate",
    }


def test_data_that_no_file_could_hold_is_refused(files):
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    files[VIEW] = deep
    files[LIST] = {"indicators": [{"code": "\ud800"}]}
    files["vectors.yaml"] = {"vectors": {1, 2}}
    files["guideline.yaml"] = {1: 2}
    files["views/card.yaml"] = {"key": "a\0b"}
    assert {(fault.file, fault.rule) for fault in _check(files)} == {
        (VIEW, "too-deep"),
        (LIST, "encoding"),
        ("vectors.yaml", "wrong-kind"),
        ("guideline.yaml", "wrong-kind"),
        ("views/card.yaml", "encoding"),
    }


# Anything that JSON can hold; half of the words are those that the schema waits for.
_FIELDS = (*ViewData.model_fields, *CatalogueHead.model_fields, *IndicatorData.model_fields)
_PARTS = ("indicators", "questions", "question", "any_of", "when", "options", "sets", "vectors")
_VALUES = (
    "ar",
    "qaa",
    "D1.01",
    "A1.01",
    "small",
    "three",
    "weighted",
    "elements",
    "signs",
    "some",
)
_WORDS = st.sampled_from([*_FIELDS, *_PARTS, *_VALUES])
_KEYS = st.one_of(_WORDS, st.text(max_size=6))
_JSON = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), _KEYS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4), st.dictionaries(_KEYS, inner, max_size=4)
    ),
    max_leaves=20,
)
_NAMES = st.one_of(
    st.sampled_from(["guideline.yaml", "vectors.yaml", VIEW, LIST, "views/card.yaml"]), st.text()
)


@given(files=st.dictionaries(_NAMES, _JSON, max_size=4))
@settings(max_examples=150, deadline=None)
def test_whatever_the_data_is_the_answer_is_faults_and_never_a_crash(files):
    found = _check(files)
    assert {fault.file for fault in found} >= set(files)
    assert all(fault.line == 0 and fault.message for fault in found)


def _places(data, at=()):
    yield at
    parts = data.items() if isinstance(data, dict) else enumerate(data)
    for step, inner in parts:
        if isinstance(inner, (dict, list)):
            yield from _places(inner, (*at, step))
        else:
            yield (*at, step)


@given(data=st.data())
@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_one_wrong_value_anywhere_in_a_good_guideline_never_crashes(data, fictitious):
    files = packs.guideline_files(FICTITIOUS)
    name = data.draw(st.sampled_from(sorted(files)))
    place = data.draw(st.sampled_from([at for at in _places(files[name]) if at]))
    inner = files[name]
    for step in place[:-1]:
        inner = inner[step]
    if data.draw(st.booleans()):
        inner[place[-1]] = data.draw(_JSON)
    else:
        del inner[place[-1]]
    found = _check(files, pack=fictitious)
    assert all(fault.line == 0 and fault.message and fault.rule for fault in found)
    if not found:
        assert packs.read_guideline(files, languages=LANGUAGES, pack=fictitious)


def test_a_kept_guideline_stays_readable_when_todays_rules_would_refuse_it():
    files = packs.guideline_files()
    languages = (*packs.current().languages, "uz")
    assert packs.check_guideline(files, languages=languages)

    kept = packs.reopen_guideline(files, languages=languages)

    assert kept.views.keys() == packs.current().views.keys()


def test_a_kept_guideline_of_an_unknown_shape_is_refused():
    files = {**packs.guideline_files(), "views/police.yaml": {"key": 7}}

    with pytest.raises(packs.PackError):
        packs.reopen_guideline(files, languages=packs.current().languages)


@pytest.mark.parametrize("sign", ["\0", "\x08", "\x1f", "\ud800", "\uffff"])
def test_signs_that_no_form_can_hold_are_refused(sign):
    files = packs.guideline_files()
    head = files["guideline.yaml"]
    changed = {**files, "guideline.yaml": {**head, "edition": f"2026{sign}1"}}

    rules = {f.rule for f in packs.check_guideline(changed, languages=packs.current().languages)}

    assert "encoding" in rules
