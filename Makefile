# Every recipe sets up what it needs in .venv: Python 3.11 or newer and git are enough to begin.

# The first Python on the path that is new enough; `make PYTHON=… build` takes another one.
PYTHON ?= $(shell for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$python && break; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: help build test engines check format lock clean

help: ## list the recipes
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /make \1\t/' | expand -t 16

$(READY): pyproject.toml constraints.txt
	@test -n '$(PYTHON)' || { echo 'rulemark needs Python 3.11 or newer on the path' >&2; exit 2; }
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --editable . --group dev --constraint constraints.txt
	@touch $@

build: $(READY) ## compile the sample project: content -> policies -> generated
	$(BIN)/rulemark build

test: $(READY) ## run the tests
	$(BIN)/python -m pytest --numprocesses auto

engines: $(READY) ## run the tests that need other engines: Spark (with Java), a DMN engine, CEL
	$(BIN)/python -m pip install --quiet --group engines --constraint constraints.txt
	$(BIN)/python -m pytest tests/outputs/export tests/outputs/python/test_spark.py

check: $(READY) ## format, lint, types, import contracts
	$(BIN)/ruff format --check
	$(BIN)/ruff check
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(READY) ## rewrite the code in the project's format
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lock: ## renew constraints.txt: the newest versions that pyproject.toml admits
	rm -rf $(VENV)/lock && $(PYTHON) -m venv $(VENV)/lock
	$(VENV)/lock/bin/python -m pip install --quiet --upgrade 'pip>=25.1'
	$(VENV)/lock/bin/python -m pip install --quiet --editable . --group dev --group engines
	{ head -n 1 constraints.txt; $(VENV)/lock/bin/python -m pip freeze --exclude-editable; } > $(VENV)/constraints.txt
	mv $(VENV)/constraints.txt constraints.txt

clean: ## remove everything that the other recipes made, except policies/ and generated/
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache dist
	find compiler tests -name __pycache__ -type d -prune -exec rm -rf {} +
