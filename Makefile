# Two commands set everything up on a machine with python3 and make: `make demo` and `make test`.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
SIZES ?= 100,1000,10000

.PHONY: bench demo test test-slow test-runs test-browser picture gate check lint types imports clean

$(VENV)/installed: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@

demo: $(VENV)/installed  ## extract the two seed documents, print what was found, write the report
	$(BIN)/svodka extract corpus/seeds --output outputs/demo --pretty --force
	$(BIN)/svodka show corpus/seeds/seed-003-kursk-region-visit.txt
	$(BIN)/svodka report outputs/demo --output outputs/demo/report
	@echo "Records of both seeds: outputs/demo/records.jsonl; one indented file each: outputs/demo/documents/"
	@echo "Report: outputs/demo/report/index.html; open it in a browser, it needs no network"

test: $(VENV)/installed  ## the fast suite, with doctests
	$(BIN)/python -m pytest -m "not slow and not browser"

test-slow: $(VENV)/installed  ## what takes long: whole benchmark corpora
	$(BIN)/python -m pytest -m slow

test-runs: $(VENV)/installed  ## runs that are killed, stopped, starved and resumed; a cluster that loses a worker (about three minutes)
	$(BIN)/python -m pytest -m slow tests/batch

test-browser: $(VENV)/installed  ## the report in Chromium (Debian: apt-get install chromium); skipped where there is none
	$(BIN)/python -m pytest -m browser tests/browser

bench: $(VENV)/installed  ## speed and memory beside natasha; SIZES=100,1000 for less
	$(BIN)/python -m tests.benchmarks.speed --documents $(SIZES)

picture: $(VENV)/installed  ## draw the README's picture of the inspector
	$(BIN)/svodka extract corpus/seeds --output outputs/demo --pretty --force
	$(BIN)/svodka report outputs/demo --output outputs/demo/report
	$(BIN)/python -m tests.browser.picture outputs/demo/report tests/browser/inspector.png

gate: $(VENV)/installed  ## extract the annotated documents and hold the scores against their floors
	$(BIN)/svodka gold check
	$(BIN)/svodka extract corpus/seeds corpus/releases --anchor-dates corpus/anchor_dates.tsv \
		--output outputs/corpus --force
	$(BIN)/svodka evaluate outputs/corpus --gate

check: lint types imports test gate  ## everything that the gate checks

lint: $(VENV)/installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/installed
	$(BIN)/mypy

imports: $(VENV)/installed
	$(BIN)/lint-imports

clean:
	rm -rf $(VENV) outputs/demo
