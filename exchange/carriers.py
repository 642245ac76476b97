"""What carries a link adds to it or does to it, and the readings that undo this.

Mail, chat, social and embedding programs add parameters, write & as &amp;, break lines, put brackets and
quotes around an address, encode it once more, or wrap it into an address of their own. Each repair gives
another reading of the same query. Which one is right the check figure of a shared link decides; without one
only those repairs are tried that cannot turn a value into another.
"""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias
from urllib.parse import parse_qsl, unquote

Pairs: TypeAlias = tuple[tuple[str, str], ...]  # the names and values of a query in their order
Repair: TypeAlias = Callable[[Pairs], Pairs]

MOST_PARTS = 1_000  # parameters of an address; every lever twice stays far below it
MOST_READINGS = 60
_MOST_WORK = 20_000  # parameters looked at in all readings; few of our links have a hundred
_DEEPEST = 4  # repairs one upon the other

_BEGINNINGS = (
    "utm_",
    "mc_",
    "_hs",
    "__hs",
    "hsa_",
    "pk_",
    "mtm_",
    "piwik_",
    "matomo_",
    "oly_",
    "vero_",
    "elq",
)
_CARRIERS = frozenset(
    [
        "fbclid",
        "gclid",
        "gbraid",
        "wbraid",
        "gclsrc",
        "dclid",
        "msclkid",
        "yclid",
        "twclid",
        "ttclid",
        "igshid",
        "igsh",
        "mibextid",
        "sfnsn",
        "li_fat_id",
        "rdt_cid",
        "epik",
        "scid",
        "wickedid",
        "mkt_tok",
        "s_cid",
        "_ga",
        "_gl",
        "_openstat",
        "trk",
        "trkcampaign",
        "hsctatracking",
        "ck_subscriber_id",
        "cmpid",
        "campaign_id",
        "_branch_match_id",
        "srsltid",
        "__cf_chl_tk",
        "sc_campaign",
        "ml_subscriber",
        "ml_subscriber_hash",
        "embed",
        "embed_options",
    ]
)
AROUND = " \t\r\n<>\"'`“”‘’„«»()[]{}|*,.;:!…"
_BEHIND = " \t\r\n<>\"'`“”‘’„«»]}|*,.;!…"
_CLOSING = {")": "(", "）": "（"}
_UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_DASHES = {ord(c): "-" for c in "\u2010\u2011\u2012\u2013\u2014\u2212"}
_LINE_BREAKS = re.compile(r"[\r\n\t]+[ \t]*")
_SOFT_LINE_BREAKS = re.compile(r"=[\r\n]+")  # as mail writes them
_ENTITY_BEFORE = re.compile(r"(?i)^(?:amp;|#38;|#x26;)+")


def is_carriers(name: str) -> bool:
    """Whether a parameter is known as one that mail, social or embedding programs add."""
    lowered = name.lower()
    return lowered in _CARRIERS or lowered.startswith(_BEGINNINGS)


def pairs_of(query: Mapping[str, list[str]]) -> Pairs:
    """The names and values of a query. What a carrier writes before a name is no part of any of ours."""
    return tuple((_ENTITY_BEFORE.sub("", k), v) for k, values in query.items() for v in values)


def readings(pairs: Pairs, *, with_figure: bool) -> Iterator[Pairs]:
    """The query as it stands, then as it may have been before it was carried, fewest repairs first.

    `with_figure`: a check figure will decide, so repairs that could change a value are tried too.
    """
    repairs = (*_HARMLESS, *_BOLD) if with_figure else _HARMLESS
    work = 0
    seen = {pairs: 0}
    waiting = [pairs]
    while waiting:
        one = waiting.pop(0)
        yield one
        for repair in repairs if seen[one] < _DEEPEST else ():
            if len(seen) >= MOST_READINGS or work > _MOST_WORK:
                break
            other = repair(one)
            work += len(other)
            if other not in seen:
                seen[other] = seen[one] + 1
                waiting.append(other)


# --- repairs that leave a value what it is ---------------------------------------------------------------


def _without_entities(pairs: Pairs) -> Pairs:
    """&amp;, &lt;, &#38; and their like, once or twice."""
    return tuple((_ENTITY_BEFORE.sub("", html.unescape(html.unescape(k))), _unescaped(v)) for k, v in pairs)


def _unescaped(value: str) -> str:
    # What stands behind an ampersand is a parameter of its own, so no value begins or ends with one.
    return html.unescape(html.unescape(value)).strip("&")


def _split_at_a_second_mark(pairs: Pairs) -> Pairs:
    """A carrier that takes no notice of the first ? writes another one before its own parameters."""
    return tuple(part for pair in pairs for part in _split_at_mark(*pair))


def _split_at_mark(name: str, value: str) -> Iterator[tuple[str, str]]:
    head, _, rest = value.partition("?")
    if "=" not in rest:
        yield name.lstrip("?"), value
        return
    yield name.lstrip("?"), head
    yield from (_parted(part) for part in re.split(r"[?&]", rest))


def _parted(part: str) -> tuple[str, str]:
    name, _, value = part.partition("=")
    return name, value


