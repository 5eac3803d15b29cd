"""A person who uses the keyboard alone, and how one sees where the focus is."""

import pytest

MOST_STOPS = 120
# What stands out when focus comes: an outline, a shadow, or another colour behind the words.
LOOK = """one => {
  const style = name => { const s = getComputedStyle(one, name);
    return [s.outlineStyle, s.outlineWidth, s.outlineColor, s.boxShadow, s.backgroundColor,
            s.borderColor, s.borderWidth].join("|"); };
  const label = one.labels && one.labels[0];
  const drawn = label ? getComputedStyle(label, "::before") : null;
  return [style(null), drawn ? drawn.boxShadow + drawn.borderWidth + drawn.outlineStyle : ""]
    .join("~"); }"""


class Keys:
    """A keyboard and nothing else."""

    def __init__(self, walker):
        self.walker, self.page = walker, walker.page

    def reach(self, selector):
        """Press Tab until the focus is there."""
        for _stop in range(MOST_STOPS):
            if self.at(selector):
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"Tab never comes to {selector}")

    def at(self, selector):
        return self.page.evaluate("s => document.activeElement.matches(s)", selector)

    def choose(self, name, value):
        """Go to a group of radios or boxes, and take one by arrows or by the space key."""
        self.reach(f"main [name='{name}']")
        place = f"[name='{name}'][value='{value}']"
        self.page.keyboard.press("Space")
        for _option in range(12):
            if self.at(place):
                break
            self.page.keyboard.press("ArrowDown")
        assert self.page.is_checked(f"main {place}")

    def type(self, name, text):
        self.reach(f"main [name='{name}']")
        self.page.keyboard.type(text)

    def press(self, selector, key="Enter"):
        """Press a link or a button that leads on."""
        self.reach(selector)
        with self.page.expect_navigation():
            self.page.keyboard.press(key)


def assert_focus_shows(page):
    """Compare how the focused place looks now and without focus, and that it is in the window."""
    place = page.evaluate_handle("document.activeElement")
    with_focus = place.evaluate(LOOK)
    box = place.evaluate("one => one.getBoundingClientRect().toJSON()")
    html = place.evaluate("one => one.outerHTML.slice(0, 120)")
    place.evaluate("one => one.blur()")
    without = place.evaluate(LOOK)
    place.evaluate("one => one.focus({preventScroll: true})")
    assert with_focus != without, f"nothing shows the focus on {html}"
    assert box["bottom"] > 0, html
    assert box["top"] < page.viewport_size["height"], html
