"""A prepared search as files: plain arrays that are mapped, so that an index of a million opens at once.

What is written is as secret as the encodings: whoever keeps it encrypts the folder or keeps it in memory alone.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from korgoo.matching.blocks import BLOCKS, BlockIndex
from korgoo.matching.encoding import CODES, PERSON_NAMES, Encoded
from korgoo.matching.filter_index import Index
from korgoo.matching.search import Search
from korgoo.matching.store import BadStore, arrays
from korgoo.matching.usual import USUAL

HEAD, FORMAT = "search.json", 2
OF_INDEX = ("record", "counts", "rows", "columns")


def save(search: Search, folder: Path) -> None:
    """Write a prepared search into an empty folder; its head comes last, so that half of one never opens."""
    for name, array in _named(search):
        np.save(folder / f"{name}.npy", np.asarray(array), allow_pickle=False)
    head = {"format": FORMAT, "crowded": [len(one.crowded) for one in search.blocks]}
    (folder / HEAD).write_text(json.dumps(head), encoding="utf-8")


def opened(folder: Path) -> Search:
    """Open a prepared search.

    Raises:
        BadStore: It is none, of another format, or damaged.
    """
    try:
        head = json.loads((folder / HEAD).read_text(encoding="utf-8"))
        if head["format"] != FORMAT or len(head["crowded"]) != len(BLOCKS):
            raise BadStore(f"{folder}: written by another version; prepare it again")
        return _search(folder, head["crowded"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadStore(f"{folder}: not a prepared search, or damaged") from error


def _search(folder: Path, crowded: list[int]) -> Search:
    def read(name: str) -> Any:
        return np.load(folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)

    filters = {name: read(f"filter-{name}") for name in PERSON_NAMES}
    codes = {name: read(f"code-{name}") for name in CODES}
    index = Index(*(read(f"index-{name}") for name in OF_INDEX))
    blocks = [
        BlockIndex(
            block,
            read(f"block-{number}-codes"),
            read(f"block-{number}-rows"),
            [read(f"block-{number}-crowded-{level}") for level in range(levels)],
        )
        for number, (block, levels) in enumerate(zip(BLOCKS, crowded, strict=True))
    ]
    rarity = {name: read(f"rarity-{name}") for name in ("surname", "given")}
    return Search(Encoded(read("record"), filters, codes), index, blocks, rarity, USUAL)


def _named(search: Search) -> Iterator[tuple[str, NDArray[np.generic]]]:
    yield from arrays(search.encoded)
    for name in OF_INDEX:
        yield f"index-{name}", getattr(search.index, name)
    for number, block in enumerate(search.blocks):
        yield f"block-{number}-codes", block.codes
        yield f"block-{number}-rows", block.rows
        for level, many in enumerate(block.crowded):
            yield f"block-{number}-crowded-{level}", many
    for name, share in search.rarity.items():
        yield f"rarity-{name}", share
