# The tasks of the project. `make demo` and `make test` need nothing but Python 3.11 and make.
PYTHON ?= python3.11
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: help demo test lint bench zones clean

help:  ## this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/topline: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/topline
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

demo: $(BIN)/topline  ## extract the two bundled releases: one timeline across both
	$(BIN)/topline extract --timeline annotations/sample/*.txt

test: $(VENV)/.dev  ## the tests
	$(BIN)/python -m pytest

lint: $(VENV)/.dev  ## style, types and import contracts
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(BIN)/topline  ## throughput, growth, memory and reading by format, beside plain spaCy in the same run
	$(BIN)/python bench/throughput.py
	$(BIN)/python bench/reading.py

zones: $(BIN)/topline  ## zones of the real releases beside the checkout, against their gold
	$(BIN)/python tests/measures/zone_gold.py --differences

clean:  ## remove what the other tasks made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
