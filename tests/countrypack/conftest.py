import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from korgoo.countrypack import api as packs
from korgoo.countrypack.schema.pack import Pack

ROOT = Path(__file__).resolve().parents[2]
KYRGYZ = ROOT / "countries" / "kg"
FICTITIOUS = Path(__file__).parent / "packs" / "zz"


@pytest.fixture(scope="session")
def kyrgyz() -> Pack:
    return packs.load(KYRGYZ)


@pytest.fixture(scope="session")
def fictitious() -> Pack:
    return packs.load(FICTITIOUS)


@pytest.fixture
def copy(tmp_path) -> Path:
    """A copy of the fictitious pack, to be broken."""
    return Path(shutil.copytree(FICTITIOUS, tmp_path / "zz"))


@pytest.fixture
def rewrite(copy) -> Callable[[str, str, str], None]:
    """Replace the first mention of some words in one file of the copy; they must be there."""

    def replace(file: str, old: str, new: str) -> None:
        path = copy / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{file} does not say {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replace


@pytest.fixture
def line_of(copy) -> Callable[[str, str], int]:
    """Give the number of the only line of a file that holds some words."""

    def find(file: str, words: str) -> int:
        lines = (copy / file).read_text(encoding="utf-8").splitlines()
        found = [number for number, line in enumerate(lines, 1) if words in line]
        assert len(found) == 1, f"{file} says {words!r} on lines {found}"
        return found[0]

    return find


@dataclass(frozen=True)
class Broken:
    """A copy of the fictitious pack in which one file was changed."""

    file: str
    found: list[packs.Fault]
    line_of: Callable[[str, str], int]

    def names(self, rule: str, at: str | int) -> None:
        """Check that a fault names the rule, the file, and the line (or the words on it)."""
        line = at if isinstance(at, int) else self.line_of(self.file, at)
        told = {(fault.file, fault.line, fault.rule) for fault in self.found}
        assert (self.file, line, rule) in told, self.found
        assert all(fault.message for fault in self.found)


@pytest.fixture
def broken(copy, rewrite, line_of) -> Callable[[str, str, str], Broken]:
    """Break one file of the copy, and check the whole."""

    def break_it(file: str, old: str, new: str) -> Broken:
        rewrite(file, old, new)
        return Broken(file, packs.check(copy), line_of)

    return break_it
