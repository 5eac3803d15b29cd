"""Lets `python -m korgoo.cli` do what `korgoo` does."""

from korgoo.cli import main

main()
