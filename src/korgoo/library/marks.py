"""Text of an announcement: paragraphs and plain lists, nothing else."""

from dataclasses import dataclass

BULLETS = ("- ", "* ", "• ")


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph (its lines) or a list (its entries)."""

    lines: tuple[str, ...]
    is_list: bool


def blocks(text: str) -> list[Block]:
    r"""Part a text into paragraphs and lists.

    >>> [block.is_list for block in blocks("Come on Monday.\n\n- papers\n- pens")]
    [False, True]
    """
    found: list[Block] = []
    for part in text.replace("\r\n", "\n").split("\n\n"):
        found += _runs([line.strip() for line in part.splitlines() if line.strip()])
    return found


def _runs(lines: list[str]) -> list[Block]:
    """Put neighbouring lines of one sort together."""
    runs: list[tuple[bool, list[str]]] = []
    for line in lines:
        is_list = line.startswith(BULLETS)
        words = line[2:].strip() if is_list else line
        if runs and runs[-1][0] == is_list:
            runs[-1][1].append(words)
        else:
            runs.append((is_list, [words]))
    return [Block(tuple(words), is_list) for is_list, words in runs]
