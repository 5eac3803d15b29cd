"""Splink on the same lists in clear text, trained as its guide says. Runs in an environment of its own.

python splink_peer.py FOLDER raw|icao|skeleton
"""

import json
import logging
import sys
from pathlib import Path

import duckdb
import figures
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

NAMES = ("surname", "given", "patronymic")
MARGIN = 0.001  # least probability that is kept


def main(folder: Path, way: str) -> None:
    """Measure and print."""
    logging.disable(logging.WARNING)
    found: dict[str, object] = {}
    # Beyond this it writes to the disk; without a limit it takes nearly all there is and is killed.
    connection = duckdb.connect(
        config={"memory_limit": "12GB", "temp_directory": str(folder / "spilled")}
    )
    db = DuckDBAPI(connection=connection)
    frames = [registered(db, connection, folder, name, way) for name in "ab"]
    linker = Linker(frames, settings())
    with figures.timed(found, "training"):
        train(linker)
    with figures.timed(found, "predicting"):
        predicted = linker.inference.predict(threshold_match_probability=MARGIN)
    # As arrays, the likeliest first: a million by a million gives tens of millions of pairs.
    columns = connection.execute(
        "select match_probability, cast(substr(unique_id_l, 2) as bigint) as one, "
        f"cast(substr(unique_id_r, 2) as bigint) as other from {predicted.physical_name} "
        "order by match_weight desc"
    ).fetchnumpy()
    truth = json.loads((folder / "truth.json").read_text())["both"]
    found |= figures.quality(figures.surest_first(map(columns.get, ("one", "other"))), truth)
    found["bare_sum"] = float(columns["match_probability"].sum()) / truth
    figures.say(found)


def registered(db, connection, folder: Path, name: str, way: str):
    """Give one list to Splink. Empty text is "not known"."""
    suffix = "" if way == "raw" else f"_{way}"
    columns = ", ".join(f"nullif({one}{suffix}, '') as {one}" for one in NAMES)
    rest = ", ".join(
        f"nullif({one}, '') as {one}" for one in ("sex", "place", "document", "number", "phone")
    )
    connection.execute(
        f"create table {name} as select '{name}' || who as unique_id, {columns}, {rest}, "
        "case when length(birth) = 10 then birth end as birth, nullif(left(birth, 4), '') as year "
        f"from read_csv('{folder / name}.csv', all_varchar = true)"
    )
    return db.register(name)


def settings() -> SettingsCreator:
    """Compare what there is, as one would who knows Splink."""
    frequent = {"term_frequency_adjustments": True}
    return SettingsCreator(
        link_type="link_only",
        comparisons=[
            cl.JaroWinklerAtThresholds("surname", [0.92, 0.8]).configure(**frequent),
            cl.JaroWinklerAtThresholds("given", [0.92, 0.8]).configure(**frequent),
            cl.JaroWinklerAtThresholds("patronymic", [0.92, 0.8]),
            cl.DateOfBirthComparison("birth", input_is_string=True),
            cl.ExactMatch("year"),
            cl.ExactMatch("sex"),
            cl.ExactMatch("place"),
            cl.ExactMatch("document"),
            cl.ExactMatch("number"),
            cl.ExactMatch("phone"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("given", "year"),
            block_on("surname", "year"),
            block_on("surname", "given"),
            block_on("birth"),
            block_on("document"),
            block_on("number"),
            block_on("phone"),
        ],
    )


def train(linker: Linker) -> None:
    """Estimate as the guide says: deterministic rules, random pairs, then three passes that leave out what they block on."""
    rules = [block_on("number"), block_on("document"), block_on("surname", "given", "birth")]
    linker.training.estimate_probability_two_random_records_match(rules, recall=0.5)
    linker.training.estimate_u_using_random_sampling(max_pairs=5e6)
    for rule in (block_on("birth"), block_on("surname", "given"), block_on("document")):
        linker.training.estimate_parameters_using_expectation_maximisation(rule)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
