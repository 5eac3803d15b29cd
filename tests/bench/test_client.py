"""The small browser of the benchmarks: forms, cookies, and what a page makes a browser fetch."""

import first_view
import pytest
from harness.client import Browser, hidden_fields

PAGE = """
<form action="/demo/osh/" method="post"><input type="hidden" name="key" value="1"></form>
<form action="/demo/line/" method="post">
  <input type="hidden" name="key" value="2"><input name="shown" value="3"><input type="hidden" name="empty">
</form>
"""


def test_hidden_fields_are_those_of_one_form():
    assert hidden_fields(PAGE, "/demo/line/") == {"key": "2", "empty": ""}


def test_a_missing_form_is_named():
    with pytest.raises(LookupError, match="/demo/clinic/"):
        hidden_fields(PAGE, "/demo/clinic/")


def test_cookies_are_kept_renewed_and_thrown_away():
    browser = Browser(1)
    browser._keep(["sessionid=a; Path=/; HttpOnly", "korgoo_key=x:y; Max-Age=900"])
    browser._keep(["korgoo_key=x:z; Max-Age=900"])
    assert browser.cookies == {"sessionid": "a", "korgoo_key": "x:z"}
    browser._keep(['korgoo_key=""; Max-Age=0'])
    assert browser.cookies == {"sessionid": "a"}


def test_a_page_loads_styles_scripts_and_pictures_but_no_links():
    page = (
        '<link rel="stylesheet" href="/static/a.css"><link rel="alternate" href="/static/b">'
        '<link rel="icon" href="data:image/svg+xml,x"><script src="/static/c.js"></script>'
        '<a href="/static/d.html">d</a><img src="/static/e.png">'
    )
    assert first_view.named_in_page(page) == ["/static/a.css", "/static/c.js", "/static/e.png"]


def test_a_style_names_files_beside_it():
    style = '@font-face{src:url("f.woff2")}i{background:url(/static/g.png)}b{src:url(data:x)}'
    found = first_view.named_in_style(style, "/static/korgoo/k.css")
    assert found == ["/static/korgoo/f.woff2", "/static/g.png"]


def test_the_hash_in_a_name_is_left_out():
    assert first_view.kind("/static/korgoo/golos-400.0123456789ab.woff2") == "golos-400.woff2"
