# `make site` builds the site, `make test` checks everything; `make help` lists the rest.
# Nothing needs to be installed first but Python 3.11 or newer, pip and make.

PYTHON ?= python3
BIN := .venv/bin
PYTEST := $(BIN)/python -m pytest
LOCK := $(BIN)/uv pip compile --no-config --system-certs --quiet --universal --fork-strategy fewest --python-version 3.11 \
	--generate-hashes --only-binary :all: --no-annotate --no-emit-index-url --custom-compile-command "make lock" pyproject.toml

# All checks run, also after one of them failed.
CHECKS = failed=0; \
	$(BIN)/ruff check --quiet . || failed=1; \
	$(BIN)/ruff format --check . || { failed=1; echo "make fmt formats these files"; }; \
	$(BIN)/mypy $(wildcard generator tools tests perf) || failed=1; \
	$(BIN)/lint-imports --no-logo --cache-dir .cache/import-linter || failed=1;

.DEFAULT_GOAL := help
.PHONY: site serve validate test test-all lint fmt bench generate bless screenshot lock setup setup-dev clean help

site: setup ## build the whole site into site/
	$(BIN)/catalog build
	@echo
	@echo "站点在 site/ 中。查看：make serve（地址会显示出来）"
	@echo "The site is in site/. To look at it: make serve (it prints the address)"

serve: setup ## show the site while you edit; OPTIONS=... go to `catalog serve`
	$(BIN)/catalog serve $(OPTIONS)

validate: setup ## check every entry
	$(BIN)/catalog validate

test: setup-dev ## checks and tests, as CI runs them
	@$(BIN)/python tools/system_packages.py chromium poppler
	@$(CHECKS) \
	$(PYTEST) -n 2 -m "not full" || failed=1; \
	exit $$failed

test-all: setup-dev ## the same and the full-size tests; needs LibreOffice
	@$(BIN)/python tools/system_packages.py chromium poppler libreoffice
	@$(CHECKS) \
	$(PYTEST) -n 2 || failed=1; \
	exit $$failed

lint: setup-dev ## style, types and the direction of imports
	@$(CHECKS) exit $$failed

fmt: setup-dev ## format the Python code
	$(BIN)/ruff check --quiet --fix .
	$(BIN)/ruff format --quiet .

bench: setup-dev ## measure speed against other tools, into perf/RESULTS.md
	$(BIN)/python perf/bench.py

generate: setup ## make the schemas and the other generated files again
	$(BIN)/catalog generate

bless: setup-dev ## take today's outputs as the expected ones of the golden tests
	$(PYTEST) --bless -m "not browser"

screenshot: setup-dev site ## take the pictures of the README and of the province's guide
	@$(BIN)/python tools/system_packages.py chromium poppler
	$(BIN)/python -m tools.screenshot site docs/images/home.png
	$(BIN)/python -m tools.guide_pictures

lock: setup-dev ## write the lock files from pyproject.toml; UPGRADE=--upgrade for newer versions
	$(LOCK) $(UPGRADE) --group build --output-file requirements.lock
	$(LOCK) $(UPGRADE) --group dev --constraint requirements.lock --output-file requirements-dev.lock

setup:
	@$(PYTHON) tools/bootstrap.py

setup-dev:
	@$(PYTHON) tools/bootstrap.py --dev

clean: ## remove everything that was built, and .venv
	rm -rf site .cache .venv dist build

help: ## list the targets
	@sed -n 's/^\([a-z-]*\):[^#]*## /\1#/p' $(MAKEFILE_LIST) | while IFS='#' read -r name text; do printf '  make %-11s %s\n' "$$name" "$$text"; done
