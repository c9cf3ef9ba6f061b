# Every target sets up what it needs: a virtual environment in .venv, made once and again when a lock file changes.

PYTHON ?= python3
ADDRESS ?= 127.0.0.1:8000
# How many tests run at once.
WORKERS ?= auto

VENV := .venv
BIN := $(VENV)/bin
# Stamps: what `make site` needs is installed; what everything needs is installed.
SITE := $(VENV)/.site
DEV := $(VENV)/.dev
# The site that is checked.
BUILT := .cache/built-site
# What a low performance score does: fails `make check-lighthouse` (enforce) or is only told (report).
PERFORMANCE ?= enforce

# Material's notice that MkDocs and Material are nearing their end: see the handbook for what we make of it.
export NO_MKDOCS_2_WARNING ?= 1

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-builtin-rules
.SUFFIXES:
.DELETE_ON_ERROR:
.NOTPARALLEL:
.DEFAULT_GOAL := help

##@ The site

.PHONY: site
site: $(SITE) ## Build the site into site/
	@$(BIN)/python -m mkdocs build --strict

.PHONY: serve
serve: $(SITE) ## Serve the site on this machine and rebuild it at every change (ADDRESS=127.0.0.1:8000)
	@$(BIN)/python -m mkdocs serve --dev-addr $(ADDRESS)

##@ Development

.PHONY: test
test: check test-python test-scripts test-browser ## Check, and run every test, the browser's too; axe is check-axe (WORKERS=auto)

.PHONY: check
check: $(DEV) ## Check format, lint, types, layers, the records and their layout, and that generated and vendored files are fresh
	@echo "Checking format, lint and types"
	@$(BIN)/ruff format --check --quiet || { echo "Not formatted; run: make format" >&2; $(BIN)/ruff format --check; exit 1; }
	@$(BIN)/ruff check --quiet
	@$(BIN)/mypy --no-error-summary
	@echo "Checking layers, vendored libraries, generated documentation and the records"
	@$(BIN)/pytest --quiet --no-header tests/test_layers.py
	@$(BIN)/python tools/vendor.py --check
	@$(BIN)/chronology schema --check
	@$(BIN)/chronology fmt --check
	@$(BIN)/chronology check

.PHONY: test-python
test-python: $(DEV) ## Run the Python tests but for the browser's
	@$(BIN)/pytest --quiet --no-header --numprocesses $(WORKERS) --dist worksteal -m "not browser and not slow"

.PHONY: test-scripts
test-scripts: $(DEV) ## Run the tests of our scripts with Node.js
	@tests=$$(find tests -name '*.test.mjs' | sort); \
	if [ -z "$$tests" ]; then echo "There are no tests of scripts"; exit; fi; \
	node=$$($(BIN)/python -m tools.node); \
	"$$node" --test --test-reporter=spec $$tests | { grep -v '^ *✔' || true; }

.PHONY: test-browser
test-browser: $(DEV) ## Run the browser tests in Chromium, which is found or installed (CHRONOLOGY_CHROMIUM=path)
	@if [ "$${CHRONOLOGY_NO_BROWSER:-}" != 1 ]; then \
	CHRONOLOGY_CHROMIUM=$$($(BIN)/python -m tools.browser); export CHRONOLOGY_CHROMIUM; fi; \
	set -- -m 'browser and not slow and not axe' tests/browser; \
	$(BIN)/pytest --quiet --no-header --numprocesses $(WORKERS) --dist worksteal "$$@" || { \
	echo "Once more, one at a time: what failed while others shared the machine" >&2; \
	$(BIN)/pytest --quiet --no-header --last-failed --last-failed-no-failures none "$$@"; }

.PHONY: check-site
check-site: check-html check-axe check-bytes check-lighthouse ## Check the built site: HTML, accessibility, bytes, Lighthouse

.PHONY: check-html
check-html: $(DEV) built-site ## Check every page, style sheet and drawing with the Nu Html Checker (CHRONOLOGY_JAVA=path)
	@$(BIN)/python -m tools.site_checks.validity $(BUILT)

.PHONY: check-axe
check-axe: $(DEV) ## Check every kind of page by axe's rules: light, dark, as wide as a phone
	@CHRONOLOGY_CHROMIUM=$$($(BIN)/python -m tools.browser); export CHRONOLOGY_CHROMIUM; \
	$(BIN)/pytest --quiet --no-header --numprocesses $(WORKERS) --dist worksteal -m axe tests/browser

.PHONY: check-bytes
check-bytes: $(DEV) built-site ## Compare what a browser fetches with its budgets
	@$(BIN)/python -m tools.site_checks.budgets $(BUILT)

.PHONY: check-lighthouse
check-lighthouse: $(DEV) built-site ## Have Lighthouse judge pages as a slow phone sees them (PERFORMANCE=report)
	@$(BIN)/python -m tools.site_checks.lighthouse $(if $(filter report,$(PERFORMANCE)),--report-performance) $(BUILT)

.PHONY: check-automation
check-automation: $(DEV) ## Check the workflows under .github/ with actionlint and zizmor
	@$(BIN)/python -m tools.site_checks.automation

# As if it were published; once for all checks of one run of make.
.PHONY: built-site
built-site: $(DEV)
	@SITE_URL=https://example.org/kursk/ REPO_URL=https://codeberg.org/example/kursk \
	$(BIN)/python -m mkdocs build --strict --site-dir $(BUILT) >$(VENV)/built-site.log 2>&1 || { cat $(VENV)/built-site.log >&2; exit 1; }

.PHONY: bench
bench: $(DEV) ## Run what is too slow for every change: benchmarks and large data
	@$(BIN)/pytest --no-header --capture=no -m slow

.PHONY: format
format: $(DEV) ## Format the code and apply the lint's safe fixes
	@$(BIN)/ruff check --fix-only --quiet
	@$(BIN)/ruff format --quiet

##@ Dependencies

.PHONY: lock
lock: $(DEV) ## Pin what pyproject.toml asks for in requirements/ (UPGRADE=1: the newest that it allows)
	@$(BIN)/python -m uv --version >/dev/null 2>&1 || $(BIN)/python -m pip --quiet install uv
	@$(COMPILE) --group build --output-file requirements/site.txt
	@$(COMPILE) --group dev --constraint requirements/site.txt --output-file requirements/dev.txt

# --universal: for every platform and Python; no index addresses: whoever installs has an index of their own.
COMPILE = $(BIN)/python -m uv --quiet pip compile pyproject.toml --universal --generate-hashes --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" $(if $(UPGRADE),--upgrade)

.PHONY: vendor
vendor: $(DEV) ## Fetch the vendored scripts again, as their manifest names them
	@$(BIN)/python tools/vendor.py

.PHONY: clean
clean: ## Remove everything that make made
	@rm -rf $(VENV) .cache site dist .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help
help: ## Show this list
	@awk 'BEGIN { FS = ":.*## " } \
		/^##@/ { printf "\n%s\n", substr($$0, 5) } \
		/^[a-z-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

##@

$(SITE): requirements/site.txt pyproject.toml
	$(call install,requirements/site.txt)
	@touch $@

$(DEV): requirements/site.txt requirements/dev.txt pyproject.toml
	$(call install,requirements/site.txt requirements/dev.txt)
	@touch $(SITE) $@

define install
@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	echo "Python 3.11 or newer is needed, and '$(PYTHON)' is $$($(PYTHON) --version 2>&1 || true);" >&2; \
	echo "name another one: make PYTHON=python3.12 ..." >&2; exit 1; }
@$(PYTHON) -m tools.environment $(VENV) $(1)
endef
