"""Where a link leads: what is no address of the web is refused, and who can open a link is said."""

from __future__ import annotations

import pytest

from commands.exchange_program import main
from exchange.link_base import fault_of, reach_in_words
from model.texts import quoted, say
from tests.first_versions import first_version
from tests.looped import looped
from tools.saying import says

GIVEN = ["link", "--preset", first_version("us_elementary")]


@looped(
    "base",
    [
        "http://[",
        "javascript:alert(1)",
        "data:text/html,x",
        "ftp://a.example/",
        "//a.example/",
        "a.example",
        "",
        "http://",
        "http:///plans",
        "https://:8501/",
        "http://a b.example/",
        "http://a.example/x y",
        "http://a.example:99999/",
        "http://a.example:port/",
        "http://<b>/",
        "http://a.example/\x1b[31m",
        "file:///etc/passwd",
    ],
)
def test_what_is_no_web_address_is_refused_in_one_sentence(base):
    """It names what was given and an address that would do."""
    said = fault_of(base)
    keys = ("link.not_an_address", "link.no_host", "link.odd_characters")
    assert said in [say(key, given=quoted(base[:60])) for key in keys]


@pytest.mark.parametrize("base", ["http://[", "javascript:alert(1)", "", "http://a.example:port/"])
def test_the_command_refuses_it_too(base, capsys):
    """Exit status 2, one line, nothing on standard output."""
    assert main([*GIVEN, "--base", base]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err == f"--base: {fault_of(base)}\n"


def test_a_bad_base_and_a_bad_value_are_told_together(capsys):
    """Everything that is wrong is told at once."""
    assert main([*GIVEN, "--set", "enrollment_year1=many", "--base", "http://["]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 2


@looped(
    ("base", "where"),
    [
        ("http://127.0.0.1:8501/", "link.this_computer"),
        ("http://127.4.0.1/", "link.this_computer"),
        ("http://localhost:8501/x", "link.this_computer"),
        ("http://LOCALHOST./", "link.this_computer"),
        ("http://app.localhost/", "link.this_computer"),
        ("http://[::1]:8501/", "link.this_computer"),
        ("http://[::ffff:127.0.0.1]/", "link.this_computer"),
        ("http://0.0.0.0:8501/", "link.nowhere"),
        ("http://10.0.0.7:8501/", "link.this_network"),
        ("http://192.168.1.20/", "link.this_network"),
        ("http://172.16.5.5/", "link.this_network"),
        ("http://169.254.3.4/", "link.this_network"),
        ("http://100.64.1.1/", "link.this_network"),
        ("http://[fe80::1]/", "link.this_network"),
        ("http://[fd12:3456::1]/", "link.this_network"),
        ("http://office-pc:8501/", "link.this_network"),
        ("http://school.local/", "link.this_network"),
        ("https://explorer.example.org/", ""),
        ("http://8.8.8.8/", ""),
        ("http://[2001:4860:4860::8888]/", ""),
        ("http://172.32.0.1/", ""),
        ("https://localhost.example.org/", ""),
    ],
)
def test_who_a_link_works_for_is_said(base, where):
    """This computer, this network, or everybody, of whom nothing is said."""
    assert not fault_of(base)
    said = reach_in_words(base)
    assert says(where).fullmatch(said) if where else (said == "")


def test_the_command_remarks_it(capsys):
    """Beside the link, which stays alone on standard output."""
    assert main(GIVEN) == 0
    out, err = capsys.readouterr()
    assert out.startswith("http://127.0.0.1:8501/?c=")
    assert say("link.this_computer", host="127.0.0.1") in err
    assert main([*GIVEN, "--base", "https://explorer.example.org/"]) == 0
    assert capsys.readouterr().err == ""
