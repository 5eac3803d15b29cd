"""The vocabulary of materials. Stored values: renaming one needs a migration."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

LONGEST_TITLE, LONGEST_LINE, LONGEST_TEXT = 120, 140, 3000
QUESTIONS = 3
MOST_NUMBERS = 2
MOST_PIECES = 10_000_000  # in one movement


class Kind(TextChoices):
    """What it is."""

    POSTER = "poster", pgettext_lazy("kind of material", "Poster")
    CARD = "card", pgettext_lazy("kind of material", "Card to carry")
    LEAFLET = "leaflet", pgettext_lazy("kind of material", "Leaflet")
    SOCIAL = "social", pgettext_lazy("kind of material", "Social picture")
    BANNER = "banner", pgettext_lazy("kind of material", "Banner")
    SPOKEN = "spoken", pgettext_lazy("kind of material", "Text for radio or messenger")
    VIDEO = "video", pgettext_lazy("kind of material", "Video")


class Format(TextChoices):
    """A shape in which a template is drawn. The values are those of the sheets."""

    A3 = "a3", _("A3, 297 × 420 mm")
    A4 = "a4", _("A4, 210 × 297 mm")
    A5 = "a5", _("A5, 148 × 210 mm, two sides")
    CARD = "card", _("Wallet card, 85 × 55 mm, two sides")
    SQUARE = "square", _("Square, 1080 × 1080 dots")
    STORY = "story", _("Story, 1080 × 1920 dots")
    BANNER = "banner", _("Banner, 3 × 1 m")


FORMATS: dict[Kind, tuple[Format, ...]] = {
    Kind.POSTER: (Format.A3, Format.A4),
    Kind.CARD: (Format.CARD,),
    Kind.LEAFLET: (Format.A5,),
    Kind.SOCIAL: (Format.SQUARE, Format.STORY),
    Kind.BANNER: (Format.BANNER,),
    Kind.SPOKEN: (),
    Kind.VIDEO: (),
}
DRAWN = frozenset(kind for kind, formats in FORMATS.items() if formats)
# What is read on a screen too: made as a tagged paper.
READ = frozenset({Kind.CARD, Kind.LEAFLET})
# What lies in stock.
PRINTED = frozenset({Kind.POSTER, Kind.CARD, Kind.LEAFLET, Kind.BANNER})


class Template(TextChoices):
    """Of what it is made. Empty: of a file of one's own."""

    NUMBER = "number", pgettext_lazy("template of a poster", "The number")
    ACTION = "action", pgettext_lazy("template of a poster", "One step")
    QUESTIONS = "questions", pgettext_lazy("template of a poster", "Three questions")


class Way(TextChoices):
    """How a drawn material is given out."""

    PRINT = "print.pdf", _("PDF for printing, with bleed and crop marks")
    READ = "pdf", _("PDF for reading")
    SVG = "svg", pgettext_lazy("kind of file", "SVG")
    PNG = "png", pgettext_lazy("kind of file", "PNG")
    # Small, for pages; nobody takes it away.
    LOOK = "look.png", pgettext_lazy("kind of file", "A look")


class State(TextChoices):
    """Where a version stands."""

    DRAFT = "draft", pgettext_lazy("state of a material", "Draft")
    WAITING = "waiting", pgettext_lazy("state of a material", "Waits for approval")
    APPROVED = "approved", pgettext_lazy("state of a material", "Approved")
    REPLACED = "replaced", pgettext_lazy("state of a material", "Replaced by a newer version")
    WITHDRAWN = "withdrawn", pgettext_lazy("state of a material", "Withdrawn")


OPEN = frozenset({State.DRAFT, State.WAITING})
# Whatever was once approved was read by a second person.
ONCE_APPROVED = frozenset({State.APPROVED, State.REPLACED, State.WITHDRAWN})


class Faces(TextChoices):
    """Who can be recognised on a picture."""

    NOBODY = "nobody", _("Nobody can be recognised")
    AGREED = "agreed", _("People who were not harmed, and who agreed in writing")
    HARMED = "harmed", _("Somebody who was harmed, or it is not known")


class Deed(TextChoices):
    """What was done with a version."""

    WRITTEN = "written", pgettext_lazy("done with a material", "Written")
    SENT = "sent", pgettext_lazy("done with a material", "Sent for approval")
    APPROVED = "approved", pgettext_lazy("done with a material", "Approved")
    GIVEN_BACK = "given_back", pgettext_lazy("done with a material", "Given back")
    WITHDRAWN = "withdrawn", pgettext_lazy("done with a material", "Withdrawn")


class Move(TextChoices):
    """What happens to printed pieces."""

    PRINTED = "printed", pgettext_lazy("movement of stock", "Printed")
    SENT = "sent", pgettext_lazy("movement of stock", "Sent on")
    GIVEN = "given", pgettext_lazy("movement of stock", "Handed out")
    LOST = "lost", pgettext_lazy("movement of stock", "Lost or spoiled")
