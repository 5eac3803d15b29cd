from pathlib import Path
from typing import Any

from korgoo.lib import paper

SHEETS = Path(__file__).parent


def render(sheet: str, data: dict[str, Any]) -> bytes:
    """Print a paper as PDF, one page.

    Args:
        sheet: ``receipt``, ``card`` or ``recall``.
        data: As ``content`` makes it for that sheet.

    Raises:
        CannotPrint: The sheet does not compile, or breaks one of the standards.
    """
    return paper.render(SHEETS / f"{sheet}.typ", data)
