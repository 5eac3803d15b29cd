"""Guidelines that differ from the pack's: as files, and as a pack of its own in a folder."""

import copy
import shutil
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from korgoo.countrypack import api as packs
from korgoo.identification import editions, services
from korgoo.identification.guidelines import Choice

LABOUR = "catalogues/ilo-labour"
# Exploitation (b) and coercion (a): "some" under the pack's weights.
SOME = [
    Choice("pay", "kept-back", "document"),
    Choice("hours", "no-rest", "told"),
    Choice("documents", "kept", "told"),
    Choice("threats", "authorities", "told"),
]


def files():
    """The pack's guideline, to be changed at will."""
    return copy.deepcopy(dict(editions.of_the_pack()[0]))


def sign(changed, code):
    """Find a sign in the files of the labour list."""
    [rows] = [
        data["indicators"]
        for name, data in changed.items()
        if name.startswith(f"{LABOUR}/indicators/{code[:2].lower()}")
    ]
    return next(row for row in rows if row["code"] == code)


def weighed(profile="adult_labour", **weights):
    """The pack's files with other weights: ``weighed(D4_01="weak")``."""
    changed = files()
    for code, weight in weights.items():
        sign(changed, code.replace("_", "."))["weights"][profile] = weight
    changed[f"{LABOUR}/catalogue.yaml"]["version"] = "2009-09, other weights"
    return changed


def without_weight():
    """Exploitation weighs so little that the answers of ``SOME`` show it no more."""
    return weighed(D4_01="weak", D4_04="weak", D4_08="weak")


def whole(changed):
    """Read changed files, as an edition's would be."""
    return packs.read_guideline(changed, languages=packs.current().languages)


def adopt(changed, *, by, day, name="2026-2", basis="An invented order No. 1"):
    """Put an edition in force from a day on."""
    return services.adopt_edition(
        changed, name=name, valid_from=day, legal_basis=basis, actor=by.actor
    )


def pack_in(folder, *, head=None, **weights):
    """Copy the pack into a folder and change it there, as an update of the software does."""
    pack = shutil.copytree(settings.COUNTRY_PACK, folder / "changed")
    for code, weight in weights.items():
        _weigh(pack / f"{LABOUR}/indicators/{code[:2].lower()}.yaml", code, weight)
    if head:
        path = pack / "guideline.yaml"
        path.write_text(head(path.read_text(encoding="utf-8")), encoding="utf-8")
    return pack


def _weigh(path: Path, code, weight):
    text = path.read_text(encoding="utf-8")
    place = text.index("adult_labour: strong", text.index(f"code: {code.replace('_', '.')}"))
    rest = text[place:].replace("adult_labour: strong", f"adult_labour: {weight}", 1)
    path.write_text(text[:place] + rest, encoding="utf-8")


@lru_cache
def of_the_pack():
    """The pack's guideline, read."""
    return whole(editions.of_the_pack()[0])
