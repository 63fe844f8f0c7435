# impactapp: `make run` shows the secretary case, `make test` checks everything. Both set up what they need.
PYTHON ?= python3
PY := .venv/bin/python
SOURCES := $(wildcard impactapp tests benchmarks)
SCREEN := $(or $(DISPLAY),$(WAYLAND_DISPLAY),$(filter-out Linux,$(shell uname -s)))
DEMO := build/secretaire/secretaire-medicale
LOCK := $(PY) -m uv pip compile pyproject.toml --universal --generate-hashes --no-header --quiet $(UPGRADE)

.PHONY: help run test check style types floors packages bench screenshots words lock clean system-run system-test
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' Makefile

run: .venv/run.done ## the secretary case in a window; without a display, written to build/secretaire
ifneq ($(SCREEN),)
	$(PY) -m impactapp demo
else
	@mkdir -p $(dir $(DEMO)) && rm -f $(DEMO)*
	@$(PY) -m impactapp demo --out $(DEMO).impact >/dev/null
	@for suffix in xlsx pdf docx pptx; do \
		$(PY) -m impactapp export $(DEMO).impact --out $(DEMO).$$suffix >/dev/null || exit 1; \
	done
	@$(PY) -m impactapp export $(DEMO).impact --summary --out $(DEMO)-une-page.pdf >/dev/null
	@for chart in matrix interval leverage; do \
		$(PY) -m impactapp export $(DEMO).impact --chart $$chart --out $(DEMO)-$$chart.pdf >/dev/null || exit 1; \
		$(PY) -m impactapp export $(DEMO).impact --chart $$chart --out $(DEMO)-$$chart.png >/dev/null || exit 1; \
	done
	@$(PY) -m impactapp export $(DEMO).impact --out $(DEMO).zip >/dev/null
	@echo "No display here: the secretary study, its report, slides, workbook and figures are in $(CURDIR)/$(dir $(DEMO))"
endif

test: .venv/dev.done ## all checks and all tests
	@$(MAKE) --no-print-directory --keep-going check
	@.ci/test.sh

check: style types floors packages ## the checks that run nothing: style, types, floors, packages

style: .venv/dev.done
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .

types: .venv/dev.done
	$(PY) -m mypy $(SOURCES)

floors: .venv/dev.done
	$(PY) -c 'from importlinter.cli import lint_imports_command as lint; lint()' --no-logo --no-cache

packages: .venv/dev.done
	$(PY) -m deptry impactapp

bench: .venv/dev.done ## the figures the README prints
	$(PY) -m benchmarks

screenshots: .venv/dev.done ## the pictures of the README, from the real window
	QT_QPA_PLATFORM=offscreen $(PY) -m tests.screenshots docs/screenshots

words: .venv/dev.done ## extract the words, update the French and compile it
	$(PY) -m tests.words

lock: .venv/dev.done ## both lock files again (UPGRADE=--upgrade for newer versions)
	$(LOCK) --output-file requirements.lock
	$(LOCK) --extra dev --constraints requirements.lock --output-file requirements-dev.lock

clean: ## remove everything that was made here
	rm -rf .venv build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find impactapp tests benchmarks -name __pycache__ -prune -exec rm -rf {} +

.venv/run.done: requirements.lock | system-run
.venv/dev.done: requirements-dev.lock | system-test
.venv/run.done .venv/dev.done:
	$(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check --no-input --require-hashes -r $(filter %.lock,$^)
	@touch $@

system-run system-test: system-%:
	@.ci/setup-system.sh $* $(PYTHON)
