import pytest
from click.testing import CliRunner

from korgoo.cli import main


@pytest.fixture
def korgoo():
    """Run the command as a person would: korgoo("pack", "check", path)."""
    return lambda *words: CliRunner().invoke(main, [str(word) for word in words])
