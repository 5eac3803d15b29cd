"""The weights of the two labour lists, transcribed for the tests apart from the country pack.

S strong, M medium, W weak, - not in the list; adult labour first, child labour second.
"""

from korgoo.identification.rules import Guideline, Indicator, Strength, Value

WEIGHTS = """
D1.01 S S | D1.02 M M | D1.03 M M | D1.04 M M | D1.05 M M
D1.06 M M | D1.07 M M | D1.08 M M | D1.09 M M | D1.10 W S
D2.01 S S | D2.02 M S | D2.03 M M | D2.04 M S | D2.05 M M
D2.06 M M | D2.07 M S | D2.08 M M | D2.09 M M | D2.10 M M
D3.01 W M | D3.02 M M | D3.03 M M | D3.04 M M | D3.05 M M | D3.06 M M | D3.07 M M | D3.08 M M
D3.09 M M | D3.10 M - | D3.11 M M | D3.12 M M | D3.13 W M | D3.14 M M | D3.15 M M | D3.16 M M
D4.01 S S | D4.02 M M | D4.03 M M | D4.04 M M | D4.05 M M
D4.06 M - | D4.07 M M | D4.08 M M | D4.09 W M
D5.01 S S | D5.02 S S | D5.03 S S | D5.04 S S | D5.05 M S | D5.06 M S | D5.07 M M | D5.08 M M
D5.09 M M | D5.10 M M | D5.11 M S | D5.12 M S | D5.13 M M | D5.14 M M | D5.15 W M
D6.01 M M | D6.02 W M | D6.03 M M | D6.04 M M | D6.05 M M | D6.06 W M | D6.07 M M
"""
_STRENGTHS = {"S": Strength.STRONG, "M": Strength.MEDIUM, "W": Strength.WEAK}
_ROWS = [row.split() for line in WEIGHTS.split("\n") for row in line.split("|") if row.strip()]


def indicators(profile: str) -> tuple[Indicator, ...]:
    column = 1 if profile == "adult_labour" else 2
    return tuple(
        Indicator(row[0], row[0][:2], _STRENGTHS[row[column]])
        for row in _ROWS
        if row[column] != "-"
    )


ADULT = Guideline("ilo-labour", "2009-09", "adult_labour", indicators("adult_labour"))
ADULT_WITH_VULNERABILITY = Guideline(
    "ilo-labour",
    "2009-09",
    "adult_labour",
    indicators("adult_labour"),
    vulnerability_as_means=True,
)
CHILD = Guideline(
    "ilo-labour", "2009-09", "child_labour", indicators("child_labour"), is_child=True
)


def present(codes: str) -> dict[str, Value]:
    return dict.fromkeys(codes.split(), Value.PRESENT)


def absent(guideline: Guideline, *dimensions: str) -> dict[str, Value]:
    signs = guideline.indicators
    return {sign.code: Value.ABSENT for sign in signs if sign.dimension in dimensions}
