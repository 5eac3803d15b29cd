"""The square code that a telephone's camera reads: as rows of dark squares, to be drawn as shapes."""

import qrcode
from qrcode.constants import ERROR_CORRECT_M

Run = tuple[int, int, int]


def matrix(address: str) -> list[list[bool]]:
    """Make the squares of a code, row by row, without the quiet margin around it.

    A quarter of paper codes is scratched or lit badly: fifteen in a hundred squares may be lost.

    Args:
        address: What the camera opens.
    """
    code = qrcode.QRCode(border=0, error_correction=ERROR_CORRECT_M)
    code.add_data(address)
    code.make(fit=True)
    return [[bool(square) for square in row] for row in code.modules]


def runs(squares: list[list[bool]]) -> list[Run]:
    """Join dark squares that stand side by side: (column, row, how many)."""
    found: list[Run] = []
    for y, row in enumerate(squares):
        start = None
        for x, is_dark in enumerate([*row, False]):
            if is_dark and start is None:
                start = x
            elif not is_dark and start is not None:
                found.append((start, y, x - start))
                start = None
    return found
