"""Spark gives what the local engine gives. Skipped where PySpark or Java is missing, for neither is required; never in CI."""

import importlib.util
import os
import shutil

import pytest

from korgoo.matching import candidates as local
from korgoo.matching import store
from korgoo.matching.candidates import PLAN, Plan

HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


MUST_RUN = os.environ.get("KORGOO_TEST_SPARK") == "1"
# One task; and many, of several chunks and shards, of which no record's best may get lost.
PLANS = [PLAN, Plan(shard=800, chunk=700)]


@pytest.mark.skipif(not (HAS_SPARK or MUST_RUN), reason="PySpark and Java are not here")
@pytest.mark.parametrize("plan", PLANS, ids=["one task", "many tasks"])
@pytest.mark.filterwarnings("ignore")
@pytest.mark.enable_socket
def test_spark_equals_local(tmp_path, encoded, plan):
    from korgoo.matching import spark

    for name, one in zip(("here", "there"), encoded, strict=True):
        with store.writing(tmp_path / name, "mark") as writer:
            writer.add([str(row) for row in range(len(one))], one)
    found = spark.candidates(tmp_path / "here", tmp_path / "there", plan=plan)
    expected = local.candidates(*encoded, plan=plan)

    assert (found.here == expected.here).all()
    assert (found.there == expected.there).all()
    assert (found.likeness == expected.likeness).all()
    assert found.counts == expected.counts
