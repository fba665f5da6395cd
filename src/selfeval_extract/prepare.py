"""Compiles the patterns of the program ahead of its first run: `python -m selfeval_extract.prepare`.

For installations that later runs cannot write to: the image of a container, a folder of somebody else's. There each run would
compile them again, which takes a third of its time. To be run once, by whoever installs the program."""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from inspect import signature
from pathlib import Path
from pkgutil import walk_packages

import selfeval_extract
from selfeval_extract import vocabulary
from selfeval_extract.runtime.pattern_cache import compile_all, save
from selfeval_extract.vocabulary.files import ASKED_AS_ONE, groups, roles_in_one
from selfeval_extract.writers import TABLES
from selfeval_extract.writers.tables import column_texts


def main() -> int:
    """Compile and keep them. Returns the exit status: 0 done, 1 they cannot be written."""
    for module in walk_packages(selfeval_extract.__path__, "selfeval_extract."):
        if not module.name.endswith("__main__"):
            with suppress(ImportError):  # of an extra that is not installed
                _fill_caches(module.name)
    for file in Path(vocabulary.__path__[0]).glob("*.toml"):
        groups(file.name)
    for name in ASKED_AS_ONE:
        for group in groups(name):
            roles_in_one(name, group)
    column_texts(*TABLES)
    count = compile_all()
    sys.dont_write_bytecode = False  # whoever runs this wants them written
    if not save():
        print("The patterns cannot be written beside the program.", file=sys.stderr)
        return 1
    print(f"{count:,} patterns are compiled.", file=sys.stderr)
    return 0


def _fill_caches(module: str) -> None:
    """Import a module and call what it makes once, when it is first needed: its cached functions without arguments."""
    for value in list(vars(import_module(module)).values()):
        if hasattr(value, "cache_info") and not signature(value).parameters:
            value()


if __name__ == "__main__":
    sys.exit(main())
