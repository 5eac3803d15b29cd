"""Print a sheet: typst, our own fonts, no network, nothing read from this machine."""

import json
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any, Literal

import typst
from django.utils.translation import gettext_lazy as _

from korgoo.lib.errors import DomainError

if TYPE_CHECKING:
    from typst import PDFStandard as Standard

Form = Literal["pdf", "png", "svg"]
FONTS = Path(__file__).parents[1] / "web" / "fonts"


class CannotPrint(DomainError):
    """A paper cannot be made of these words. ``why``: what stopped typst, in its own words."""

    why = ""


# One compiler serves all threads, and refuses two at once.
ONE_AT_A_TIME = Lock()


def render(sheet: Path, data: dict[str, Any]) -> bytes:
    """Print a sheet as PDF, archival (PDF/A-2a) and accessible (PDF/UA-1).

    What stands on it goes in as data: nothing that was typed is ever read as markup.

    Args:
        sheet: A typst file of the platform; it finds the data under ``sys.inputs.data`` as JSON.
        data: Plain JSON values.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    (printed,) = draw(sheet, data, form="pdf", standards=["a-2a", "ua-1"])
    return printed


def draw(
    sheet: Path,
    data: dict[str, Any],
    *,
    form: Form,
    standards: "list[Standard] | None" = None,
    dots: float | None = None,
) -> list[bytes]:
    """Draw a sheet: as PDF (one file), or as SVG or PNG (one for each page).

    Args:
        sheet: A typst file of the platform; it finds the data under ``sys.inputs.data`` as JSON.
        data: Plain JSON values.
        form: Kind of file.
        standards: Which a PDF must keep; none: a plain one.
        dots: Of a PNG, to the inch.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards. ``why`` says in
            typst's words what stopped it.
    """
    words = json.dumps(data, ensure_ascii=False)
    with ONE_AT_A_TIME:
        try:
            printed = _compiler(sheet).compile(
                format=form, sys_inputs={"data": words}, pdf_standards=standards or [], ppi=dots
            )
        except typst.TypstError as error:
            # A letter that our fonts do not have cannot stand in a paper that lasts.
            refused = CannotPrint(
                _("This cannot be printed: it holds a sign that our fonts do not have.")
            )
            refused.why = error.message
            raise refused from error
    if printed is None:
        raise TypeError("typst gave no file")
    return [printed] if isinstance(printed, bytes) else list(printed)


@cache
def _compiler(sheet: Path) -> typst.Compiler:
    """Read the sheet and the fonts once; packages are looked for in a folder that has none."""
    return typst.Compiler(
        str(sheet),
        root=str(sheet.parent),
        font_paths=[str(FONTS)],
        ignore_system_fonts=True,
        package_path=str(sheet.parent),
    )
