"""A visitor who sends the dearest inputs: large files, the longest address, searches, what a browser kept.

Each is sent as the page would send it, and only to this machine's own server.
"""

from __future__ import annotations

import asyncio
import json
import urllib.request
from collections.abc import Awaitable, Callable, Mapping
from urllib.parse import urlencode

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from benchmarks.session import PATIENCE, Session
from exchange import address, files
from exchange.files import Filed
from exchange.files.limits import MOST_BYTES, MOST_PLANS
from model.evidence import LEVERS
from model.plan.plan import Plan, from_preset
from model.texts import say
from views.places import KEY, PLACE_OF
from views.share.opening import BROUGHT

SHELF, NOTES = "school_shelf", "school_notebook"
XSRF = "_streamlit_xsrf"


def fullest_plan() -> Plan:
    """A plan with five numbers in every setting that takes them: the largest that a file holds."""
    plan = from_preset("us_elementary")
    yearly = [k for k, x in LEVERS.items() if x.per_year and not x.is_choice]
    return plan.changed({k: (plan.now.number(k),) * 5 for k in yearly})


def good_file() -> bytes:
    """As many full plans as fit into one file."""
    one = Filed(fullest_plan())
    count = min(MOST_PLANS, MOST_BYTES // (len(files.write([one])) + 1))
    return files.write([Filed(one.plan.named(f"Plan {n}")) for n in range(count)])


def hostile_file() -> bytes:
    """200 plans, each with a hundred settings that are not there: some 600 kB."""
    written = json.loads(files.write([Filed(from_preset("us_elementary"))]))
    plan = {**written["plans"][0], "now": {f"enrolment_year_{n:03}": n for n in range(100)}, "start": {}}
    return json.dumps({**written, "plans": [plan] * MOST_PLANS}, separators=(",", ":")).encode()


def longest_address() -> str:
    """An address just as long as one may be, of names that are almost right."""
    query: dict[str, str] = {"from": "us_elementary.1"}
    size = sum(len(k) + len(v) for k, v in query.items())
    for n in range(10_000):
        name = f"teacher_leader{n}"
        if size + len(name) + 1 > address.LONGEST:
            break
        query[name], size = "1", size + len(name) + 1
    return urlencode(query)


class Doors(Session):
    """One visitor with every door of the page open before him."""

    def __init__(self, socket: websockets.ClientConnection, url: str) -> None:
        super().__init__(socket, 0)
        self._url, self._socket = url, socket
        self._ids: dict[str, str] = {}
        self._part = "curves"
        self._session = ""
        self._file = BackMsg()

    def _note(self, message: ForwardMsg) -> None:
        super()._note(message)
        if message.HasField("new_session"):
            self._session = message.new_session.initialize.session_id
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "bidi_component":
                self._ids[element.bidi_component.component_name] = element.bidi_component.id
            case "button_group":
                self._ids[element.button_group.id.split("-", 2)[-1]] = element.button_group.id
            case "file_uploader":
                self._ids[BROUGHT] = element.file_uploader.id

    def _message(self) -> BackMsg:
        message = BackMsg()
        place = PLACE_OF[self._part]
        part = next(p for p in place.parts if p.key == self._part)
        for widget, label in ((KEY, place.label), (place.widget, part.label)):
            if widget in self._ids:
                state = message.rerun_script.widget_states.widgets.add()
                state.id = self._ids[widget]
                state.string_array_value.data.append(say(label))
        return message

    async def part(self, key: str) -> float:
        """Open a part, after another: it is worked out anew. Its place comes first, with its first part."""
        self._part = "judged"
        await self._ask(self._message())
        self._part = key
        if PLACE_OF[key].widget not in self._ids:
            await self._ask(self._message())
        return await self._ask(self._message())

    async def at(self, query: str) -> float:
        """Go to an address."""
        self._query = query
        return await self._ask(self._message())

    async def told(self, component: str, event: str, value: object) -> float:
        """What a script of ours would report."""
        message = self._message()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{self._ids[component]}__events"
        state.json_trigger_value = json.dumps([{"event": event, "value": value}])
        return await self._ask(message)

    async def brought(self, content: bytes) -> float:
        """Upload a plan file."""
        request = BackMsg()
        request.file_urls_request.request_id = "1"
        request.file_urls_request.file_names.append("plans.json")
        request.file_urls_request.session_id = self._session
        await self._socket.send(request.SerializeToString())
        while True:
            answer = ForwardMsg.FromString(await asyncio.wait_for(self._socket.recv(), PATIENCE))
            if answer.HasField("file_urls_response"):
                break
        place = answer.file_urls_response.file_urls[0]
        await asyncio.to_thread(_put, self._url, place.upload_url, content)
        message = self._message()
        state = message.rerun_script.widget_states.widgets.add()
        state.id = self._ids[BROUGHT]
        file = state.file_uploader_state_value.uploaded_file_info.add()
        file.name, file.size, file.file_id = "plans.json", len(content), place.file_id
        file.file_urls.CopyFrom(place)
        return await self._ask(message)

    def all(self) -> Mapping[str, tuple[str, Callable[[], Awaitable[float]]]]:
        """By name: the part in which it is sent, and how."""
        good, hostile, longest = good_file(), hostile_file(), longest_address()
        plan = files.write([Filed(fullest_plan())]).decode()
        shelf = {f"{n:016x}": plan for n in range(1, 25)}
        spoiled = {f"{n:016x}": hostile.decode()[:199_000] for n in range(1, 13)}
        notes = {"notebooks": {f"{n:012x}": "{" * 99_000 for n in range(12)}, "open": ""}
        return {
            "largest good file": ("open", lambda: self.brought(good)),
            f"hostile file of {len(hostile) // 1000} kB": ("open", lambda: self.brought(hostile)),
            "longest address": ("judged", lambda: self.at(longest)),
            "24 kept plans": ("plans", lambda: self.told(SHELF, "found", shelf)),
            "12 spoiled kept plans": ("plans", lambda: self.told(SHELF, "found", spoiled)),
            "spoiled notes": ("plans", lambda: self.told(NOTES, "found", notes)),
            "a touch of nonsense": ("judged", lambda: self.told("school_live", "touch", {"lever": []})),
            "search for ways to the goal": ("judged", lambda: self.part("ways")),
            "risk": ("judged", lambda: self.part("risk")),
            "all lines": ("judged", lambda: self.part("lines")),
        }


def _put(url: str, place: str, content: bytes) -> None:
    """Upload as the page does, with the cookie that the server gave it."""
    ask = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with ask.open(f"{url}/_stcore/health") as answer:
        cookies = "; ".join(c.split(";")[0] for c in answer.headers.get_all("Set-Cookie") or ())
    token = dict(c.split("=", 1) for c in cookies.split("; ") if "=" in c).get(XSRF, "")
    edge = "edge-of-the-file"
    body = (
        (
            f'--{edge}\r\nContent-Disposition: form-data; name="file"; filename="plans.json"\r\n'
            f"Content-Type: application/json\r\n\r\n"
        ).encode()
        + content
        + f"\r\n--{edge}--\r\n".encode()
    )
    headers = {
        "Content-Type": f"multipart/form-data; boundary={edge}",
        "Cookie": cookies,
        "X-Xsrftoken": token,
    }
    request = urllib.request.Request(f"{url}{place}", data=body, headers=headers, method="PUT")
    ask.open(request).close()
