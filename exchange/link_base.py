"""Where a link leads to: whether that is an address at all, and who can reach it."""

from __future__ import annotations

import ipaddress
from typing import TypeAlias
from urllib.parse import urlsplit

from model.texts import quoted, say

Address: TypeAlias = ipaddress.IPv4Address | ipaddress.IPv6Address


def is_web_address(text: str) -> bool:
    """Whether the text is one http or https address with a host."""
    return not fault_of(text)


def fault_of(base: str) -> str:
    """What is wrong with the address of the page, and the remedy; nothing where it is good."""
    given = quoted(base[:60])
    try:
        parts = urlsplit(base)
        host = parts.hostname or ""
        _ = parts.port  # raises where it is none
    except ValueError:
        return say("link.not_an_address", given=given)
    if parts.scheme not in ("http", "https") or not _is_host(host):
        return say("link.no_host", given=given)
    if any(c.isspace() or not c.isprintable() for c in base):
        return say("link.odd_characters", given=given)
    return ""


def _is_host(host: str) -> bool:
    return _number(host) is not None or (
        bool(host) and len(host) < 254 and all(c.isalnum() or c in "-._" for c in host)
    )


def reach_in_words(base: str) -> str:
    """Who a link made at this address works for, if not for everybody; nothing where it does."""
    host = _host(base)
    number = _number(host)
    if _is_this_computer(host, number):
        return say("link.this_computer", host=host)
    if number and number.is_unspecified:
        return say("link.nowhere", host=host)
    if _is_name_of_a_network(host) if number is None else not number.is_global:
        return say("link.this_network", host=host)
    return ""


def works_elsewhere(base: str) -> bool:
    """Whether a link made at this address works on any other computer, if only in the same network."""
    if not is_web_address(base):
        return False
    host = _host(base)
    number = _number(host)
    return not (_is_this_computer(host, number) or (number is not None and number.is_unspecified))


def _host(base: str) -> str:
    return (urlsplit(base).hostname or "").rstrip(".")


def _is_this_computer(host: str, number: Address | None) -> bool:
    return host == "localhost" or host.endswith(".localhost") or (number is not None and number.is_loopback)


def _is_name_of_a_network(host: str) -> bool:
    return bool(host) and ("." not in host or host.endswith((".local", ".lan", ".internal", ".home.arpa")))


def _number(host: str) -> Address | None:
    """The address as a number, also where an IPv4 one is written as IPv6."""
    try:
        number = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return None
    mapped = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    return mapped or number
