"""A visitor without a browser: uses the app's WebSocket as the page's own script does, and moves levers."""

from __future__ import annotations

import asyncio
import json
import random
import struct
import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.Slider_pb2 import Slider

from tools.browser import QUERY

PATIENCE = 60  # seconds: longer than any run; a script that never ends must not hang the program
STAY = 5  # moves of one lever before another is touched
LIVE = "school_live"
EARLY = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN


@dataclass
class Taken:
    """Milliseconds and bytes of all answers."""

    opened: list[float] = field(default_factory=list)
    moves: list[float] = field(default_factory=list)
    touches: list[float] = field(default_factory=list)
    move_kb: list[float] = field(default_factory=list)
    touch_kb: list[float] = field(default_factory=list)
    messages: list[float] = field(default_factory=list)
    failed: int = 0


class Session:
    """One visitor. Keeps what a page keeps: widgets, address, and messages that need not be sent again."""

    def __init__(self, socket: websockets.ClientConnection, seed: int) -> None:
        self._socket = socket
        self._draw = random.Random(seed)
        self._sliders: dict[str, Slider] = {}
        self._at: dict[str, float] = {}
        self._page, self._query = "", QUERY
        self._kept: set[str] = set()
        self._live = self._fragment = ""
        self._signature = 0
        self._lever = ""
        self.bytes = 0
        self.received: list[ForwardMsg] = []

    def _note(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable:
            self._kept.add(message.hash)
        if message.HasField("new_session"):
            self._page = message.new_session.page_script_hash
        if message.HasField("page_info_changed"):
            self._query = message.page_info_changed.query_string
        element = message.delta.new_element
        match element.WhichOneof("type"):
            case "slider":
                self._sliders[element.slider.id] = element.slider
                shown = element.slider.value if element.slider.set_value else element.slider.default
                if element.slider.set_value or element.slider.id not in self._at:
                    self._at[element.slider.id] = shown[0]
            case "bidi_component" if element.bidi_component.component_name == LIVE:
                self._live, self._fragment = element.bidi_component.id, message.delta.fragment_id
                data = element.bidi_component.bytes
                (length,) = struct.unpack_from("<I", data)
                self._signature = json.loads(data[4 : 4 + length])["signature"]

    async def _ask(self, message: BackMsg) -> float:
        """Send, and wait for the end of the run. Milliseconds."""
        run = message.rerun_script
        run.query_string, run.page_script_hash = self._query, self._page
        run.cached_message_hashes.extend(self._kept)
        for widget, value in self._at.items():
            state = run.widget_states.widgets.add()
            state.id = widget
            state.double_array_value.data.append(value)
        if self._live:
            state = run.widget_states.widgets.add()
            state.id, state.json_value = self._live, "{}"
        self.bytes, self.received = 0, []
        began = time.perf_counter()
        await self._socket.send(message.SerializeToString())
        while True:
            raw = await asyncio.wait_for(self._socket.recv(), PATIENCE)
            answer = ForwardMsg.FromString(raw)
            self.bytes += len(raw)
            self.received.append(answer)
            self._note(answer)
            # A run of parts is asked for by a run of the page that ends as soon as it has taken the move.
            if answer.WhichOneof("type") == "script_finished" and answer.script_finished != EARLY:
                return 1000 * (time.perf_counter() - began)

    async def open(self) -> float:
        return await self._ask(BackMsg())

    async def touch(self, lever: str = "") -> float | None:
        """Choose a lever, or take this one; where the page has the live layer, ask for its table."""
        named = [x for x in self._sliders if x.endswith(f"lever-{lever}")]
        self._lever = named[0] if lever else self._draw.choice(list(self._sliders))
        if not self._live:
            return None
        message = BackMsg()
        message.rerun_script.fragment_id = self._fragment
        state = message.rerun_script.widget_states.widgets.add()
        state.id = f"$$STREAMLIT_INTERNAL_KEY_{self._live}__events"
        touch = {"lever": self._lever.rpartition("lever-")[2], "of": self._signature, "follows": True}
        state.json_trigger_value = json.dumps([{"event": "touch", "value": touch}])
        return await self._ask(message)

    async def move(self, steps: int | None = None) -> float:
        """The lever so many steps on, or else one step on or back; from its end back to where it began."""
        slider = self._sliders[self._lever]
        value = self._at[self._lever] + slider.step * (steps or self._draw.choice((-1, 1)))
        if not slider.min <= value <= slider.max:
            value = slider.default[0]
        self._at[self._lever] = value
        return await self._ask(BackMsg())


async def visitor(
    url: str, number: int, every: float, until: asyncio.Event, taken: Taken, machine: str | None = None
) -> None:
    """Open the page and move a lever again and again until `until` is set.

    `machine` is an address of this machine to connect from, if given.
    """
    async with websockets.connect(
        f"ws://{urlsplit(url).netloc}/_stcore/stream",
        subprotocols=[websockets.Subprotocol("streamlit")],
        origin=websockets.Origin(url),
        max_size=None,
        local_addr=None if machine is None else (machine, 0),
        proxy=None,
    ) as socket:
        session = Session(socket, number)
        taken.opened.append(await session.open())
        due, count = time.perf_counter() + every * (number % 40) / 40, 0
        while not until.is_set():
            due += every
            # A browser sends a move when it happens: moves that come too late are skipped, not made up for.
            due = max(due, time.perf_counter())
            await asyncio.sleep(due - time.perf_counter())
            if count % STAY == 0 and (spent := await session.touch()) is not None:
                taken.touches.append(spent)
                taken.touch_kb.append(session.bytes / 1000)
            count += 1
            taken.moves.append(await session.move())
            taken.move_kb.append(session.bytes / 1000)
            taken.messages.append(len(session.received))
