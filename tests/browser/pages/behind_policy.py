"""The app as a proxy that follows the documentation sends it: with its Content-Security-Policy."""

from collections.abc import Awaitable, Callable
from typing import Any

import streamlit as st
from starlette.middleware import Middleware

from tools.browser import ROOT
from tools.page_policy import policy

HEADER = (b"content-security-policy", policy().encode())


class WithPolicy:
    """Adds the header to every answer; web sockets pass untouched."""

    def __init__(self, app: Callable[..., Awaitable[None]]) -> None:
        self.app = app

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        async def answered(message: dict[str, Any]) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message["headers"], HEADER]}
            await send(message)

        await self.app(scope, receive, answered if scope["type"] == "http" else send)


app = st.App(ROOT / "app.py", middleware=[Middleware(WithPolicy)])
