"""`python -m generator` is the command `catalog`."""

from generator.cli import main

main()
