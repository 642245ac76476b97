"""A share link: the whole plan in one address, short enough for a QR code, with a stamp of its making."""

from __future__ import annotations

from io import BytesIO
from urllib.parse import parse_qs, quote, urlencode, urlsplit, urlunsplit

from exchange import address, carriers, showing, stamp
from exchange.address import Opened
from exchange.carriers import Pairs
from exchange.link_base import is_web_address
from exchange.showing import Showing
from model.plan.plan import Plan, from_preset
from model.refused import Refused
from model.texts import quoted, say
from model.units import money

_MASK = 2
LONGEST = 2_000  # characters; some mail programs cut longer links, and phones cannot read their code


class LinkTooLong(Refused):
    """A plan that no link can hold. The message says so and names the remedy."""

    def __init__(self, length: int) -> None:
        self.length = length
        super().__init__(say("link.too_long", length=f"{length:,}", most=f"{LONGEST:,}"))


def address_of(plan: Plan, base_url: str, shown: Showing = showing.USUAL) -> str:
    """The link that opens the plan at `base_url`, such as http://127.0.0.1:8501/. Raises `LinkTooLong`."""
    query = stamp.write(address.write(plan), plan.now) | showing.write(shown)
    scheme, host, path, _, _ = urlsplit(base_url)
    link = urlunsplit((scheme, host, path or "/", urlencode(query, safe=",", quote_via=quote), ""))
    if len(link) > LONGEST:
        raise LinkTooLong(len(link))
    return link


def opened(link: str, otherwise: str = "us_elementary") -> Opened:
    """What a link gives, or a text with a link in it, as the page reads it.

    It never raises: its faults are among the problems.
    """
    if len(link) > address.LONGEST:
        return address.too_long(len(link), 0, otherwise)
    queries: list[Pairs] = []
    for query in carriers.queries_in(link):
        if query.count("&") >= carriers.MOST_PARTS:
            return address.too_long(0, query.count("&") + 1, otherwise)
        queries.append(carriers.pairs_of(parse_qs(query, keep_blank_values=True)))
    if queries:
        return address.read_one_of(queries, otherwise)
    bare = link.strip()
    said = () if not bare or is_web_address(bare) else (say("link.no_link", given=quoted(bare[:60])),)
    return Opened(from_preset(otherwise), said)


def moved_in_words(found: Opened) -> str:
    """What to tell the reader of a link whose plan now comes to something else; nothing when it does not."""
    if found.moved is None:
        return ""
    old, new = found.moved
    results = {"old": money(old), "new": money(new)}
    return say("link.moved", made_with=found.made_with, here=stamp.HERE, **results)


def qr_svg(text: str) -> str:
    """A QR code of the text as an SVG image that fills its place: dark on white, with the border it needs."""
    # Loaded here: opening the page must not wait for it.
    import segno

    # To weigh all eight masks costs more than half of the code. For our links this one weighs at most some
    # 6% more than the best of them, and 2% in the mean.
    code = segno.make_qr(text, error="l", mask=_MASK)
    # With its namespace, without which neither a file nor an image of it is drawn.
    drawn = BytesIO()
    code.save(
        drawn,
        kind="svg",
        border=4,
        dark="#000",
        light="#fff",
        omitsize=True,
        xmldecl=False,
        nl=False,
        title=say("link.code"),
    )
    return drawn.getvalue().decode()
