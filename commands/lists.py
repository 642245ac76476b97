"""A list of plans at the command line: read, worked out and written block by block, in the order of its rows.

Good rows come out, bad ones are named. What there is to know is told on standard error. Ctrl-C ends the file
after a whole block, so it can be opened, and says which rows are missing.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import sys
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any

from commands import streams
from commands.named_files import LIST, is_standard_output, opened, written
from commands.progress import Progress
from commands.refusals import CannotUse, print_remark
from exchange.list_text import ListRefused
from exchange.long_lists import printed, sinks
from exchange.long_lists.asked import block_of, schema_of
from exchange.long_lists.source import Block, Source, fault_of
from exchange.long_lists.source import opened as list_in
from exchange.long_lists.telling import Telling
from exchange.long_lists.work import Task, worked_out
from model.forms import CSV, JSON, PARQUET
from model.spread import carrier, in_order
from model.texts import language, quoted, say

WRONG_INPUT, STOPPED = 2, 130


def run_list(args: argparse.Namespace, ask: str, form: str, options: Mapping[str, Any]) -> int:
    """Answer for every row. Gives 2 where a row or the rest of the file cannot be used, 130 after Ctrl-C.

    Raises `CannotUse`.
    """
    with opened(args.scenarios, LIST) as file:
        try:
            source = list_in(file, args.scenarios.suffix)
            blocks = source.blocks(block_of(ask))
            first = next(blocks, None)
        except (ListRefused, OSError) as e:
            raise CannotUse(fault_of(e)) from None
        work = _Work(source, ask, form, options)
        with _output(args.out) as out, _until_stopped() as stop, _progress(source, args.out) as bar:
            sink = _sink(ask, form, out)
            work.through(first, blocks, sink, args.workers, stop, bar)
            sink.close()
    return work.ended(args.out)


@dataclass(slots=True)
class _Stop:
    """Whether somebody has asked to stop."""

    is_asked: bool = False


class _Work:
    """A list on its way from its source to a sink."""

    def __init__(self, source: Source, ask: str, form: str, options: Mapping[str, Any]) -> None:
        self._source, self._ask, self._form, self._options = source, ask, form, options
        self._telling = Telling(source.columns, source.remarks)
        self._is_whole = False  # every row was worked out
        self._done = source.header_row  # the number of the last row that was

    def through(
        self,
        first: Block | None,
        blocks: Iterator[Block],
        sink: sinks.Sink,
        workers: int | None,
        stop: _Stop,
        bar: Progress,
    ) -> None:
        """Block after block, until there is none or somebody stops it."""
        is_short = self._source.is_read  # the one block is all there is: its remarks come before its results
        waiting: deque[Block] = deque()

        def tasks() -> Iterator[Task]:
            if first:
                yield self._task(first, is_short, waiting)
            for block in blocks:
                yield self._task(block, False, waiting)

        with carrier(workers) as executor:
            results = in_order(executor, worked_out, tasks())
            with contextlib.closing(results):
                for done in results:
                    block = waiting.popleft()
                    with bar.aside():
                        if done.content and not is_short:
                            sink.write(done.content)  # first, because words take their time
                        self._telling.take(block, done)
                        if is_short:
                            self._telling.end()
                        self._tell_remarks(at_end=is_short)
                        if done.content and is_short:
                            sink.write(done.content)
                    self._done = block.numbers[-1]
                    bar.add(len(block.numbers))
                    if stop.is_asked and not (self._source.is_read and not waiting):
                        return
        self._is_whole = True
        if not is_short:
            self._telling.end()
            self._tell_remarks(at_end=True)

    def _task(self, block: Block, is_rated: bool, waiting: deque[Block]) -> Task:
        waiting.append(block)
        return Task(self._source.columns, block, self._ask, self._form, language(), self._options, is_rated)

    def _tell_remarks(self, *, at_end: bool) -> None:
        for remark in self._telling.new_remarks():
            print_remark(remark)
        for remark in self._telling.more_remarks() if at_end else ():
            print_remark(remark)

    def ended(self, out: Path | None) -> int:
        """Say what is wrong and what is missing. Gives the exit status."""
        if not self._is_whole:
            self._telling.end()
            self._tell_remarks(at_end=True)
        if self._is_whole and self._source.fault:
            self._telling.fault(self._source.fault)
        problems = self._telling.problems()
        for problem in problems:
            streams.tell(problem)
        if self._is_whole:
            return WRONG_INPUT if problems else 0
        place = quoted(str(out)[-60:]) if out else say("terminal.list_output")
        last, rows = self._source.last_row, {"done": f"{self._done:,}", "next": f"{self._done + 1:,}"}
        streams.tell(say("terminal.list_stopped", place=place, last=f"{last:,}", **rows))
        return STOPPED


def _sink(ask: str, form: str, out: sinks.Bytes) -> sinks.Sink:
    if form == PARQUET:
        return sinks.Parquet(out, schema_of(ask))
    if form == CSV:
        return sinks.Text(out, printed.head(schema_of(ask).names))
    return sinks.Json(out) if form == JSON else sinks.Text(out)


@contextlib.contextmanager
def _output(out: Path | None) -> Iterator[sinks.Bytes]:
    """Where results go: a file, which stands under its name when the block has ended, or standard output."""
    if out is None or is_standard_output(out):
        yield streams.Printed()
        return
    with written(out) as number, os.fdopen(number, "wb", closefd=False) as file:
        yield file


def _progress(source: Source, out: Path | None) -> Progress:
    """A bar where somebody looks at it and no results come in between."""
    seen = sys.stderr.isatty() and not (sys.stdout.isatty() and (out is None or is_standard_output(out)))
    return Progress(source.last_row - source.header_row, is_seen=seen)


@contextlib.contextmanager
def _until_stopped() -> Iterator[_Stop]:
    """Ctrl-C asks to stop after the block; a second one stops at once."""
    stop = _Stop()

    def ask(_number: int, _frame: FrameType | None) -> None:
        if stop.is_asked:
            raise KeyboardInterrupt
        stop.is_asked = True

    try:
        before = signal.signal(signal.SIGINT, ask)
    except ValueError:  # not in the main thread, where Ctrl-C does not come to
        yield stop
        return
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, before)
