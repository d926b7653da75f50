"""The law as it comes along with Raadwerk, for tests."""

from generator.inhoud.recht import load_recht
from generator.meegeleverd import read_meegeleverd

RECHT = load_recht(read_meegeleverd("inhoud/recht/"))
