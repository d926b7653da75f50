"""``raadwerk``, and ``python -m generator``: Ctrl-C in the moment that the program loads just ends it."""

from __future__ import annotations

import signal


def main() -> None:
    """Run ``raadwerk`` with the arguments of this process."""
    # Python would show where it was loading; nothing has begun that must be told of.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    from generator.cli import main as voer_uit

    voer_uit()


if __name__ == "__main__":  # a process of ``bouw --alle`` imports this too
    main()
