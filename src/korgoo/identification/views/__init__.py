from korgoo.identification.views.card import age, opinion, page
from korgoo.identification.views.pocket import pocket
from korgoo.identification.views.reading import again, print_out, reading

__all__ = ["again", "age", "opinion", "page", "pocket", "print_out", "reading"]
