"""Every regular expression of the package, and how the sources run it.

Call sites come from the syntax trees of the sources; patterns from a hook in `re`, in a process of its own (this file run
as a script), while all modules are imported, the vocabulary is compiled and documents are read.
"""

from __future__ import annotations

import ast
import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, TypeVar

_SPEC = find_spec("selfeval_extract")
assert _SPEC is not None and _SPEC.origin is not None
PACKAGE = Path(_SPEC.origin).parent
ROOT = Path(__file__).parents[2]
WAYS = ("finditer", "match", "fullmatch")
LENGTH = 100_000
_SCANS = frozenset({"search", "split", "findall", "finditer", "sub", "subn"})
"""Methods that try every place of a text: none of them does more than `finditer`."""
_RUNS = _SCANS | {"match", "fullmatch"}
_MAKERS = _RUNS | {"compile"}


@dataclass(frozen=True, order=True, slots=True)
class Site:
    """A call of a function of `re` in the sources, by the lines it stands on."""

    file: str
    first: int
    last: int
    function: str


@dataclass(frozen=True, slots=True)
class Pattern:
    """A regular expression, the sites it was made at, and the `WAYS` in which the sources run it."""

    text: str
    flags: int
    sites: tuple[Site, ...]
    ways: tuple[str, ...]
    longest: int = LENGTH

    def __str__(self) -> str:
        at = self.sites[0]
        return f"{at.file}:{at.first} {self.text[:100]}"


# -- the sources ------------------------------------------------------------------------------------------------------


@cache
def trees() -> dict[str, ast.Module]:
    """The syntax tree of every module of the package."""
    return {p.relative_to(PACKAGE).as_posix(): ast.parse(p.read_text("utf-8")) for p in sorted(PACKAGE.rglob("*.py"))}


_NOT_LOOKED_AT = ("runtime/pattern_cache.py", "vocabulary/__main__.py")
"""What makes the patterns of all others, and the command that shows which wordings match."""


def sites(modules: dict[str, ast.Module]) -> list[Site]:
    """Every call of a function of `re` that makes a pattern."""
    return sorted(
        Site(file, node.lineno, node.end_lineno or node.lineno, function)
        for file, tree in modules.items()
        if file not in _NOT_LOOKED_AT
        for node in ast.walk(tree)
        if (function := _re_function(node))
    )


def hidden(modules: dict[str, ast.Module]) -> list[str]:
    """Imports through which patterns could be made that `sites` does not see, but of the module that makes all others'."""
    return [
        f"{file}:{node.lineno}"
        for file, tree in modules.items()
        if file != "runtime/pattern_cache.py"
        for node in ast.walk(tree)
        if (isinstance(node, ast.ImportFrom) and node.module in ("re", "regex"))
        or (
            isinstance(node, ast.Import) and any(a.name == "regex" or (a.name == "re" and a.asname) for a in node.names)
        )
    ]


def _re_function(node: ast.AST) -> str | None:
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "regex":
        return "compile"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _MAKERS:
        return node.func.attr if isinstance(node.func.value, ast.Name) and node.func.value.id == "re" else None
    return None


def _named(modules: dict[str, ast.Module]) -> dict[Site, tuple[str, set[str]]]:
    """For each pattern that a module gives a name: the name, and the files in which it means that pattern."""
    found: dict[Site, tuple[str, set[str]]] = {}
    importers: dict[tuple[str, str], set[str]] = {}
    for file, tree in modules.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    importers.setdefault((node.module, alias.name), set()).add(file)
    for file, tree in modules.items():
        dotted = "selfeval_extract." + file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        for node in tree.body:
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and _re_function(node.value):
                value, name = node.value, node.targets[0].id
                site = Site(file, value.lineno, value.end_lineno or value.lineno, "compile")
                found[site] = name, {file} | importers.get((dotted, name), set())
    return found


def _way(method: str) -> str:
    return "finditer" if method in _SCANS else method


def ways_of(modules: dict[str, ast.Module]) -> dict[Site, set[str]]:
    """How the sources run the pattern of a site: by the function called, or by the methods called on its name; every
    way, if it has no name or is handed on."""
    ways = {site: {_way(site.function)} if site.function in _RUNS else set(WAYS) for site in sites(modules)}
    uses = {file: _uses(tree) for file, tree in modules.items()}
    for site, (name, files) in _named(modules).items():
        methods = set().union(*(uses[file].get(name, ()) for file in files)) - {"pattern"}
        ways[site] = set().union(*({_way(m)} if m in _RUNS else WAYS for m in methods)) or set(WAYS)
    return {
        site: run - {"match"} if "finditer" in run else run for site, run in ways.items()
    }  # which begins with a match


def _uses(tree: ast.Module) -> dict[str, set[str]]:
    """Name → the attributes that are read from it; "" where the name itself is read."""
    found: dict[str, set[str]] = {}
    owners: set[int] = set()
    for node in ast.walk(tree):  # what has an attribute comes before it
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            owners.add(id(node.value))
            found.setdefault(node.value.id, set()).add(node.attr)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and id(node) not in owners:
            found.setdefault(node.id, set()).add("")
    return found


# -- the patterns -----------------------------------------------------------------------------------------------------


