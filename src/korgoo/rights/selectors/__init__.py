from korgoo.rights.selectors.content_files import get_file, list_files
from korgoo.rights.selectors.editing import (
    MOST_DEEDS,
    Desk,
    deeds,
    desk,
    get_version,
    life,
    published,
    replaced_today,
)
from korgoo.rights.selectors.numbers import all_numbers, get_number, naming, spelling_out
from korgoo.rights.selectors.past import relatives, told_versions, versions_of
from korgoo.rights.selectors.told import (
    edition,
    edition_mark,
    numbers,
    statement,
    statements,
    successor,
)
from korgoo.rights.selectors.waiting import Waiting, waiting

__all__ = [
    "MOST_DEEDS",
    "Desk",
    "Waiting",
    "all_numbers",
    "deeds",
    "desk",
    "edition",
    "edition_mark",
    "get_file",
    "get_number",
    "get_version",
    "life",
    "list_files",
    "naming",
    "numbers",
    "published",
    "relatives",
    "replaced_today",
    "spelling_out",
    "statement",
    "statements",
    "successor",
    "told_versions",
    "versions_of",
    "waiting",
]