def _split_again(pairs: Pairs) -> Pairs:
    """All the parameters encoded into one name."""
    whole = "&".join(f"{k}={v}" if v else k for k, v in pairs)
    is_within = any("&" in k + v or "=" in k.rstrip("=") for k, v in pairs)
    if not is_within or whole.count("&") > MOST_PARTS:
        return pairs
    return tuple(_parted(part) for part in re.split(r"[?&]+", whole) if part.strip("="))


def _decoded_again(pairs: Pairs) -> Pairs:
    return tuple((unquote(k), unquote(v)) for k, v in pairs)


def _unbroken(pairs: Pairs) -> Pairs:
    """Without line breaks and what nobody sees."""
    return tuple((_joined(k), v if "name" in k else _joined(v)) for k, v in pairs)


def _joined(text: str) -> str:
    return _LINE_BREAKS.sub("", text).translate(_UNSEEN)


def _bare_ends(pairs: Pairs) -> Pairs:
    """Without the brackets, quotes and full stops around an address, which hang on its last value."""
    return tuple((k.lstrip(AROUND + "?&").rstrip(), v if "name" in k else bare(v)) for k, v in pairs)


def bare(value: str) -> str:
    """A value without what hangs on the end of an address in a sentence."""
    before = ""
    while value != before:
        before = value
        value = value.rstrip(_BEHIND)
        for closing, opening in _CLOSING.items():  # (520) is a number; 520) is not
            if value.endswith(closing) and value.count(closing) > value.count(opening):
                value = value[:-1]
    return value


# --- repairs that only a check figure can vouch for ------------------------------------------------------


def _unwrapped(pairs: Pairs) -> Pairs:
    """The address within an address, as programs that check links write it."""
    inner = next((v for _, v in pairs if "://" in v and "?" in v), None)
    if inner is None:
        return pairs
    query = inner.partition("?")[2].partition("#")[0]
    return tuple(parse_qsl(query, keep_blank_values=True)) if query.count("&") < MOST_PARTS else pairs


def _names_on_a_line(pairs: Pairs) -> Pairs:
    """The name of a school is free text: that something hangs on it only the check figure can say."""
    return tuple((k, bare(_joined(v)) if "name" in k else v) for k, v in pairs)


def _without_blanks(pairs: Pairs) -> Pairs:
    return tuple(("".join(k.split()), "".join(v.split())) for k, v in pairs)


def _names_without_blanks(pairs: Pairs) -> Pairs:
    """Blanks belong to the name of a school and to no other value."""
    return tuple(("".join(k.split()), v if "name" in k else "".join(v.split())) for k, v in pairs)


def _in_plain_characters(pairs: Pairs) -> Pairs:
    """Dashes for minus signs, wide digits and other forms that a word processor puts in."""
    return tuple((_plain(k), _plain(v)) for k, v in pairs)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).translate(_DASHES)


def _mail_encoded(pairs: Pairs) -> Pairs:
    """= written as =3D."""
    return tuple((k, v.removeprefix("3D")) for k, v in pairs)


def _in_small_letters(pairs: Pairs) -> Pairs:
    return tuple((k.lower(), v if "name" in k.lower() else v.lower()) for k, v in pairs)


_HARMLESS: tuple[Repair, ...] = (
    _bare_ends,
    _without_entities,
    _split_at_a_second_mark,
    _split_again,
    _decoded_again,
    _unbroken,
)
_BOLD: tuple[Repair, ...] = (
    _unwrapped,
    _names_on_a_line,
    _names_without_blanks,
    _without_blanks,
    _in_plain_characters,
    _mail_encoded,
    _in_small_letters,
)


# --- a link in a text ------------------------------------------------------------------------------------

_WEB = re.compile(r"(?i)https?://")


def queries_in(text: str) -> Iterator[str]:
    """The queries that a text with a link may hold: as it stands, then of each address named in it."""
    whole = text.strip()
    found: Iterable[str] = (whole, *(a for a in _addresses(whole) if a != whole))
    marked = (a if "?" in a else _with_its_mark(a) for a in found if "=" in a or "?" in a)
    yield from dict.fromkeys(query for a in marked for query in _queries(a))


def _addresses(text: str) -> Iterator[str]:
    starts = [m.start() for m in _WEB.finditer(text)][:5]
    for start in starts:
        one = text[start:]
        yield re.split(r"[\s<>\"]", one, maxsplit=1)[0]
        yield re.split(r"\n\s*\n|[<>\"]", one, maxsplit=1)[0]  # broken over lines, to the next empty one


def _with_its_mark(address: str) -> str:
    """An address that has lost its ?, with one where the parameters begin."""
    begins = address.partition("=")[0].rfind("/") + 1
    return f"{address[:begins]}?{address[begins:]}"


def _queries(address: str) -> Iterator[str]:
    # A line break is none of ours. An entity such as &#38; does not begin a place within the page.
    for whole in (address, _SOFT_LINE_BREAKS.sub("", address)):
        yield re.split(r"#(?!x?[0-9a-f]+;)", _LINE_BREAKS.sub("", whole).partition("?")[2], maxsplit=1)[0]
