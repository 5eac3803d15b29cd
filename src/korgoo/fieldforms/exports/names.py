"""Names in a form, made from the keys of a view and back again without a loss.

Tools of the field differ in what a name may hold. All of them take small letters, digits and
underscores, in which no two names differ by a capital letter alone, so only these are used.
"""

import re

QUESTION, SOURCE = "q", "s"
NOTE = "note_"
_CODE = re.compile(r"^[A-Z][0-9]+\.[0-9]{2}$")
_NAME = re.compile(r"^(?P<prefix>[qs])(?P<is_code>i?)_(?P<stem>[a-z0-9_]+)$")
_OF_CODE = re.compile(r"^[a-z][0-9]+_[0-9]{2}$")
_ESCAPED = {"-": "__", "_": "_1"}
_MEANT = {words: sign for sign, words in _ESCAPED.items()}


def question_name(key: str) -> str:
    """Name the field of a question: ``q_`` and its key, ``qi_`` and the code of an indicator.

    >>> question_name("kept-free"), question_name("D1.01")
    ('q_kept__free', 'qi_d1_01')
    """
    return _name(QUESTION, key)


def source_name(key: str) -> str:
    """Name the field that says where the answer to a question comes from.

    >>> source_name("documents")
    's_documents'
    """
    return _name(SOURCE, key)


def key_of(name: str, prefix: str) -> str | None:
    """Give the key from which a name was made.

    Args:
        name: As it came back in a file.
        prefix: ``QUESTION`` or ``SOURCE``: whose name it should be.

    Returns:
        The key; None when the name is none of this kind.

    >>> key_of("qi_d1_01", QUESTION), key_of("s_kept__free", SOURCE), key_of("colour", QUESTION)
    ('D1.01', 'kept-free', None)
    """
    found = _NAME.match(name)
    if found is None or found["prefix"] != prefix:
        return None
    stem = found["stem"]
    if found["is_code"]:
        return _code(stem)
    key = re.sub(r"__|_1", lambda match: _MEANT[match[0]], stem)
    return key if _name(prefix, key) == name else None


def form_id(view_key: str) -> str:
    """Name the form of a view.

    >>> form_id("labour-inspector")
    'korgoo_labour_inspector'
    """
    return f"korgoo_{view_key.replace('-', '_')}"


def _name(prefix: str, key: str) -> str:
    if _CODE.match(key):
        return f"{prefix}i_{key.lower().replace('.', '_')}"
    return f"{prefix}_" + "".join(_ESCAPED.get(sign, sign) for sign in key)


def _code(stem: str) -> str | None:
    return stem.upper().replace("_", ".") if _OF_CODE.match(stem) else None
