"""What tests of templates look for in a paper."""

from voorbeelden import boom

from generator.document.walk import plain_text


def afgedrukt(markdown, **anders):
    return plain_text(boom(markdown, **anders).blocks[1:])


REGEL = 9  # the first line after the head of the little template
