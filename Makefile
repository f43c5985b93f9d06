# The tasks of the project. `make demo` and `make test` need nothing but Python 3.11 and make.
PYTHON ?= python3.11
VENV ?= .venv
BIN = $(VENV)/bin

# Beside the checkout: real releases and filings with the gold of their values.
GOLD = $(if $(wildcard ../shared/gold/seed_values.json),--releases ../shared/seeds --gold ../shared/gold/seed_values.json)
GOLD += $(if $(wildcard ../shared/gold/filings_cells.json),--filings ../shared/corpus/filings --cells ../shared/gold/filings_cells.json)

# Of the events: what persons found in real releases, else in those that were written here.
EVENTS = $(if $(wildcard ../shared/gold/events/news),../shared/gold/events/news --texts ../shared/corpus/news,annotations/releases)

# Of the models: what is learned from beside the written corpus, and real releases that are not, to be measured on.
CORPUS ?= annotations/releases
TIMES ?= 2
WORDS ?= 20000
EPOCHS ?= 12
LEARNED = $(if $(wildcard ../shared/gold/events/more),--real ../shared/gold/events/more ../shared/corpus/more)
REAL = $(if $(wildcard ../shared/gold/events/news),../shared/gold/events/news --texts ../shared/corpus/news)
SETS = dev test $(if $(REAL),real)
GOLD_dev = build/corpus/dev.jsonl
GOLD_test = build/corpus/test.jsonl
GOLD_real = $(REAL)

.PHONY: help demo test lint bench zones cells evaluate train-sm clean

help:  ## this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(BIN)/topline: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --editable .
	@touch $@

$(VENV)/.dev: $(BIN)/topline
	$(BIN)/pip install --quiet --editable '.[dev]'
	@touch $@

$(VENV)/.transformer: $(BIN)/topline
	$(BIN)/pip install --quiet --editable '.[transformer]'
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

bench: $(BIN)/topline  ## time and memory beside plain spaCy; values and tables beside ready-made tools
	$(BIN)/python bench/throughput.py
	$(BIN)/python bench/reading.py
	$(BIN)/python bench/values.py $(GOLD)

zones: $(BIN)/topline  ## zones of the real releases beside the checkout, against their gold
	$(BIN)/python tests/measures/zone_gold.py --differences

cells: $(BIN)/topline  ## cells and links of the real filings beside the checkout, against their gold
	$(BIN)/python tests/measures/cell_gold.py

evaluate: $(BIN)/topline  ## events of the real releases beside the checkout, against their gold; else of the written ones
	$(BIN)/topline evaluate $(EVENTS)

train-sm: $(VENV)/.transformer  ## the small pipeline, from the corpus to models/en_topline_sm with its scores and card
	$(BIN)/topline corpus build $(CORPUS) -o build/corpus --times $(TIMES) $(LEARNED)
	$(BIN)/topline corpus vectors build/corpus/train.spacy -o build/vectors --words $(WORDS) --width 96
	$(BIN)/python -m spacy train configs/en_topline_sm.cfg --output build/sm --training.max_epochs $(EPOCHS) \
	  --paths.train build/corpus/train.spacy --paths.dev build/corpus/dev.spacy --paths.vectors build/vectors
	$(BIN)/topline model assemble build/sm/model-best configs/en_topline_sm.assembly.cfg -o build/en_topline_sm \
	  --name en_topline_sm --description "Events of biotech press releases: rules with small learned parts"
	$(BIN)/topline model calibrate build/en_topline_sm build/corpus/dev.jsonl
	$(foreach set,$(SETS),$(BIN)/topline evaluate $(GOLD_$(set)) --model build/en_topline_sm -o build/$(set).json &&) true
	$(foreach set,$(SETS),$(BIN)/topline evaluate $(GOLD_$(set)) --model rules -o build/$(set)_rules.json &&) true
	$(BIN)/topline model package build/en_topline_sm -o models/en_topline_sm --manifest build/corpus/manifest.json \
	  $(foreach set,$(SETS),--scores $(set) build/$(set).json --rules $(set) build/$(set)_rules.json)

clean:  ## remove what the other tasks made
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

# Steps of training over the transformer: all, and those done by a run that was stopped (the last row that it printed).
STEPS ?= 3000
DONE ?= 0
STOPPED = $(filter-out 0,$(DONE))
TRF_LEARNED = $(if $(wildcard ../shared/gold/events/more),--real ../shared/gold/events/more ../shared/corpus/more)
GPU = $(shell $(BIN)/python -c 'from thinc.compat import has_cupy_gpu; print(int(has_cupy_gpu) - 1)')

.PHONY: train-trf
train-trf: $(VENV)/.transformer  ## names and triggers over a transformer: build/trf; DONE=1500 goes on after 1500 steps
	$(if $(STOPPED),test ! -e build/trf/model-last || { rm -rf build/trf-stopped && mv build/trf build/trf-stopped; })
	$(if $(STOPPED),,$(BIN)/topline corpus build annotations/releases -o build/corpus $(TRF_LEARNED))
	$(BIN)/python -m spacy train configs/en_topline_trf.cfg --output build/trf --gpu-id $(GPU) \
	  --paths.train build/corpus/train.spacy --paths.dev build/corpus/dev.spacy \
	  --steps.all $(STEPS) --steps.done $(DONE) --training.max_steps $$(($(STEPS) - $(DONE))) \
	  $(if $(STOPPED),--paths.resume build/trf-stopped/model-last --system.seed $(DONE))
