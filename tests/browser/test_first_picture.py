"""The first picture is drawn before the smaller ones, which come by themselves where nobody calls them."""

from __future__ import annotations

from tools.browser import ready

ALL_DRAWN = """[...document.querySelectorAll(".st-key-follows svg.marks")]
  .filter(svg => svg.querySelector("text")).length === 4"""
# Notes what stands when the first of the smaller pictures is begun; without a call they would wait for ever.
NOTES = """new MutationObserver(() => {
  if (window.begun || !document.querySelector(".st-key-follows svg.marks")) return;
  window.begun = { called: document.documentElement.hasAttribute("data-first-stands"),
    first: !!document.querySelector(".st-key-first-chart svg.marks text") };
}).observe(document, { subtree: true, childList: true });
addEventListener("DOMContentLoaded", () => document.head.insertAdjacentHTML("beforeend",
  "<style>:root .st-key-follows .stVegaLiteChart { animation-duration: 300s !important }</style>"));"""
MUTE = """{ const own = Element.prototype.toggleAttribute;
  Element.prototype.toggleAttribute = function (name, ...more) {
    return name === "data-first-stands" ? false : own.call(this, name, ...more);
  } }"""


def test_the_smaller_pictures_are_begun_when_the_first_one_stands(open_app):
    page = opened_with(open_app, NOTES)
    assert page.evaluate("window.begun") == {"called": True, "first": True}


def test_the_smaller_pictures_come_without_a_call(open_app):
    page = opened_with(open_app, MUTE)
    assert not page.evaluate("document.documentElement.hasAttribute('data-first-stands')")


def test_on_paper_no_picture_waits(open_app):
    opened_with(open_app, MUTE + NOTES, media="print")


def opened_with(open_app, script, media="screen"):
    """The page opened again with a script before its own, and with all pictures drawn."""
    page = open_app(anew=True)
    page.add_init_script(script)
    page.emulate_media(media=media)
    page.reload()
    ready(page)
    page.wait_for_function(ALL_DRAWN)
    return page
