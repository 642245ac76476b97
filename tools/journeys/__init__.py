"""Ten journeys through the page, recorded message by message as the server sends it; and the command line.

python -m tools.journeys --app PATH/TO/app.py --out DIR     record a checkout
python -m tools.journeys compare DIR_A DIR_B                show where two records differ (exit status 1 if
so)
python -m tools.journeys walk                               a browser's presses and seconds for whole tasks

The records show that moving code changes nothing for a reader. The tool knows `app.py`, labels, keys of
widgets and commands, but no module of the app by name, so the same tool records a checkout from before and
one from after. It runs Streamlit's own runtime without a web server: it opens a session, moves widgets as a
browser would report it, and downloads files and opens them again. Each message is recorded when it is queued
for the browser, before Streamlit merges it with others.

`walk` is the one that opens a browser: it walks `budget_night.py` and `questions.py` by mouse, as the test
`tests/browser/test_by_hand.py` does, and prints how many presses they took and how long the page did.

A record holds `journey-NN.txt` (steps, the address after each, messages in order) and `commands.txt` (output,
errors, status).

Recorded in another form, with the reason; nothing else is changed:

- Ids of 32 hex digits and UUIDs are numbered in the order in which they appear in a journey (`#1`, `uuid 1`).
  Those of pages, fragments and widgets come from paths of files and names of functions, which a move of files
  changes; those of sessions, runs and deferred files are random. The number still shows whether a widget
  stays the same one from step to step, and the key of a widget, behind its id, is kept.
- `secrets.token_hex` counts up from 1, `time.time_ns` advances by a second a call, and `datetime.now` stands
  still (2026-03-02, noon, UTC): keys of kept plans and of notebooks, dates in file names, the log and the
  workbook depend on nothing else.
- The checkout's own path reads `<app>`, the folder that commands write to `<out>`, and in their workbook
  today's date `<today>` (a command has the real clock).
- Left out: the id of a run and the hash of a message (random, or made of what is recorded anyway), and in
  `new_session` the session's id and its facts about the machine (its own id, versions of Python and
  Streamlit, system, screen).

Bytes (rows of charts, tables of the live layer, downloads) are recorded as length and SHA-256; Arrow rows are
spelled out as well. An Excel workbook downloaded in a journey is compared byte by byte; one written by a
command, part by part.
"""
