"""Spark gives what the local engine gives. Skipped only where PySpark or Java is missing: neither is required."""

import importlib.util
import shutil

import pytest

from korgoo.matching import candidates as local
from korgoo.matching import store

HAS_SPARK = importlib.util.find_spec("pyspark") is not None and shutil.which("java") is not None


@pytest.mark.skipif(not HAS_SPARK, reason="PySpark and Java are not here")
@pytest.mark.filterwarnings("ignore")
@pytest.mark.enable_socket
def test_spark_equals_local(tmp_path, encoded):
    from korgoo.matching import spark

    for name, one in zip(("here", "there"), encoded, strict=True):
        with store.writing(tmp_path / name, "mark") as writer:
            writer.add([str(row) for row in range(len(one))], one)
    found = spark.candidates(tmp_path / "here", tmp_path / "there")
    expected = local.candidates(*encoded)

    assert (found.here == expected.here).all()
    assert (found.there == expected.there).all()
    assert (found.likeness == expected.likeness).all()
    assert found.counts == expected.counts
