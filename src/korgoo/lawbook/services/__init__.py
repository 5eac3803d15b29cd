from korgoo.lawbook.services.adopting import adopt
from korgoo.lawbook.services.articles import (
    ARTICLE_KEY,
    Place,
    Wording,
    put_article,
    remove_article,
)
from korgoo.lawbook.services.packages import describe_package, drop_package, start_package

__all__ = [
    "ARTICLE_KEY",
    "Place",
    "Wording",
    "adopt",
    "describe_package",
    "drop_package",
    "put_article",
    "remove_article",
    "start_package",
]
