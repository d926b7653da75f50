"""The papers of an objection (*zaakstukken*): a case and what follows from it → what a template may speak of.

Nothing is decided here that the facts do not decide: what they leave open prints as ``[nog in te vullen: …]``, and
what they forbid is refused with the reason (``weigeringen``).
"""
