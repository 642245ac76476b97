"""Ten journeys through the page, recorded: everything the server sends, message by message; and the same for the command line.

python -m tools.journeys --app PATH/TO/app.py --out DIR     record a checkout
python -m tools.journeys compare DIR_A DIR_B                say where two records differ (exit status 1 if they do)

For proving that moving code about changes nothing that a reader gets. It knows `app.py`, labels, keys of widgets and commands;
no module of the app by name. So one and the same tool records a checkout from before and one from after. It runs Streamlit's own
runtime, without a web server: a session is opened, widgets are moved as a browser would report it, files are downloaded and
brought back, and each message is written down when it is put in line for the browser, before any is merged with another.

A record holds `journey-NN.txt` (steps, the address after each, messages in order) and `commands.txt` (output, errors, status).

What is not recorded as it is, and why; nothing else is touched:

- Ids of 32 hex digits and UUIDs are numbered in the order in which they turn up in a journey (`#1`, `uuid 1`). Those of pages,
  fragments and widgets come from paths of files and names of functions, which a move of files changes; those of sessions, runs
  and deferred files are random. The number still shows whether a widget stays the same one from step to step, and the
  key of a widget, behind its id, is kept.
- `secrets.token_hex` counts up from 1, `time.time_ns` goes on by a second a call, and `datetime.now` stands still (2026-03-02,
  noon, UTC): keys of kept plans and of books of notes, days in names of files, the log and the workbook depend on nothing else.
- The checkout's own path reads `<app>`, the folder that commands write to `<out>`, and in their workbook today's date
  `<today>` (a command has the real clock).
- Left out: the id of a run and the hash of a message (random, or made of what is recorded anyway), and in `new_session` the
  session's id and what it says of the machine (its own id, versions of Python and Streamlit, system, screen).

Bytes (rows of pictures, tables of the live layer, downloads) stand as length and SHA-256; Arrow rows are spelled out as well.
An Excel workbook downloaded in a journey is compared byte by byte; one written by a command, part by part.
"""
