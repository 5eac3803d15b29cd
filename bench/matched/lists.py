"""Write two lists of invented people as files, for everybody: raw, by ICAO 9303, and as our skeletons.

python lists.py FOLDER SIZE [SEED]
"""

import csv
import json
import sys
from pathlib import Path

from korgoo.matching.fictitious.people import make
from korgoo.matching.fictitious.spelling import _ICAO
from korgoo.matching.fictitious.writing import FIELDS, two_lists
from korgoo.matching.skeletons import skeletons

OVERLAP = 0.3
NAMES = ("surname", "given", "patronymic")


def main(folder: Path, size: int, seed: int) -> None:
    """Write ``a.csv`` and ``b.csv`` and the number of persons on both."""
    people = make(int(size * (2 - OVERLAP)) + 1, seed=seed)
    both = two_lists(people, overlap=OVERLAP, seed=seed + 1)
    for name, one in zip("ab", both, strict=True):
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            extra = [f"{name}_{way}" for name in NAMES for way in ("icao", "skeleton")]
            writer.writerow(["who", *FIELDS, "script", "people", *extra])
            columns = [getattr(one, field) for field in (*FIELDS, "script", "people")]
            for field in NAMES:
                values = getattr(one, field)
                columns += [map(icao, values), (" ".join(skeletons(value)) for value in values)]
            writer.writerows(zip(one.who.tolist(), *columns, strict=True))
    overlap = len(set(both[0].who.tolist()) & set(both[1].who.tolist()))
    (folder / "truth.json").write_text(json.dumps({"both": overlap}))


def icao(name: str) -> str:
    """Write a name by ICAO 9303, in capitals; Latin letters stay."""
    special = {
        "ң": "n",
        "ө": "o",
        "ү": "u",
        "ғ": "g",
        "қ": "k",
        "ҳ": "h",
        "ҷ": "j",
        "ў": "u",
        "ӯ": "u",
        "ӣ": "i",
    }
    return "".join((_ICAO | special).get(letter, letter) for letter in name.lower()).upper()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[-1]))
