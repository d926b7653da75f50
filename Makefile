# make          richt alles in (in de map .venv) en bouwt de dossiers
# make test     richt alles in en doet alle controles
# make bench    meet de snelheid en schrijft docs/prestaties.md (een kwartier)
# make schoon   gooit weg wat hier is ingericht; inhoud en uitvoer blijven
#
# Nodig: make en Python 3.11 of nieuwer. Een andere Python kiezen: make PYTHON=/pad/naar/python3

OMGEVING := .venv
BIN := $(OMGEVING)/bin
# Een lege PYTHONPATH: wat er elders op de machine ligt, doet niet mee.
export PYTHONPATH :=
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Twee keer stil: alleen fouten. Elke versie is die van vergrendeld.txt.
INSTALLEER := $(BIN)/python -m pip install -qq --constraint vergrendeld.txt

# Een verplaatste map heeft opdrachten die naar de oude plek wijzen: richt dan opnieuw in.
ifneq ("$(shell cat $(OMGEVING)/plaats 2>/dev/null)","$(CURDIR)")
$(shell rm -f $(OMGEVING)/klaar-*)
endif

.PHONY: bouw test bench schoon

bouw: $(OMGEVING)/klaar-product
	@$(BIN)/raadwerk bouw

test: $(OMGEVING)/klaar-toets
	$(BIN)/python -m ruff check .
	$(BIN)/python -m ruff format --check .
	$(BIN)/python -m mypy
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

# Waarmee Raadwerk wordt vergeleken, staat in een eigen omgeving; lukt het inrichten niet, dan vervalt de vergelijking.
bench: $(OMGEVING)/klaar-product
	@test -x .bench/bin/python || { $(BIN)/python -m venv .bench && \
	    .bench/bin/python -m pip install -qq docxtpl weasyprint || rm -rf .bench; }
	@$(BIN)/python tests/prestaties.py

schoon:
	rm -rf $(OMGEVING) .bench build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# --no-build-isolation: ook het bouwen gebeurt met de vergrendelde setuptools.
$(OMGEVING)/klaar-product: $(OMGEVING)/klaar-basis pyproject.toml setup.py
	@echo "Raadwerk wordt ingericht in $(OMGEVING) (alleen de eerste keer) ..."
	@$(INSTALLEER) --no-build-isolation --editable .
	@touch $@

$(OMGEVING)/klaar-toets: $(OMGEVING)/klaar-basis pyproject.toml setup.py
	@echo "Raadwerk en het gereedschap voor de controles worden ingericht in $(OMGEVING) (alleen de eerste keer) ..."
	@$(INSTALLEER) --no-build-isolation --editable ".[toets,pdfkeuring]"
	@touch $(OMGEVING)/klaar-product $@

$(OMGEVING)/klaar-basis: vergrendeld.txt
	@for python in "$(PYTHON)" python3 python python3.14 python3.13 python3.12 python3.11; do \
	    "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || continue; \
	    nieuw=$$python; \
	    "$$python" -c 'import ensurepip, venv' 2>/dev/null && { goed=$$python; break; }; \
	done; \
	if [ -z "$$nieuw" ]; then \
	    echo "Raadwerk vraagt Python 3.11 of nieuwer, en die is hier niet gevonden."; \
	    echo "Installeer Python en geef daarna opnieuw: make"; \
	    echo "Staat Python op een andere plek: make PYTHON=/pad/naar/python3"; \
	    exit 1; \
	elif [ -z "$$goed" ]; then \
	    echo "Python is gevonden ($$nieuw), maar zonder het onderdeel venv."; \
	    echo "Op Debian en Ubuntu: sudo apt install python3-venv. Geef daarna opnieuw: make"; \
	    exit 1; \
	fi >&2; \
	"$$goed" -m venv $(OMGEVING)
	@$(INSTALLEER) pip setuptools
	@pwd > $(OMGEVING)/plaats
	@touch $@
