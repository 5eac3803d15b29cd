"""A country of another kind loads as well: nothing national is in code."""

from datetime import date, timedelta

import pytest
from django.test import override_settings

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.base import Text
from tests.countrypack.conftest import FICTITIOUS, KYRGYZ, ROOT

PLATFORM = ROOT / "src" / "korgoo" / "countrypack"


def test_another_country_has_no_fault():
    assert packs.check(FICTITIOUS) == []


def test_it_has_its_own_languages_and_direction_of_writing(fictitious):
    assert fictitious.languages == ("ar", "qaa")
    directions = [fictitious.language_details[code].direction for code in fictitious.languages]
    assert directions == ["rtl", "ltr"]


def test_the_police_alone_may_decide(fictitious):
    decides = [body.code for body in fictitious.bodies if "decide" in body.mandates]
    assert decides == ["police"]


def test_it_has_its_own_catalogue_and_choice_of_means(fictitious):
    catalogue = fictitious.catalogues["small"]
    assert [one.code for one in catalogue.indicators] == ["D1.01", "D1.02", "D4.01", "D4.02"]
    assert catalogue.vulnerability_as_means
    with pytest.raises(KeyError):
        catalogue.indicator("D2.01")


def test_the_law_may_set_what_another_leaves_open(fictitious):
    assert fictitious.clocks["referral_receipt"].allowed("now") == timedelta(hours=2)
    assert fictitious.clocks["referral_answer"].allowed("now") is None
    assert fictitious.clocks["by_need"].allowed("planned") is None


def test_what_one_country_keeps_for_good_another_lets_go(fictitious, kyrgyz):
    assert kyrgyz.retention["counting"].basis == "kept"
    assert fictitious.retention["counting"].after_closure.days == 90
    # Nobody has set a period by law for the Kyrgyz Republic: none is claimed.
    assert {rule.basis for rule in kyrgyz.retention.values()} == {"working_value", "unset", "kept"}


def test_a_record_inherits_the_provenance_of_its_file_and_may_differ(fictitious):
    guard, police = fictitious.bodies
    assert guard.provenance.source == "invented"
    assert police.provenance.source == "the law of the test"
    assert police.provenance.trust == guard.provenance.trust


def test_verified_means_that_somebody_is_named(fictitious):
    assert fictitious.provenance.is_verified
    assert not fictitious.bodies[0].provenance.is_verified


@pytest.mark.parametrize(
    ("day", "there"),
    [
        (date(1989, 12, 31), []),
        (date(2009, 12, 31), ["guard"]),
        (date(2010, 1, 1), ["police"]),
        (date(2040, 1, 1), ["police"]),
    ],
)
def test_bodies_exist_from_their_first_to_their_last_day(fictitious, day, there):
    assert [body.code for body in fictitious.bodies if body.exists_on(day)] == there


def test_a_table_keeps_zeros_and_cells_of_several_lines(fictitious):
    units = {unit.code: unit for unit in fictitious.units}
    assert list(units) == ["01", "01A", "02"]
    assert units["02"].name.in_language("qaa") == "Sudo,\ngranda"


def test_units_may_stand_in_yaml(copy):
    (copy / "units.csv").unlink()
    (copy / "units.yaml").write_text(
        "provenance: {source: x, as_of: unknown, trust: proposal, status: in_use}\n"
        'units:\n  - {code: "01", level: 1, name: {ar: الشمال, qaa: Nordo}}\n',
        encoding="utf-8",
    )
    assert [unit.code for unit in packs.load(copy).units] == ["01"]


def test_a_name_that_was_not_found_is_shown_as_it_stands(fictitious):
    unit = fictitious.units[1]
    assert unit.untranslated == ("ar",)
    assert unit.name.in_language("ar") == "Norda Urbo"


@pytest.mark.parametrize(("asked", "given"), [("ky", "бир"), ("ky-kg", "бир"), ("en", "one")])
def test_text_is_given_in_the_language_asked_for(asked, given):
    assert Text({"ky": "бир", "en": "one"}).in_language(asked) == given


def test_words_like_no_are_not_read_as_false(fictitious, copy, rewrite):
    rewrite("views/police.yaml", "key: few", "key: no")
    options = packs.load(copy).views["police"].pages[0].questions[1].options
    assert [option.key for option in options] == ["many", "no"]


def test_the_pack_of_the_settings_is_read_once():
    with override_settings(COUNTRY_PACK=FICTITIOUS):
        assert packs.current().code == "zz"
        assert packs.current() is packs.current()
    with override_settings(COUNTRY_PACK=KYRGYZ):
        assert packs.current().code == "kg"


def test_no_country_is_named_in_code():
    sources = sorted(PLATFORM.rglob("*.py"))
    assert len(sources) > 20
    national = ("kyrgyz", "bishkek", "189", "кыргыз", "ilo-labour", '"kg"', '"ky"', "41702")
    allowed = {("schema/base.py", '"ky"')}  # an example in a docstring
    found = {
        (path.relative_to(PLATFORM).as_posix(), word)
        for path in sources
        for word in national
        if word in path.read_text("utf-8").lower()
    }
    assert found == allowed
