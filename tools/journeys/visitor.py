"""A reader of the page without a browser, at Streamlit's own runtime: keeps what a browser would keep."""

from __future__ import annotations

import asyncio
import json
import time
from fnmatch import fnmatchcase
from typing import Any

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.Common_pb2 import UploadedFileInfo
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from streamlit.runtime import Runtime
from streamlit.runtime.forward_msg_queue import ForwardMsgQueue
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager
from streamlit.runtime.session_manager import SessionClient
from streamlit.runtime.uploaded_file_manager import UploadedFileRec

from tools.journeys.widgets import Widget, standing, used, widget_of

PATIENCE = 120  # seconds: longer than any run
ADDRESS = "http://127.0.0.1:8501/"


class _Deaf(SessionClient):
    """The server's connection to the browser. Messages are recorded before they get here and are merged."""

    def write_forward_msg(self, msg: ForwardMsg) -> None:
        pass

    @property
    def client_context(self) -> None:
        return None


class Visitor:
    """One reader in one tab."""

    def __init__(
        self, runtime: Runtime, media: MemoryMediaFileStorage, uploads: MemoryUploadedFileManager
    ) -> None:
        self._runtime, self._media, self._uploads = runtime, media, uploads
        self.sent: list[ForwardMsg] = []
        self.query = ""
        self.dark = False
        self._page = ""
        self._pages: dict[str, str] = {}
        self._widgets: dict[str, Widget] = {}
        self._states: dict[str, WidgetState] = {}
        self._files: dict[str, bytes] = {}
        self._ended = 0
        ForwardMsgQueue.on_before_enqueue_msg(self._take)
        self._session = runtime.connect_session(_Deaf(), {})

    def close(self) -> None:
        self._runtime.close_session(self._session)
        ForwardMsgQueue.on_before_enqueue_msg(None)

    # --- messages ----------------------------------------------------------------------------------------

    def _take(self, message: ForwardMsg) -> None:
        copy = ForwardMsg()
        copy.CopyFrom(message)  # the queue goes on to merge it with others
        self.sent.append(copy)
        match copy.WhichOneof("type"):
            case "new_session":
                new = copy.new_session
                self._page = new.page_script_hash
                parts = set(copy.metadata.run.fragment_ids)
                self._widgets = {k: w for k, w in self._widgets.items() if parts and w.fragment not in parts}
            case "navigation":
                self._pages = {p.url_pathname: p.page_script_hash for p in copy.navigation.app_pages}
                self._page = copy.navigation.page_script_hash or self._page
            case "page_info_changed":
                self.query = copy.page_info_changed.query_string
            case "delta":
                self._put(widget_of(copy))
            case "script_finished":
                if copy.script_finished == ForwardMsg.FINISHED_SUCCESSFULLY:
                    # A browser forgets what was typed into a widget that is no longer there.
                    self._states = {k: s for k, s in self._states.items() if k in self._widgets}
                self._ended += copy.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN

    def _put(self, widget: Widget | None) -> None:
        if widget is None:
            return
        self._widgets[widget.id] = widget
        if widget.id not in self._states or getattr(widget.proto, "set_value", False):
            state = standing(widget)
            self._states.pop(widget.id, None)
            if state is not None:
                self._states[widget.id] = state

    # --- actions -----------------------------------------------------------------------------------------

    def find(self, key: str) -> Widget:
        """The widget of a key, or of "label:" and its label.

        A star stands for anything, "#2" at the end takes the second.
        """
        key, _, place = key.partition("#")
        if key.startswith("label:"):
            found = [w for w in self._widgets.values() if w.label == key[6:]]
        else:
            found = [w for w in self._widgets.values() if fnmatchcase(w.key, key)]
        if not found or (len(found) > 1 and not place):
            there = sorted(w.key for w in self._widgets.values())
            raise LookupError(f"{len(found)} widgets {key!r} on the page, which has {there}")
        widget = found[int(place or 1) - 1]
        if getattr(widget.proto, "disabled", False):
            raise LookupError(f"{key!r} cannot be used now")
        return widget

    async def _run(self, *triggers: WidgetState, fragment: str = "", states: bool = True) -> None:
        """Have the page run, and wait until nothing runs any more."""
        asked = BackMsg()
        run = asked.rerun_script
        run.query_string, run.page_script_hash, run.fragment_id = self.query, self._page, fragment
        run.context_info.timezone, run.context_info.locale = "America/Chicago", "en-US"
        run.context_info.timezone_offset = 360
        run.context_info.url = ADDRESS
        run.context_info.color_scheme = "dark" if self.dark else "light"
        if states:
            run.widget_states.widgets.extend(self._states.values())
        run.widget_states.widgets.extend(triggers)
        ended = self._ended
        self._runtime.handle_backmsg(self._session, asked)
        await self._until(lambda: self._ended > ended)
        session: Any = self._runtime.get_app_session(self._session)
        # A run is reported as ended a moment before its thread is done; the next move must come later.
        await self._until(lambda: session._scriptrunner is None)  # noqa: SLF001  # no public way to know

    async def _until(self, is_so: Any) -> None:
        late = time.monotonic() + PATIENCE
        while not is_so():
            if time.monotonic() > late:
                raise TimeoutError("The page did not come to an end.")
            await asyncio.sleep(0.002)

    async def open(self, query: str) -> None:
        self.query = query
        await self._run()

    async def address(self, query: str) -> None:
        """Another address of the page, as by the Back button or by hand."""
        self.query = query
        await self._run()

    async def page(self, path: str) -> None:
        """Another page, by the links above; that empties the address."""
        self.query, self._page = "", self._pages[path]
        await self._run()

    async def click(self, key: str) -> None:
        """A button, or the cross of a dialog. The button of a form sends its fields along."""
        widget = self.find(key)
        await self._run(WidgetState(id=widget.id, trigger_value=True), fragment=widget.fragment)

    async def set(self, key: str, value: Any) -> None:
        """A field of a form only keeps what is typed; any other widget has the page run."""
        widget = self.find(key)
        self._states[widget.id] = used(widget, value)
        if not widget.form:
            await self._run(fragment=widget.fragment)

    async def tell(self, key: str, event: str, value: Any) -> None:
        """What a script of the page's own tells, as by a press on a number."""
        widget = self.find(key)
        told = json.dumps([{"event": event, "value": value}])
        trigger = WidgetState(id=f"$$STREAMLIT_INTERNAL_KEY_{widget.id}__events", json_trigger_value=told)
        await self._run(trigger, fragment=widget.fragment)

    async def download(self, key: str) -> bytes:
        """The file of a button that makes it when it is pressed."""
        widget = self.find(key)
        asked = BackMsg()
        asked.backend_operation_request.request_id = "file"
        asked.backend_operation_request.session_id = self._session
        asked.backend_operation_request.deferred_file.file_id = widget.proto.deferred_file_id
        before = len(self.sent)
        self._runtime.handle_backmsg(self._session, asked)
        await self._until(lambda: any(m.HasField("backend_operation_response") for m in self.sent[before:]))
        answer = next(m for m in self.sent[before:] if m.HasField("backend_operation_response"))
        url = answer.backend_operation_response.deferred_file.url
        content = self._media.get_file(url.rpartition("/")[2]).content
        self._files[key] = content
        return content

    async def upload(self, key: str, downloaded: str) -> None:
        """Bring a file back that was downloaded before."""
        widget, content = self.find(key), self._files[downloaded]
        file = UploadedFileRec("file-1", "plan.json", "application/json", content)
        self._uploads.add_file(self._session, file)
        (urls,) = self._uploads.get_upload_urls(self._session, ["plan.json"])
        info = UploadedFileInfo(name=file.name, size=len(content), file_id=file.file_id)
        info.file_urls.file_id, info.file_urls.upload_url = file.file_id, urls.upload_url
        state = WidgetState(id=widget.id)
        state.file_uploader_state_value.uploaded_file_info.append(info)
        self._states[widget.id] = state
        await self._run(fragment=widget.fragment)
