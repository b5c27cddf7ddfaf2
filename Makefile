# `make demo` and `make test` set up all that they need: virtual environment, package, browser.
VENV ?= .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.govlint-installed
# As many tests abreast as there are cores, those of one file one after the other: most of their time they wait for a browser.
ABREAST ?= -n auto --dist loadfile

.PHONY: demo test test-all build check docs check-docs bench bench-documents known-good known-bad clean browser

demo: $(INSTALLED) browser
	$(BIN)/govlint demo

test: $(INSTALLED) browser
	$(BIN)/python tools/vendor.py tests
	$(BIN)/python -m pytest -m "not slow" $(ABREAST)

test-all: $(INSTALLED) browser
	$(BIN)/python tools/vendor.py tests
	$(BIN)/python -m pytest $(ABREAST)

build: $(INSTALLED)
	$(BIN)/python -m build

check: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[check]'
	$(BIN)/python -m ruff check src tests tools rules hatch_build.py

docs: $(INSTALLED)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[docs]'
	$(BIN)/govlint rules docs --out docs/rules
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --strict --quiet

# The manual judged by govlint itself: CHECK_DOCS=--kinds for one page of each kind, --all for each.
check-docs: docs browser
	$(BIN)/python tools/check_manual.py $(CHECK_DOCS)

# The whole takes hours, and goes on where it was cut; `make bench BENCH_PAGES=8 BENCH_RUNS=1 BENCH_ONLY="naive govlint-axe"` takes minutes.
bench: $(INSTALLED) browser
	$(BIN)/python -m tools.bench $(if $(BENCH_PAGES),--pages "$(BENCH_PAGES)") $(if $(BENCH_RUNS),--runs "$(BENCH_RUNS)") \
		$(if $(BENCH_ONLY),--only "$(BENCH_ONLY)") $(if $(BENCH_FRESH),--fresh)

# 2,000 made PDFs over loopback, beside pikepdf alone; half a minute on two quiet cores.
bench-documents: $(INSTALLED)
	$(BIN)/python -m tools.bench_documents $(if $(BENCH_DOCUMENTS),--count "$(BENCH_DOCUMENTS)")

# Official examples, as published and each broken in one place after another; brings the releases from npm.
known-good: $(INSTALLED)
	$(BIN)/python tools/known_good.py

known-bad: $(INSTALLED)
	$(BIN)/python tools/known_bad.py

browser: $(INSTALLED)
	@$(BIN)/python tools/install_browser.py

$(INSTALLED): pyproject.toml hatch_build.py tools/vendor.py tools/environment.sh
	@sh tools/environment.sh $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	@touch $@

clean:
	rm -rf build dist site docs/rules .pytest_cache .hypothesis $(INSTALLED)
	rm -rf src/govlint/vendor/axe-core src/govlint/vendor/govuk-frontend fixtures/vendor
