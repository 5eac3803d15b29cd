"""Codes that people read to each other over a bad line: digits with a check digit.

Nine digits in three groups, the last one a Damm check digit, which catches every single wrong
digit and every swap of two neighbours. Digits only: letters differ between alphabets and languages.
"""

import secrets

# Damm, "Total anti-symmetrische Quasigruppen" (2004): a quasigroup of order 10.
DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
DIGITS = 9
GROUP = 3


def new_code() -> str:
    """Make a random code: nine digits, the first never 0, the last a check digit."""
    body = str(secrets.randbelow(9 * 10 ** (DIGITS - 2)) + 10 ** (DIGITS - 2))
    return body + check_digit(body)


def check_digit(body: str) -> str:
    """Compute the Damm check digit of a string of digits."""
    interim = 0
    for digit in body:
        interim = DAMM[interim][int(digit)]
    return str(interim)


def spoken(code: str) -> str:
    """Group a code for reading aloud.

    >>> spoken("482915373")
    '482 915 373'
    """
    return " ".join(code[i : i + GROUP] for i in range(0, len(code), GROUP))


def parse(text: str) -> str | None:
    """Read a code as a person typed it, with spaces or dashes.

    Returns:
        Nine digits, or None when a digit is wrong, missing or swapped.
    """
    digits = "".join(c for c in text if not c.isspace() and c not in "-–—.")
    if len(digits) != DIGITS or not (digits.isascii() and digits.isdigit()):
        return None
    return digits if check_digit(digits[:-1]) == digits[-1] else None
