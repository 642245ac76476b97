# School Sustainability Explorer: the commands, the same at home and in CI.
#
#   make run          start the app on http://127.0.0.1:8501 (PORT=..., ADDRESS=..., WATCH=auto to reload on save)
#   make room         the same for many people: one address, a server behind it for each processor (PORT=..., ADDRESS=...)
#   make test         everything: environment, browser, lint, types, tests (WORKERS=auto, one process for each processor)
#   make quick        the tests that answer in some 20 seconds; see docs/testing.md
#   make check        lint and types only
#   make format       put the code into the agreed form
#   make bench        measure the model, the page and the browser (BESIDE=another checkout, to be held against)
#   make docs         write docs/model.md, docs/levers.md and docs/scenario-schema.json from the model
#   make english      write tests/golden/english.txt, the English as it is read, from the pages
#   make screenshots  take pictures of the running app into build/screenshots
#   make lock         work out the exact versions again (UPGRADE=--upgrade takes the newest ones)
#   make clean        remove the environment and everything that was built

PYTHON  ?= python3
PORT    ?= 8501
ADDRESS ?= 127.0.0.1
WATCH   ?= none
UPGRADE ?=
BESIDE  ?=
# Processes that run tests side by side: auto is one for each processor.
WORKERS ?= auto
QUICK   := tests/golden tests/worked tests/exchange/test_golden.py tests/house/test_house.py tests/house/test_imports.py

# What the suite needs from the system, by Debian package; node reads the book as JavaScript. Nobody gets a web
# server at home for docs/hosting.md.
SYSTEM_PACKAGES ?= chromium fonts-liberation libreoffice-calc-nogui nodejs $(if $(CI),nginx-light)

BIN := .venv/bin
# Stamps: a target is made again only when its lock is newer. They live in .venv, so they go when it goes.
VENV := .venv/made
RUN  := .venv/run-installed
DEV  := .venv/dev-installed

PIP_INSTALL  := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
UV_COMPILE   := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
                --no-emit-index-url --no-emit-find-links --no-header $(UPGRADE)

.PHONY: environment run room test quick check format bench docs english screenshots lock clean system

run: environment $(RUN)
	@$(BIN)/python -m model.ready_to_run "$(PORT)" "$(ADDRESS)" "make run"
	@STREAMLIT_SERVER_FILE_WATCHER_TYPE=$(WATCH) $(BIN)/python -m school_explorer --port "$(PORT)" --address "$(ADDRESS)"

room: environment $(RUN)
	$(BIN)/python -m tools.room --port "$(PORT)" --address "$(ADDRESS)"

# First what may run side by side, one test after the other to whichever process is free; then what needs quiet.
test: system check
	$(BIN)/pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal -m "not alone"
	$(BIN)/pytest -m alone

quick: $(DEV)
	$(BIN)/pytest -n $(WORKERS) --maxprocesses 4 --dist worksteal -m "not alone and not hypothesis" $(QUICK)

check: $(DEV)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(DEV)
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(DEV)
	$(BIN)/python -m benchmarks.bench $(if $(BESIDE),--beside "$(BESIDE)")

docs: $(RUN)
	$(BIN)/python -m model docs
	$(BIN)/python -m exchange schema --out docs/scenario-schema.json

english: $(DEV)
	$(BIN)/python -m tests.app.read_places

screenshots: $(DEV)
	$(BIN)/python -m tools.screenshots

# At home the suite goes on without a browser and says what it left out; in CI a missing tool is a failure.
system:
	@tools/install-system.sh $(SYSTEM_PACKAGES) || test -z "$$CI"

environment:
	@test ! -e $(VENV) || $(BIN)/python -c '' 2>/dev/null || { \
	  echo "The environment in .venv does not work; its Python was moved or replaced. Remove it with: make clean. Then start again: it is made anew." >&2; exit 1; }

$(VENV):
	@test -w . || { \
	  echo "This folder cannot be written to, so no environment can be made in it. Copy the project into a folder of your own and start there." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "Python 3.11 or newer is needed; '$(PYTHON)' is not. Name another one: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || tools/install-system.sh python3-venv
	@$(PYTHON) -m venv --clear .venv || { \
	  echo "No environment could be made in .venv. Remove what is there (rm -rf .venv), see that the disk is not full, and start again." >&2; exit 1; }
	@touch $@

$(RUN): $(VENV) requirements.lock
	@$(PIP_INSTALL) -r requirements.lock || { \
	  echo "The packages could not be installed. The first start needs a network and some 700 MB; see the lines above, and start again." >&2; exit 1; }
	@touch $@

# The development lock holds the runtime's versions too, so it stands for both.
$(DEV): $(VENV) requirements-dev.lock
	$(PIP_INSTALL) -r requirements-dev.lock
	@touch $@

# Not $(DEV): when the lock is broken, this is what mends it.
lock: $(VENV)
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet "$$(sed -n 's/^ *"\(uv[><=][^"]*\)".*/\1/p' pyproject.toml)"
	$(UV_COMPILE) requirements.txt -o requirements.lock
	$(UV_COMPILE) requirements.txt --group pyproject.toml:dev -c requirements.lock -o requirements-dev.lock
	@sed -i '1i # Exact versions of requirements.txt for Python 3.11 to 3.14, with hashes. `make run` installs this.\n# Written by `make lock`; the file names no package index, so any mirror will do.' requirements.lock
	@sed -i '1i # Exact versions of requirements.txt and of the group dev of pyproject.toml, for Python 3.11 to 3.14. `make test` installs this.\n# Written by `make lock`; the runtime versions are those of requirements.lock.' requirements-dev.lock

clean:
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis .benchmarks
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
