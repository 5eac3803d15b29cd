"""Names for the things inside a file, in words by which a person finds them."""

from collections.abc import Sequence

# What one thing of a list is called; things of other lists go by their key alone.
_NOUNS = {
    "articles": "article",
    "concepts": "concept",
    "dimensions": "dimension",
    "elements": "element",
    "offences": "offence",
    "options": "option",
    "pages": "page",
    "questions": "question",
    "versions": "version",
    "when": "condition",
}
_IDENTITIES = ("key", "code", "indicator")


def item_of(data: object, path: Sequence[str | int]) -> str:
    """Name a value by where it stands.

    Args:
        data: the data of the whole file.
        path: the way to the value ("pages", 0, "questions", 1, "options", 0, "sets").

    Returns:
        For example "question pay, option less sets"; empty for the file as a whole.
    """
    things: list[str] = []
    trail: list[str] = []
    for step in path:
        data = _inside(data, step)
        if isinstance(step, int):
            things = _with_thing(things, trail, (step, _identity(data)))
            trail = []
        elif step != "[key]":
            trail.append(step)
    return " ".join(part for part in (", ".join(things), ".".join(trail)) if part)


def name_of(path: Sequence[str | int]) -> str:
    """Name a value inside the nearest list; `item_of` says where that stands.

    >>> name_of(("pages", 0, "questions", 1, "title", "en")), name_of(("mandates", 0))
    ('title.en', 'mandates.1')
    """
    parts = [part for part in path if part != "[key]"]
    lists = [index for index, part in enumerate(parts[:-1]) if isinstance(part, int)]
    inside = parts[lists[-1] + 1 :] if lists else parts
    return ".".join(part if isinstance(part, str) else f"{part + 1}" for part in inside)


def _with_thing(things: list[str], trail: list[str], found: tuple[int, str]) -> list[str]:
    index, identity = found
    *before, of = trail or [""]
    if of == "questions" and identity:
        things = []  # no two questions of a view share a key: the page says nothing more
    if identity:
        name = f"{_NOUNS.get(of, '')} {identity}".strip()
    else:
        name = f"{_NOUNS.get(of, of)} {index + 1}".strip()
    return [*things, ".".join([*before, name])]


def _inside(data: object, step: str | int) -> object:
    if isinstance(step, int):
        return data[step] if isinstance(data, (list, tuple)) and step < len(data) else None
    return data.get(step) if isinstance(data, dict) else None


def _identity(data: object) -> str:
    if not isinstance(data, dict):
        return ""
    return next((data[name] for name in _IDENTITIES if isinstance(data.get(name), str)), "")
