"""The smallest document that shows a failure: blocks, rows and columns are taken out while it stays the same failure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .anatomy import parts
from .bases import CheckContext
from .grid import into, of_block
from .relation import Difference, Transformation, broken, name_of, record_of, seeded
from .word import docx_bytes

PROBES = 300


@dataclass(frozen=True)
class Shrunk:
    """A smaller case, what the change makes of it, and how the relation is broken there."""

    case: CheckContext
    changed: CheckContext
    differences: list[Difference]


def kinds(found: list[Difference]) -> set[str]:
    """The failures' pointers without the positions in lists."""
    return {re.sub(r"/\d+", "/*", d.pointer) for d in found}


def shrink(t: Transformation, case: CheckContext, seed: str) -> Shrunk:
    """Greedy: what can be left out is left out, the large pieces first."""
    wanted = kinds(broken(t, case, seed) or [])
    probes = PROBES

    def fails(smaller: CheckContext) -> bool:
        if "pdf" in t.name:
            return False  # a shrunk case has no PDF
        try:
            return bool(wanted & kinds(broken(t, smaller, seed) or [])) and sound(smaller)
        except (AssertionError, ValueError, IndexError, KeyError, StopIteration):
            return False  # the change itself does not fit this document

    again = True
    while again and probes > 0:
        again = False
        for smaller in _smaller(case):
            probes -= 1
            if probes <= 0:
                break
            if fails(smaller):
                case, again = smaller, True
                break
    changed = t.change(case, seeded(t.name, seed))
    assert changed is not None
    return Shrunk(case, changed, broken(t, case, seed) or [])


def sound(case: CheckContext) -> bool:
    """Whether the unchanged document is still read as what it is: tables with a block in them, an evaluation each at the
    most, and no more indicators than rows of them."""
    found = [parts(of_block(b)) for b in case["blocks"] if "table" in b and not b.get("borderless")]
    rows = sum(len(p.body) for ps in found for p in ps if p.kind == "indicators")
    evaluations = record_of(docx_bytes(case))["evaluations"]
    read = sum(len(e["indicators"]) for e in evaluations)
    return all(found) and len(found) >= len(evaluations) >= min(len(found), 1) and rows >= read >= min(rows, 1)


def _smaller(case: CheckContext) -> Iterator[CheckContext]:
    """The case with something left out: runs of blocks, then runs of rows."""
    blocks = case["blocks"]
    for size in (len(blocks) // 2, len(blocks) // 4, 1):
        for n in range(0, len(blocks), size) if size else ():
            kept = blocks[:n] + blocks[n + size :]
            if kept:
                yield {**case, "blocks": kept}
    for n, b in enumerate(blocks):
        if "table" not in b:
            continue
        grid = of_block(b)
        found = parts(grid)
        heads = {r for p in found for r in p.head}
        for size in (8, 4, 2, 1):
            for first in range(0, grid.rows - size + 1, max(1, size // 2)):
                gone = set(range(first, first + size))
                whole = any(set(p.rows) <= gone for p in found)
                emptied = any(set(p.body) <= gone and not set(p.rows) <= gone for p in found)
                if len(gone) == grid.rows or emptied or (gone & heads and not whole):
                    continue
                yield {**case, "blocks": [*blocks[:n], into(b, grid.without_rows(gone)), *blocks[n + 1 :]]}


def shown(case: CheckContext) -> str:
    """A case as lines: paragraphs as they are, a table's rows as cells between bars (`^` continues the cell above)."""
    out = []
    for b in case["blocks"]:
        if b.get("page"):
            out.append("----- page -----")
        elif "table" in b:
            grid = of_block(b)
            for r in range(grid.rows):
                cells = []
                for c in grid.covering(r):
                    span = f"[{c.columns}] " if c.columns > 1 else ""
                    cells.append(span + (c.text.replace("\n", "⏎") if c.row == r else "^"))
                out.append("| " + " | ".join(cells) + " |")
        else:
            out.append(("# " if "h" in b else "") + b.get("p", b.get("h", "")))
    return "\n".join("    " + line for line in out)


def decoded(data: bytes) -> str:
    """A text rendering as it was before it was encoded."""
    for encoding in ("utf-8-sig", "utf-16", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return repr(data)


def report(t: Transformation, case: CheckContext, seed: str) -> str:
    """What a failing test says."""
    small = shrink(t, case, seed)
    lines = [
        f"{t.name} ({t.says}) on {case['name']}, seed {seed}",
        f"smallest document, after the change ({len(shown(small.changed).splitlines())} lines):",
        shown(small.changed),
        f"differences ({len(small.differences)}):",
        *(f"    {d}" for d in small.differences[:12]),
    ]
    data = t.render(small.changed)
    if name_of(data) == "x.txt":
        lines += ["as text:", *(f"    {line!r}" for line in decoded(data).splitlines())]
    if small.changed is not small.case and shown(small.changed) != shown(small.case):
        lines[1:1] = ["before the change:", shown(small.case)]
    return "\n".join(lines)
