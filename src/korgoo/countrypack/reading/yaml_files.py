"""YAML, read narrowly: no tags, no aliases, no repeated keys, and "no" is a word.

Nodes are composed and never constructed, so nothing in a file can run. Dates stay text until
the schema reads them, which keeps one bad date from hiding the other faults.
"""

import re
from typing import Any

import yaml

from korgoo.countrypack.faults import Fault
from korgoo.countrypack.reading.documents import Document, Path
from korgoo.countrypack.reading.plain_data import DEEPEST, UNKEPT, can_be_kept

# libyaml reads ten times faster; it is missing from some builds of PyYAML.
_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
WHOLE_NUMBER = re.compile(r"^-?(0|[1-9][0-9]{0,8})$")
_WORDS: dict[str, object] = {"": None, "~": None, "null": None, "true": True, "false": False}
_PLAIN_TAGS = {f"tag:yaml.org,2002:{kind}" for kind in ("str", "map", "seq")}


def read_yaml(data: bytes, name: str) -> tuple[Document | None, list[Fault]]:
    """Read a YAML file of a pack.

    Args:
        data: the content of the file.
        name: its name inside the pack, for faults.

    Returns:
        The document, or None when it cannot be read at all, and the faults found.
    """
    try:
        deep = _too_deep(data)
        node = yaml.compose(data, Loader=_LOADER) if deep is None else None
    except yaml.YAMLError as error:
        return None, [_syntax_fault(name, error)]
    except UnicodeDecodeError:
        return None, [Fault(name, 1, "encoding", "the file is not UTF-8 text")]
    if deep is not None:
        return None, [Fault(name, deep, "too-deep", "values stand inside values without end")]
    reader = _Reader(name)
    value = reader.value(node, ()) if node is not None else None
    return Document(name, value, reader.lines), reader.faults


def _too_deep(data: bytes) -> int | None:
    """Give the line where nesting goes too far: composing recurses, and would crash there."""
    depth = 0
    for event in yaml.parse(data, Loader=_LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            return event.start_mark.line + 1 if event.start_mark else 1
    return None


def _syntax_fault(name: str, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None)
    problem = getattr(error, "problem", None) or getattr(error, "reason", None) or "cannot be read"
    return Fault(name, mark.line + 1 if mark else 1, "yaml", f"not valid YAML: {problem}")


class _Reader:
    """Turns nodes into plain data and notes their lines."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lines: dict[Path, int] = {}
        self.faults: list[Fault] = []
        self._seen: set[int] = set()

    def value(self, node: yaml.Node, path: Path) -> object:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if id(node) in self._seen:
            self._refuse(node, "alias", "repeat the value; anchors and aliases are not read")
            return None
        self._seen.add(id(node))
        if node.tag not in _PLAIN_TAGS:
            self._refuse(node, "tag", f"tags such as {node.tag} are not read")
            return None
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._scalar(node) if isinstance(node, yaml.ScalarNode) else None

    def _scalar(self, node: yaml.ScalarNode) -> object:
        if not can_be_kept(str(node.value)):
            self._refuse(node, "encoding", UNKEPT)
            return None
        return _scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: Path) -> dict[str, object]:
        data: dict[str, object] = {}
        for key_node, value_node in node.value:
            key = key_node.value if isinstance(key_node, yaml.ScalarNode) else None
            if key is None:
                self._refuse(key_node, "key", "a key must be a plain word")
            elif not can_be_kept(key):
                self._refuse(key_node, "encoding", UNKEPT)
            elif key in data:
                self._refuse(key_node, "repeated-key", f"'{key}' is written twice in one place")
            else:
                self.lines[(*path, key)] = key_node.start_mark.line + 1
                data[key] = self.value(value_node, (*path, key))
        return data

    def _refuse(self, node: yaml.Node, rule: str, message: str) -> None:
        self.faults.append(Fault(self.name, node.start_mark.line + 1, rule, message))


def _scalar(node: yaml.ScalarNode) -> object:
    text = str(node.value)
    if node.style:
        return text
    if text in _WORDS:
        return _WORDS[text]
    return int(text) if WHOLE_NUMBER.match(text) else text
