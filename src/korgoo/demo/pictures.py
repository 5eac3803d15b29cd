"""Pictures for the demonstration. They show words that say themselves that they are invented."""

import io

from PIL import Image, ImageDraw

from korgoo.lib import uploads

SIZE, PAPER, INK, LETTERS = (540, 360), "#fdf6e3", "#0d3b40", 28


def of_words(words: str) -> uploads.Paper:
    """Draw words, in Latin letters, as a photograph of a sheet would show them."""
    page = Image.new("RGB", SIZE, PAPER)
    ImageDraw.Draw(page).multiline_text((24, 24), words, fill=INK, font_size=LETTERS)
    out = io.BytesIO()
    page.save(out, "PNG")
    return uploads.clean(out.getvalue())
