"""What came from outside is what its record says, and nothing of another house's brand."""

import gzip
import hashlib
import json
import re
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from korgoo import web

WEB = Path(web.__file__).parent
RECORD = json.loads((WEB / "static/korgoo/VENDORED.json").read_text(encoding="utf-8"))
STYLE = (WEB / "static/korgoo/korgoo.css").read_text(encoding="utf-8")
KYRGYZ = "АБВГДЕЁЖЗИЙКЛМНҢОӨПРСТУҮФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнңоөпрстуүфхцчшщъыьэюя"
OTHERS = (
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,:;!?()-–—«»“”„…№%+/§·\u00a0"
)


@pytest.mark.parametrize("name", list(RECORD["files"]))
def test_a_vendored_file_is_the_recorded_one(name):
    assert hashlib.sha256((WEB / name).read_bytes()).hexdigest() == RECORD["files"][name]


def test_every_file_that_is_shipped_is_recorded():
    ours = {"static/korgoo/VENDORED.json", "static/korgoo/mark.svg"}
    there = {
        str(path.relative_to(WEB))
        for folder in ("static", "fonts")
        for path in (WEB / folder).rglob("*")
        if path.is_file()
    }
    assert there - ours == set(RECORD["files"])


def test_every_part_has_a_version_and_a_licence():
    assert {part["licence"] for part in RECORD["parts"]} == {"MIT", "0BSD", "OFL-1.1"}
    assert all(part["version"][0].isdigit() for part in RECORD["parts"])
    assert len(list((WEB / "static/korgoo/licences").glob("*.txt"))) == 4


@pytest.mark.parametrize("foreign", ["GDS Transport", "crown", "crest", "sourceMappingURL"])
def test_the_style_has_nothing_of_another_house(foreign):
    assert foreign not in STYLE


def test_the_style_fetches_nothing_from_elsewhere():
    fetched = re.findall(r"url\(\"?(\w+:|/|[\w.-]+)", STYLE)
    assert set(fetched) == {"data:", "golos-400.woff2", "golos-700.woff2"}


def test_the_style_is_ours():
    assert "Golos Text" in STYLE
    assert "@font-face" in STYLE


def test_scripts_lead_to_no_map():
    for script in (WEB / "static/korgoo").glob("*.js"):
        assert "sourceMappingURL" not in script.read_text(encoding="utf-8")


def test_what_seals_in_the_browser_is_light():
    script = (WEB / "static/korgoo/hpke.js").read_bytes()
    assert len(gzip.compress(script)) < 15 * 1024
    assert b"eval(" not in script


@pytest.mark.parametrize("weight", [400, 700])
@pytest.mark.parametrize("place", ["static/korgoo/golos-{}.woff2", "fonts/GolosText-{}.ttf"])
def test_the_fonts_have_every_letter_we_write(place, weight):
    font = TTFont(WEB / place.format(weight))
    drawn = font.getBestCmap()
    assert [letter for letter in KYRGYZ + OTHERS if ord(letter) not in drawn] == []
    assert "fvar" not in font


@pytest.mark.parametrize(("weight", "style"), [(400, "Regular"), (700, "Bold")])
def test_letters_on_paper_find_both_weights_of_one_family(weight, style):
    font = TTFont(WEB / f"fonts/GolosText-{weight}.ttf")
    assert font["name"].getBestFamilyName() == "Golos Text"
    assert font["name"].getBestSubFamilyName() == style
    assert font["OS/2"].usWeightClass == weight
