# One command for each thing. `make help` lists them.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PORT ?= 8000
HOST ?= 127.0.0.1
VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip install --disable-pip-version-check --quiet
VAR := var
LOCAL := DJANGO_SETTINGS_MODULE=korgoo.settings.local
CHECKED := DJANGO_SETTINGS_MODULE=korgoo.settings.test
STATIC := $(shell find src/korgoo -path '*/static/*' -type f -not -name '* *' 2>/dev/null)

.PHONY: help run dev test check style types architecture records texts papers fix bench bench-full screenshots messages lock spark clean

help: ## list the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1\t/p' $(MAKEFILE_LIST) | expand -t 14

run: $(VENV)/.runs $(VAR)/.static ## try it out: demo data, http://localhost:8000 (PORT=, HOST=)
	@$(BIN)/korgoo messages compile
	@$(BIN)/korgoo migrate
	@$(BIN)/korgoo demo load
	@$(BIN)/korgoo sweep
	@$(BIN)/korgoo serve --demo --host $(HOST) --port $(PORT)

dev: $(VENV)/.develops ## install what development needs

test: $(VENV)/.develops ## the whole suite, on SQLite and on PostgreSQL
	@$(PY) -m scripts.run_tests $(ARGS)

check: style types architecture records texts papers ## everything but the tests; changes nothing

style: $(VENV)/.develops
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/djlint --lint --quiet src

types: $(VENV)/.develops
	$(BIN)/mypy
	$(BIN)/mypy scripts

architecture: $(VENV)/.develops
	$(BIN)/lint-imports --no-logo

records: $(VENV)/.develops
	$(CHECKED) $(PY) manage.py makemigrations --check --dry-run
	$(BIN)/korgoo pack check countries/kg

texts: $(VENV)/.develops
	$(PY) -m scripts.messages --check
	$(PY) -m scripts.check_catalogues

papers: $(VENV)/.develops
	$(CHECKED) $(BIN)/korgoo docs --check
	$(PY) -m scripts.check_dependencies
	$(PY) -m scripts.check_tracked

fix: $(VENV)/.develops ## mend what a machine can mend
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .
	$(CHECKED) $(BIN)/korgoo docs

bench: $(VENV)/.develops ## the measured claims, quickly (bench-full: as published)
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(PY) "$$script"; done

bench-full: $(VENV)/.develops
	@for script in bench/[a-z]*.py; do echo "== $$script"; $(PY) "$$script" --full; done

screenshots: $(VENV)/.develops ## pictures of the pages, into screenshots/
	@$(PY) -m scripts.browser
	@$(PY) -m scripts.screenshots $(ARGS)

messages: $(VENV)/.develops ## gather texts into the catalogues and compile them
	@$(PY) -m scripts.messages
	@$(BIN)/korgoo messages compile

lock: ## choose versions anew (needs uv); no address of an index is written
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --upgrade pyproject.toml -o requirements.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --constraint requirements.txt --extra dev pyproject.toml -o requirements-dev.txt
	uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url \
	  --no-header --no-annotate --constraint requirements.txt --extra spark pyproject.toml -o requirements-spark.txt

spark: $(VENV)/.spark ## what the test of matching on Spark needs besides Java

clean: ## remove the environment and caches; var/ (data) stays
	rm -rf $(VENV) build .mypy_cache .ruff_cache .import_linter_cache .hypothesis
	rm -f locale/*/LC_MESSAGES/*.mo

$(VENV)/bin/python:
	@scripts/make_venv $(VENV)

# Locked by hashes; the package itself then without looking anything up.
$(VENV)/.runs: requirements.txt pyproject.toml | $(VENV)/bin/python
	@echo "installing the locked requirements"
	@$(PIP) --require-hashes -r requirements.txt
	@$(PIP) --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/.develops: requirements-dev.txt $(VENV)/.runs
	@echo "installing the locked development requirements"
	@$(PIP) --require-hashes -r requirements-dev.txt
	@touch $@

# 400 MB, and Java besides: for matching on many machines alone.
$(VENV)/.spark: requirements-spark.txt $(VENV)/.develops
	@echo "installing Spark"
	@$(PIP) --require-hashes --no-build-isolation -r requirements-spark.txt
	@touch $@

$(VAR)/.static: $(VENV)/.runs $(STATIC)
	@mkdir -p $(VAR)
	@$(LOCAL) $(PY) manage.py collectstatic --noinput --clear --verbosity 0
	@touch $@
