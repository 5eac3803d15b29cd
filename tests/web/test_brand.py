"""Every pair of colours that carries words can be read by weak eyes (WCAG 2.2 AA: 4.5 to 1)."""

import re
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "scripts" / "frontend" / "_brand.scss"
COLOURS = dict(
    re.findall(r"^\$([\w-]+): (#[0-9a-f]{3,6});", SOURCE.read_text("utf-8"), re.MULTILINE)
)
PAIRS = [
    *[
        ("ink", ground)
        for ground in (
            "paper",
            "sand",
            "white",
            "sun",
            "teal-pale",
            "clay-pale",
            "berry-pale",
            "leaf-pale",
        )
    ],
    *[("stone", ground) for ground in ("paper", "sand", "white", "teal-pale", "clay-pale")],
    *[("teal", ground) for ground in ("paper", "sand", "white", "teal-pale")],
    *[("white", ground) for ground in ("deep", "teal", "clay", "berry")],
    *[("berry", ground) for ground in ("paper", "white", "berry-pale")],
    ("clay", "clay-pale"),
    ("leaf", "leaf-pale"),
]


def luminance(colour):
    digits = colour[1:]
    digits = "".join(d * 2 for d in digits) if len(digits) == 3 else digits
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize(("words", "ground"), PAIRS)
def test_words_stand_out_from_their_ground(words, ground):
    assert contrast(COLOURS[words], COLOURS[ground]) >= 4.5


def test_the_measure_measures():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
