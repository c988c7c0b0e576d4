# Everything a person runs. `make` alone lists the commands.
SHELL := /bin/sh
.DEFAULT_GOAL := help

# Any Python from 3.11 on will do; `make run PYTHON=/path/to/python` overrides the search.
PYTHON ?= $(shell for name in python3 python3.13 python3.12 python3.11 python3.14 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip install --quiet --disable-pip-version-check
WORKERS ?= 2
ARTICLES ?= 200000
ENTERPRISES ?= 20000
AWARDS ?= 50000
READERS ?= 2
# Files stay whole, and come in the order that tests/conftest.py gives them.
PARALLEL = -n $(WORKERS) --dist loadfile --no-loadscope-reorder
# What the database cannot change is proved by `make test` alone: see docs/architecture.md.
ASKING = database and not screen

.PHONY: help run check test test-services bench handbook

help:
	@echo 'make run            serve the whole product on http://127.0.0.1:8000 (PORT=8001 for another port)'
	@echo 'make test           check and test everything on SQLite, browser tests included'
	@echo 'make test-services  those tests that ask a database on PostgreSQL, started for the occasion (ASKING= for all)'
	@echo 'make bench          fill var/bench (SQLite), then a PostgreSQL, and time search and directory in each (ARTICLES=20000 for a tenth)'
	@echo 'make handbook       take the pictures of the handbook for editors again (PICTURES="form review" for some of them)'
	@echo 'make check          formatting, lint and the sweeps over the whole project'

run: $(VENV)/.installed
	@exec $(PY) serve.py --demo

check: $(VENV)/.installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m pytest -q tests/sweeps

test: $(VENV)/.installed-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m tests.services.chromium
	$(PY) -m pytest $(PARALLEL) $(PYTEST)

test-services: $(VENV)/.installed-dev
	$(PY) -m tests.services.chromium
	$(PY) -m tests.services.run -- $(PY) -m pytest $(PARALLEL) -m '$(ASKING)' $(PYTEST)

SEARCH_BENCH = -m tests.bench.search --articles $(ARTICLES) --enterprises $(ENTERPRISES) --readers $(READERS)
DIRECTORY_BENCH = -m tests.bench.directory --enterprises $(ENTERPRISES) --awards $(AWARDS) --readers $(READERS)

bench: $(VENV)/.installed-dev
	PORTAL_VAR=var/bench $(PY) $(SEARCH_BENCH)
	PORTAL_VAR=var/bench $(PY) $(DIRECTORY_BENCH)
	$(PY) -m tests.services.run -- $(PY) $(SEARCH_BENCH)
	$(PY) -m tests.services.run -- $(PY) $(DIRECTORY_BENCH)

handbook: $(VENV)/.installed-dev
	$(PY) -m tests.services.chromium
	$(PY) -m tests.handbook.make_pictures $(PICTURES)

$(PY):
	@test -n '$(PYTHON)' || { echo 'Python 3.11 or newer was not found. Install it, or name one: make run PYTHON=/path/to/python' >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { echo '$(PYTHON) cannot make virtual environments. On Debian and Ubuntu: apt install python3-venv' >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(PY)
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/.installed-dev: requirements-dev.txt requirements.txt | $(PY)
	$(PIP) -r requirements-dev.txt
	@touch $(VENV)/.installed $@
