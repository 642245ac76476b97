"""Two hundred connections that say nothing, or half a request, hold nobody's page."""

from __future__ import annotations

import contextlib
import socket
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest

from tests.browser.look import press
from tools.browser import serve

HALF = b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Half: "
UPGRADE = (
    b"GET /_stcore/stream HTTP/1.1\r\nHost: %s\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\nOrigin: http://%s\r\n\r\n"
)


@pytest.mark.alone
def test_the_page_answers_beside_two_hundred_mute_sockets(open_app):
    """A hundred half requests, a hundred open lines that ask for nothing, and an upload nobody asked for."""
    with serve() as url, contextlib.ExitStack() as stack:
        place = urlsplit(url)
        lines = [
            stack.enter_context(socket.create_connection((place.hostname, place.port), timeout=5))
            for _ in range(200)
        ]
        host = place.netloc.encode()
        for n, line in enumerate(lines):
            line.sendall(HALF if n % 2 else UPGRADE % (host, host))
        assert all(line.recv(12) == b"HTTP/1.1 101" for line in lines[::2])
        page = open_app(url)
        press(page, "Teacher leaders")
        assert "teacher_leaders=4.5" in page.url
        upload = urllib.request.Request(f"{url}/_stcore/upload_file/nobody/1", data=b"x", method="PUT")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.build_opener(urllib.request.ProxyHandler({})).open(upload, timeout=5)
        assert refused.value.code in (400, 403)
        refused.value.close()
