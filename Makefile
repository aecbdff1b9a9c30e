# Two commands: `make` sets everything up and draws the example; `make test` runs the tests.
# The rest is for those who change Coalition; see CONTRIBUTING.md.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
SOURCES := $(shell find src -type f -not -name '*.pyc' -not -name '*.so') \
           CMakeLists.txt pyproject.toml README.md LICENSE
EXAMPLE := examples/Complete_LinkedInDataExport_11-02-2026
PICTURE := out/my-new-boss.svg

.PHONY: all install test lint develop peers picture pins clean

all: install
	@mkdir -p $(dir $(PICTURE))
	@$(BIN)/coalition cloud $(EXAMPLE) --max-tags 20
	@$(BIN)/coalition cloud $(EXAMPLE) --title "My new boss" -o $(PICTURE)
	@echo
	@echo "The picture is in $(CURDIR)/$(PICTURE): open it in a browser."
	@echo "Next, try:"
	@echo "  $(BIN)/coalition cloud $(EXAMPLE) --why \"Change Management\""
	@echo "  $(BIN)/coalition cloud examples/skills-page.txt -o out/peer.html"
	@echo "  $(BIN)/coalition compare $(EXAMPLE) examples/my-skills.csv -o out/common.svg"
	@echo "  $(BIN)/coalition read examples/team.csv"
	@echo "  $(BIN)/coalition --workbook out/try.coalition import $(EXAMPLE) --me"
	@echo "  $(BIN)/coalition --workbook out/try.coalition people"

install: $(VENV)/.installed

$(VENV)/.python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Coalition needs Python 3.11 or newer: make PYTHON=python3.11")'
	@echo "Setting up $(VENV) ..."
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/.requirements: constraints.txt $(VENV)/.python
	@echo "Installing what Coalition needs ..."
	@$(PIP) install --quiet --require-hashes -r constraints.txt
	@touch $@

# The kernel is compiled here, so its sources (in SOURCES) are what this depends on.
$(VENV)/.installed: $(SOURCES) $(VENV)/.requirements
	@echo "Compiling and installing Coalition ..."
	@$(PIP) install --quiet --no-deps --no-build-isolation --force-reinstall .
	@echo
	@touch $@

$(VENV)/.dev-requirements: constraints-dev.txt $(VENV)/.requirements
	@echo "Installing what the tests need ..."
	@$(PIP) install --quiet --require-hashes -r constraints-dev.txt
	@touch $@

test: $(VENV)/.installed $(VENV)/.dev-requirements
	$(BIN)/python -m pytest -rs -n auto --dist loadfile

lint: $(VENV)/.installed $(VENV)/.dev-requirements
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# An editable install: Python sources are used as they are; the kernel still wants `make develop`.
develop: $(VENV)/.dev-requirements
	$(PIP) install --quiet --no-deps --no-build-isolation --editable .

# The engines that benchmarks/ measures Coalition against. R is your system's to install.
peers: develop
	$(PIP) install --quiet "wordcloud>=1.9" "numpy>=2" "pillow>=11" "rapidfuzz>=3"
	npm install --prefix benchmarks/peers/drivers --no-package-lock --ignore-scripts --no-audit --no-fund
	@Rscript -e 'invisible(lapply(c("wordcloud", "jsonlite"), library, character.only = TRUE))' \
	    || echo "Without R's wordcloud and jsonlite it is left out (Debian: r-cran-wordcloud r-cran-jsonlite)."

# The README's pictures, to be drawn anew where clouds come to look different.
picture: install
	$(BIN)/coalition cloud $(EXAMPLE) --title "My new boss" -o docs/my-new-boss.svg
	$(BIN)/coalition compare $(EXAMPLE) examples/my-skills.csv --names Marisol Robin \
	    --max-tags 20 -o docs/common-ground.svg

# New pinned versions; needs the tool uv on the PATH.
PIN := uv pip compile pyproject.toml --extra build --universal --python-version 3.11 \
       --generate-hashes --no-header --no-annotate --no-emit-index-url --quiet
pins:
	$(PIN) -o constraints.txt
	$(PIN) --extra dev -o constraints-dev.txt

clean:
	rm -rf $(VENV) build out
