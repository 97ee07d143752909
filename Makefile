# Every target installs what it needs: a machine with Python 3.11 and make is enough.
.DEFAULT_GOAL := help
.PHONY: help setup setup-bench setup-browser setup-oracles demo test test-differential test-api-long test-postgres test-race test-links check fix bench bench-record bench-pages screenshots docs catalogue

run := .venv/bin
paths := src tests tools bench

help:  ## say what each target does
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 20

setup: .venv/.made  ## make the environment in .venv; does nothing when it is up to date

.venv/.made: pyproject.toml uv.lock tools/uv.sh
	@uv="$$(tools/uv.sh)" && "$$uv" sync --frozen --inexact --quiet
	@touch $@

setup-bench: .venv/.made-bench

.venv/.made-bench: .venv/.made
	@uv="$$(tools/uv.sh)" && "$$uv" sync --frozen --inexact --quiet --group bench
	@touch $@

setup-browser: .venv/.made-browser  ## what drives a browser in the tests; Debian's Chromium is used as it is
	@tools/browser.sh

.venv/.made-browser: .venv/.made
	@uv="$$(tools/uv.sh)" && "$$uv" sync --frozen --inexact --quiet --group browser
	@touch $@

demo: setup  ## an invented borough to walk about in, served on this machine until Ctrl-C
	@$(run)/heeded demo

check: setup  ## the fast part of the tests: lint, format, types, import contracts
	$(run)/ruff check $(paths)
	$(run)/ruff format --check $(paths)
	$(run)/mypy $(paths)
	$(run)/lint-imports

# checkers that others wrote, each in an environment of its own under .peers/, made once
setup-oracles: setup
	@$(run)/python -c 'from bench.environments import CENSUS_VALIDATOR; CENSUS_VALIDATOR.python()' || \
		{ [ -z "$$CI" ] && echo "setup: a checker of others cannot be installed here; tests that ask it are skipped"; }

test: check setup-browser setup-oracles  ## everything that must hold before a change is taken
	$(run)/python -m pytest -n 2

on_a_record := tests/adapters/record tests/casework tests/doors tests/faults

test-postgres: setup  ## the tests on a record, on a PostgreSQL of your own: make test-postgres URL=postgresql://...
	@[ -n "$(URL)" ] || { echo "say which: make test-postgres URL=postgresql://somebody@host/postgres (a role that may make roles and databases)"; exit 2; }
	HEEDED_TEST_DATABASE_URL="$(URL)" $(run)/python -m pytest -n 2 $(on_a_record)

test-api-long: setup  ## the API under 1,000 requests by chance an operation and role, and every hostile value
	@mkdir -p docs/results
	$(run)/python -m tests.doors.api.campaign --examples 1000 --result docs/results/api-fuzz.md

test-differential: setup  ## the definition against the column kernels on 1,000,000 random families
	@mkdir -p docs/results
	$(run)/python -m tests.core.evaluation.differential --families 1000000 --result docs/results/differential.md

test-race: setup  ## a decision and a concern at the same moment, 10,000 times on a real record
	@mkdir -p docs/results
	$(run)/python -m tests.casework.acts.race --pairs 10000 --result docs/results/raced-gate.md

test-faults: setup  ## kill the web server, worker and database 300 times at random; send messages in any order
	@mkdir -p docs/results
	$(run)/python -m tests.faults.campaign_kills --kills 300 --result docs/results/faults.md
	$(run)/python -m tests.faults.campaign_messages --cases 10000 --result docs/results/messages.md
	HEEDED_RACED_PAIRS=1000 $(run)/python -m pytest tests/faults/races -q

test-links: setup  ## 5,000 histories in which two children are taken for one and apart again, beside never
	@mkdir -p docs/results
	$(run)/python -m tests.casework.identity.campaign --histories 5000 --result docs/results/wrong-links.md

fix: setup  ## mend what can be mended by machine
	$(run)/ruff check --fix $(paths)
	$(run)/ruff format $(paths)

bench: setup-bench  ## events a second and memory, beside what one would use instead
	$(run)/python -m bench

SIZE ?= 20000
bench-record: setup-bench  ## the record under load: SIZE children loaded, then asked; KEEP=folder, USE=folder, WRITE=1
	$(run)/python -m bench.record --children $(SIZE) $(if $(KEEP),--keep $(KEEP)) $(if $(USE),--use $(USE)) $(if $(WRITE),--write)

bench-pages: setup-bench  ## how long pages take on a record that bench-record kept; USE=folder, ONLY=part of a name, WRITE=1
	$(run)/python -m bench.record.pages --use $(USE) $(if $(ONLY),--only "$(ONLY)") $(if $(WRITE),--write)

screenshots: setup setup-browser  ## pictures for README and docs, of the demonstration's borough as journeys leave it
	@mkdir -p docs/pictures
	HEEDED_PICTURES=docs/pictures $(run)/python -m pytest -q -n 0 tests/browser/test_reporting.py tests/browser/test_record.py tests/browser/test_discussion.py

docs: setup  ## write docs/reference/ from the commands, the vocabulary and the handbook, and the catalogues
	$(run)/python -m tools.reference
	$(run)/python -m tools.catalogue

catalogue: setup  ## write the catalogues of what people read; begin a language: make catalogue LANGUAGE=cy
	$(run)/python -m tools.catalogue $(LANGUAGE)
