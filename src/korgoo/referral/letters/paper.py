"""Print a letter: typst, our own fonts, no network, nothing read from this machine."""

import json
from functools import cache
from pathlib import Path
from threading import Lock

import typst

from korgoo.referral.letters.content import Letter, to_data

HERE = Path(__file__).parent
FONTS = HERE.parents[1] / "web" / "fonts"
# One compiler serves all threads, and refuses two at once.
ONE_AT_A_TIME = Lock()


def render(letter: Letter) -> bytes:
    """Print a letter as PDF, one page.

    What stands on it goes in as data: nothing that was typed is ever read as markup.

    Raises:
        typst.TypstError: The sheet does not compile, or breaks one of the standards.
    """
    data = json.dumps(to_data(letter), ensure_ascii=False)
    # Archival (PDF/A-2a) and accessible (PDF/UA-1): the compiler refuses what would not be.
    with ONE_AT_A_TIME:
        printed = _compiler().compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=["a-2a", "ua-1"]
        )
    if not isinstance(printed, bytes):
        raise TypeError("typst gave no single file")
    return printed


@cache
def _compiler() -> typst.Compiler:
    """Read the sheet and the fonts once; packages are looked for in a folder that has none."""
    return typst.Compiler(
        str(HERE / "letter.typ"),
        root=str(HERE),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        package_path=str(HERE),
    )
