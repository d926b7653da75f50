"""``python -m generator`` is ``raadwerk``."""

from __future__ import annotations

from generator.cli import main

if __name__ == "__main__":  # a process of ``bouw --alle`` imports this too
    main()