def collect() -> Iterator[tuple[str, int, str, int]]:
    """Every pattern that the package makes, with file and line: run in a process that has not yet imported it."""
    seen: set[tuple[str, int, str, int]] = set()
    compile_ = re._compile  # type: ignore[attr-defined]

    def hooked(pattern: Any, flags: Any) -> Any:
        made = compile_(pattern, flags)
        frame: Any = sys._getframe(1)
        while frame.f_code.co_filename == re.__file__:
            frame = frame.f_back
        file = Path(frame.f_code.co_filename)
        if file.is_relative_to(PACKAGE):
            text = made.pattern if isinstance(made.pattern, str) else made.pattern.decode("latin-1")
            seen.add((text, made.flags, file.relative_to(PACKAGE).as_posix(), frame.f_lineno))
        return made

    re._compile = hooked  # type: ignore[attr-defined]
    importlib.import_module("selfeval_extract.runtime.pattern_cache").regex = re.compile  # type: ignore[attr-defined]  at once, where they stand
    package = importlib.import_module("selfeval_extract")
    for module in pkgutil.walk_packages(package.__path__, "selfeval_extract."):
        if not module.name.endswith("__main__"):
            try:
                importlib.import_module(module.name)
            except ModuleNotFoundError as error:
                if error.name not in OPTIONAL:
                    raise
    vocabulary = importlib.import_module("selfeval_extract.vocabulary.files")
    for name in VOCABULARY:
        for group, roles in vocabulary.groups(name).items():
            seen.update((p.pattern, p.flags, f"{name} [{group}] {role}", 0) for role, p in roles.items())
    for file, tree in trees().items():
        dotted = f"selfeval_extract.{file.removesuffix('.py').replace('/', '.')}".removesuffix(".__init__")
        for node in ast.walk(tree):
            if _re_function(node) and not file.endswith("__main__.py"):
                seen |= set(_evaluated(node, file, vars(sys.modules[dotted])))
    read = importlib.import_module("selfeval_extract.pipeline").extract
    for document in DOCUMENTS:
        read(ROOT / document)
    yield from sorted(seen)


def _evaluated(call: Any, file: str, names: dict[str, Any]) -> Iterator[tuple[str, int, str, int]]:
    """The pattern of a call without flags, if it can be told from the module's own names."""
    plain = {"compile": 1, "sub": 3, "subn": 3}.get(_re_function(call) or "", 2)
    try:
        pattern = eval(compile(ast.Expression(call.args[0]), file, "eval"), dict(names))
    except NameError:
        return  # made of a function's own variables: documents have to be read
    if isinstance(pattern, str) and len(call.args) <= plain and not any(k.arg == "flags" for k in call.keywords):
        yield pattern, re.compile(pattern).flags, file, call.lineno


T = TypeVar("T")
ASKED = {
    "checks.toml [prompts] loose": ("fullmatch",),
    "labels.toml": ("fullmatch",),
    "words.toml [levels]": ("fullmatch",),
    "words.toml [bodies] any": ("fullmatch",),
    "words.toml [grades]": ("fullmatch",),
    "words.toml [rows]": ("fullmatch",),
    "words.toml [title_lines] small": ("fullmatch",),
    "words.toml [title_lines] continued": ("fullmatch",),
    "words.toml [title_lines] report_end": ("fullmatch",),
    "words.toml [title_lines] without_subject": ("fullmatch",),
    "words.toml [title_lines] signed_by": ("match",),
    "words.toml [notes]": ("match",),
    "words.toml [web_page]": ("fullmatch",),
    "words.toml [titles]": ("fullmatch",),
    "words.toml [other_titles]": ("fullmatch",),
}
"""How the vocabulary's patterns are run where not in all ways."""
OPTIONAL = ("daft", "ray")
"""What may be missing: without it, the modules that need it are not looked at."""
VOCABULARY = ("amounts.toml", "checks.toml", "labels.toml", "topics.toml", "words.toml")
"""The vocabulary's files of patterns."""
DOCUMENTS = (
    "samples/transfer_form.pdf",
    "samples/sichuan_project.txt",
    "tests/checks/seeded/a1_hn_nongye_faulty.docx",
    "tests/checks/seeded/henan_chengguan_faulty.docx",
)
"""Documents whose reading makes the patterns that are made while documents are read."""


def patterns(
    made: Iterable[tuple[str, int, str, int]], modules: dict[str, ast.Module], bounds: Mapping[str, int]
) -> list[Pattern]:
    """What `collect` found, each pattern once, with its sites, the ways it is run in, and the longest text it is asked of:
    that which `bounds` have for a vocabulary's file, or for a group of it."""
    ways = ways_of(modules)
    made = list(made)
    worded = {(text, flags) for text, flags, _, line in made if not line}
    by_text: dict[tuple[str, int], set[Site]] = {}
    for text, flags, file, line in made:
        if not line:
            site = Site(file, 0, 0, "compile")
            ways[site] = set(_of_words(site, ASKED, WAYS))
            by_text.setdefault((text, flags), set()).add(site)
            continue
        at = {site for site in ways if site.file == file and site.first <= line <= site.last}
        assert at, f"{file}:{line} makes a pattern where the sources show no call: {text}"
        if (text, flags) in worded:
            ways.update((site, set()) for site in at if site.file == "vocabulary/files.py")
        by_text.setdefault((text, flags), set()).update(at)
    return [
        Pattern(
            text,
            flags,
            tuple(sorted(at)),
            tuple(sorted(set().union(*(ways[s] for s in at)))),
            max(_of_words(s, bounds, LENGTH) for s in at),
        )
        for (text, flags), at in by_text.items()
    ]


def _of_words(site: Site, told: Mapping[str, T], otherwise: T) -> T:
    """What is told of a role, group or file of the vocabulary, the narrowest first; `otherwise` for any other site."""
    words = site.file.split(" ")
    return next((told[name] for n in (3, 2, 1) if (name := " ".join(words[:n])) in told), otherwise)


if __name__ == "__main__":
    json.dump(list(collect()), sys.stdout)
