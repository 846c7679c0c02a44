# Two commands do everything: `make run` and `make test`.
VENV   ?= .venv
PYTHON ?= python3
BIN    := $(VENV)/bin
READY  := $(VENV)/.ready

# A cold start is judged with compiled modules, as an installed application has them.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: run test tests check style types bench soak corpus screenshots texts format clean

run: $(READY) ## open the app on the example team; without a display, write a brief and say where
	@$(BIN)/sponsor-app --example

# The types are checked while the tests run, in the time in which they wait for something.
test: style ## every check and every test
	@sh .ci/second-engine $(VENV)/engine
	@$(MAKE) --no-print-directory --jobs=2 types tests

# Files in the order of their names, so that the small ones of tests/unit come last and both cores end together.
tests: $(READY)
	@$(BIN)/python -m pytest -q --numprocesses auto --dist loadfile --no-loadscope-reorder

check: style types ## lint, format, import contracts, types

style: $(READY)
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/lint-imports

types: $(READY)
	@nice -n 10 $(BIN)/pyright

bench: $(READY) ## print figures as ratios to floors measured in the same run
	-@sh .ci/system-packages keepassxc
	@$(BIN)/python -m tests.benchmarks

soak: $(READY) ## longer torture; SEED=n MINUTES=n
	@SEED=$(SEED) MINUTES=$(MINUTES) $(BIN)/python -m pytest -q -s -m soak --timeout 0

corpus: $(READY) ## what becomes of every real file beside the repository, against its counts
	@$(BIN)/python -m tests.corpus

screenshots: $(READY) ## every screen, light and dark, two sizes, into screenshots/
	@$(BIN)/python -m tests.screenshots screenshots

texts: $(READY) ## bring the catalogues of the languages up to date with the source, and compile them
	@$(BIN)/python -m tests.language

format: $(READY)
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

$(READY): pyproject.toml .ci/requirements.lock .ci/system-packages
	@sh .ci/system-packages
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint .ci/requirements.lock --editable '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) build dist .pytest_cache .ruff_cache .hypothesis .import_linter_cache
