"""Plain data written as YAML that people can read, and that reads back as the same data."""

import re
from typing import Any

import yaml

from korgoo.countrypack.reading.yaml_files import WHOLE_NUMBER

# Line ends other than \n, and what cannot be seen: without escapes they would not come back.
_ESCAPED = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]")
_WIDTH = 99
# Words that other readers of YAML would take for true or false; in quotes all agree.
_YES_OR_NO = re.compile(r"^(?:true|false|yes|no|on|off|y|n)$", re.IGNORECASE)
_LONG = 70  # letters; a longer text begins on a line of its own


class _Dumper(yaml.SafeDumper):
    """Writes without aliases, and in quotes whatever the reader would not take for text."""

    yaml_implicit_resolvers: dict[Any, Any] = {}

    def ignore_aliases(self, data: object) -> bool:
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: FBT001, FBT002
        super().increase_indent(flow, indentless=False)


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=_style(text))


def _style(text: str) -> str | None:
    if _ESCAPED.search(text):
        return '"'
    if "\n" in text:
        return "|"
    return ">" if len(text) > _LONG else None


def _list(dumper: yaml.SafeDumper, values: list[object]) -> yaml.SequenceNode:
    simple = not any(isinstance(value, (dict, list)) for value in values)
    short = simple and sum(len(str(value)) + 2 for value in values) < _LONG
    return dumper.represent_sequence("tag:yaml.org,2002:seq", values, flow_style=short)


_Dumper.add_representer(str, _text)
_Dumper.add_representer(list, _list)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(?:~|null|)$"), None)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:bool", _YES_OR_NO, None)
_Dumper.add_implicit_resolver("tag:yaml.org,2002:int", WHOLE_NUMBER, None)


def as_yaml(data: object) -> str:
    """Write plain data as YAML: block style, letters as they are, names in the given order."""
    return yaml.dump(
        data,
        Dumper=_Dumper,
        sort_keys=False,
        allow_unicode=True,
        default_flow_style=False,
        width=_WIDTH,
    )
