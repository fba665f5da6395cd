"""Text files → Document: lines are paragraphs, and tables that a converter flattened are rows of cells again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from selfeval_extract.document import Block, Cell, Document, LinePiece, Note, Paragraph, Table, Text, join
from selfeval_extract.errors import UnreadableFile
from selfeval_extract.limits import LIMITS, Limits
from selfeval_extract.readers.decode import decode, without_controls
from selfeval_extract.runtime.pattern_cache import regex
from selfeval_extract.values.list_numbers import begins_paragraph

_BINARY = regex(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\ufffd]")
_BARS = str.maketrans("｜│┃║¦", "|||||")
_RULE = regex(r"^[\s|+:┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝┏┳┓┣╋┫┗┻┛]*[-=_─━═][\s|+:\-=_─━┄┈┌┬┐├┼┤└┴┘╔╦╗╠╬╣╚╩╝═┏┳┓┣╋┫┗┻┛]*$")
_DRAWN = regex(r"[|+┼┬┴├─━]")
_SET = regex(r"[\t|｜│┃║¦+┼┬┴├─━]|[ \u3000]{2}")
"""What every line of a table has: a tab, a bar, a drawn line or a gap."""
_GAP = regex(r"[ \u3000]{2,}|[ ]\u3000|\u3000[ ]")
_WORDS = regex(r"\S+(?:[ \u3000]\S+)*")
_PAGE_NUMBER = regex(
    r"^[ \u3000\f]*(?:[-—–－]{1,2}[ \u3000]*\d{1,4}[ \u3000]*[-—–－]{1,2}|第[ \u3000]*\d{1,4}[ \u3000]*页.{0,12})[ \u3000]*$"
)
_NEARLY = 0.75
_FEWEST_GAPS = 3
_WIDEST = 10_000
_STOPS = "。；！？："
_LINE_END = regex(r"\r\n|\r|\n")


@dataclass(slots=True)
class _FileLine:
    number: int
    text: str

    def part(self, start: int, end: int) -> Text:
        """A stretch of the line without the blanks around it."""
        stretch = self.text[start:end]
        string = stretch.strip()
        if not string:
            return Text("")
        return Text(string, (LinePiece(0, len(string), self.number, start + stretch.index(string[0])),))

    def whole(self) -> Text:
        return self.part(0, len(self.text))


def read_text(data: bytes, name: str, limits: Limits = LIMITS) -> Document:
    """Read a text file of any usual encoding.

    Raises `UnreadableFile`: `corrupt` for bytes that are no text, `limit`. Notes: `encoding_damage` where some bytes did not
    fit the encoding, `control_characters`.
    """
    string, encoding, bad = decode(data)
    if len(string) > limits.characters:
        raise limits.exceeded("characters", f"{name} has {len(string):,} characters")
    if len(_BINARY.findall(string[:100_000])) > 0.1 * len(string[:100_000]):
        raise UnreadableFile("corrupt", f"{name} holds binary data, not text. Export it again as .docx, .pdf or text.")
    string, controls = without_controls(string)
    notes = []
    if bad:
        message = f"{bad} places of {name} do not fit its encoding ({encoding}); they read as U+FFFD."
        notes.append(Note("encoding_damage", message))
    if controls:
        notes.append(Note("control_characters", f"{controls} control characters of {name} read as U+FFFD."))
    lines = [_FileLine(n, text) for n, text in enumerate(_LINE_END.split(string.removeprefix("\ufeff")), 1)]
    body, margins = _without_running(lines)
    return Document(
        name, "txt", tuple(_blocks(body)), tuple(Paragraph(line.whole()) for line in margins), (), tuple(notes)
    )


def _without_running(lines: list[_FileLine]) -> tuple[list[_FileLine], list[_FileLine]]:
    """(lines of the body, page numbers and running titles): what stands beside page numbers more than once."""
    pages = {n for n, line in enumerate(lines) if _PAGE_NUMBER.match(line.text)}
    if not pages:
        return lines, []
    printed = [n for n, line in enumerate(lines) if line.text.strip()]
    beside = [other for pair in pairwise(printed) for n, other in (pair, pair[::-1]) if n in pages]
    often = Counter(lines[n].text.strip() for n in beside)
    running = pages | {n for n in beside if often[lines[n].text.strip()] > 1 and "\t" not in lines[n].text}
    dropped = running | {n + 1 for n in running if n + 1 < len(lines) and not lines[n + 1].text.strip()}
    return [line for n, line in enumerate(lines) if n not in dropped], [lines[n] for n in sorted(running)]


def _blocks(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """The tables of a text laid out in pages; all other lines by the flavour of table they belong to."""
    if not _is_laid_out(lines):
        yield from _flavoured(lines)
        return
    from selfeval_extract.readers.text_layout import laid_out  # few texts need the geometry of pages

    by_number = {line.number: line for line in lines}
    for part in laid_out([(line.number, line.text) for line in lines]):
        if isinstance(part, Table):
            yield part
        else:
            yield from _flavoured([by_number[number] for number in part])


def _is_laid_out(lines: Sequence[_FileLine]) -> bool:
    """Whether a converter kept the layout of pages: form feeds between them, and columns set with blanks. No page is as
    wide as a file's text in one line."""
    if not any("\f" in line.text for line in lines) or any(len(line.text) > _WIDEST for line in lines):
        return False
    return sum(_kind(line.text) == "gap" for line in lines) >= _FEWEST_GAPS


def _flavoured(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """Lines by the flavour of table they belong to, and what each flavour makes of them."""
    kinds = _kinds(lines)
    width = _wrap_width([line for kind, line in zip(kinds, lines, strict=True) if kind == "prose"])
    at = 0
    for kind, group in groupby(kinds):
        run = lines[at : at + sum(1 for _ in group)]
        at += len(run)
        yield from _prose(run, width) if kind == "prose" else _FLAVOURS[kind](run)


def _kinds(lines: Sequence[_FileLine]) -> list[str]:
    """The flavour of each line: prose, or one of those of tables."""
    kinds = [_kind(line.text) for line in lines]
    if kinds.count("prose") == len(kinds):
        return kinds
    for start, end in _runs(kinds, "tab"):
        if not any("\t" in line.text[1:].rstrip("\t") for line in lines[start:end]):
            end = _stacked_end(lines, start, kinds)
            kinds[start:end] = ["stacked"] * (end - start)
    _close_spread(kinds, lines)
    _bridge(kinds, lines, range(len(lines)), ("tab", "bar"))
    _grow_gaps(kinds, lines)
    for start, end in _runs(kinds, "bar"):
        if all(_ends_in_its_only_bar(line.text) for line in lines[start:end]):
            kinds[start:end] = ["stream"] * (end - start)
    return kinds


def _close_spread(kinds: list[str], lines: Sequence[_FileLine]) -> None:
    """Tables with an empty line behind every row: where that is the rule, the empty lines belong to the table."""
    printed = [n for n, line in enumerate(lines) if line.text.strip()]
    for kind in ("tab", "bar"):
        pairs = [(a, b) for a, b in pairwise(printed) if kinds[a] == kinds[b] == kind]
        spread = [(a, b) for a, b in pairs if b - a == 2]
        if len(spread) > 0.7 * len(pairs):
            for a, b in spread:
                kinds[a:b] = [kind] * (b - a)


def _ends_in_its_only_bar(line: str) -> bool:
    plain = line.translate(_BARS).rstrip()
    return plain.endswith("|") and plain.strip().count("|") == 1


def _grow_gaps(kinds: list[str], lines: Sequence[_FileLine]) -> None:
    """Tables set with blanks: lines of two cells beside them and empty lines within them belong to them; less than
    three lines are no table."""
    printed = [n for n, line in enumerate(lines) if line.text.strip()]
    for here, there in (*pairwise(printed), *zip(printed[::-1], printed[-2::-1], strict=False)):
        if (
            kinds[here] == "gap"
            and kinds[there] == "prose"
            and _GAP.search(lines[there].text.strip())
            and abs(here - there) <= 3
        ):
            kinds[there] = "gap"
    _bridge(kinds, lines, printed, ("gap",))
    for here, there in pairwise(printed):
        if kinds[here] == kinds[there] == "gap" and there - here <= 4:
            kinds[here:there] = ["gap"] * (there - here)
    for start, end in _runs(kinds, "gap"):
        if sum(bool(line.text.strip()) for line in lines[start:end]) < 3:
            kinds[start:end] = ["prose"] * (end - start)


def _bridge(kinds: list[str], lines: Sequence[_FileLine], order: Sequence[int], of: Sequence[str]) -> None:
    """A short line between two lines of one table is a row with one cell (a level's name over its rows)."""
    for before, at, behind in zip(order, order[1:], order[2:], strict=False):
        text = lines[at].text.strip()
        if kinds[at] == "prose" and kinds[before] == kinds[behind] and kinds[before] in of and 0 < len(text) <= 20:
            kinds[at] = kinds[before]


def _kind(line: str) -> str:
    if not _SET.search(line):
        return "prose"
    if "\t" in line and ("\t" in line.strip() or line.startswith("\t")):
        return "tab"
    if _BAR.search(line) or (_RULE.match(line) and len(line.strip()) > 3 and _DRAWN.search(line)):
        return "bar"
    if line.strip() and len([p for p in _GAP.split(line.strip()) if p]) >= 3:
        return "gap"
    return "prose"


def _runs(kinds: Sequence[str], kind: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found, group in groupby(list(kinds)):
        length = len(list(group))
        if found == kind:
            yield start, start + length
        start += length


def _stacked_end(lines: Sequence[_FileLine], start: int, kinds: Sequence[str]) -> int:
    """Where a table of a cell a line ends: behind the last tab line that an unbroken chain of cells and row ends reaches."""
    end = last = start
    while end < len(lines):
        text = lines[end].text
        if text.startswith("\t"):
            last = end + 1
        elif text == "":
            ahead = next((x for x in lines[end + 1 : end + 3] if x.text), None)
            if ahead is None or not ahead.text.startswith("\t"):
                break
        elif kinds[end] != "prose":
            break
        end += 1
    while last < len(lines) and last < end and lines[last].text:
        last += 1
    return last


def _prose(lines: Sequence[_FileLine], width: int) -> Iterator[Block]:
    """Paragraphs; `width`: that at which the file breaks its lines, 0 if it does not."""
    if not width:
        yield from (Paragraph(text) for line in lines if (text := line.whole()).string)
        return
    pending: list[Text] = []
    for n, line in enumerate(lines):
        text = line.whole()
        if text.string:
            pending.append(text)
        follows = lines[n + 1].text if n + 1 < len(lines) else ""
        if pending and not _wrapped(line.text, follows, width):
            yield Paragraph(join(pending, ""))
            pending = []


def _wrap_width(lines: Sequence[_FileLine]) -> int:
    """The width at which the file breaks its lines, or 0 if it does not: many of its long lines end within a sentence."""
    widths = [_width(line.text) for line in lines]
    top = max(widths, default=0)
    if not 40 <= top <= 140:
        return 0
    long = [line.text for width, line in zip(widths, lines, strict=True) if width >= _NEARLY * top]
    within = sum(t.rstrip()[-1] not in _STOPS for t in long)
    return top if len(long) >= 5 and within >= 0.4 * len(long) else 0


def _wrapped(line: str, follows: str, width: int) -> bool:
    return (
        _width(line) >= _NEARLY * width
        and line.rstrip()[-1] not in _STOPS
        and bool(follows.strip())
        and not follows[0].isspace()
        and not begins_paragraph(follows)
    )


class _Places(dict[str, int]):
    """How many places each character takes, signs of doubtful width one."""

    def __missing__(self, char: str) -> int:
        self[char] = places = _places(char, "WF")
        return places


_PLACES = _Places()


def _width(text: str) -> int:
    printed = text.rstrip()
    return len(printed) if printed.isascii() else sum(map(_PLACES.__getitem__, printed))


def _places(char: str, wide: str) -> int:
    return 2 if unicodedata.east_asian_width(char) in wide else 1


def _rows(rows: Sequence[Sequence[Text]], breaks: bool = True) -> Iterator[Block]:
    """A table of rows of cells whose columns are only counted."""
    cells = [Cell(r, c, 1, 1, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    if cells:
        yield Table(tuple(cells), ruled=False, breaks=breaks)


def _stacked(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """A cell a line behind a tab, further lines of the cell without one, an empty line behind a row."""
    rows: list[list[list[Text]]] = []
    new_row = True
    for line in lines:
        if line.text.startswith("\t"):
            if new_row:
                rows.append([])
            rows[-1].append([line.part(1, len(line.text))])
            new_row = False
        elif line.text == "":
            new_row = True
        elif rows:
            rows[-1][-1].append(line.whole())
    return _rows([[join([t for t in cell if t.string]) for cell in row] for row in rows])


def _split(line: _FileLine, separator: re.Pattern[str]) -> list[Text]:
    cells, at = [], 0
    for match in separator.finditer(line.text):
        cells.append(line.part(at, match.start()))
        at = match.end()
    return [*cells, line.part(at, len(line.text))]


_TAB = regex(r"\t")
_BAR = regex(r"[|｜│┃║¦]")


def _tabbed(lines: Sequence[_FileLine]) -> Iterator[Block]:
    return _rows([_split(line, _TAB) for line in lines if line.text.strip("\r\n ")])


def _barred(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """Rows of cells between bars; a bar at the end of every line, or around every line, is an edge and no cell."""
    kept = [line for line in lines if line.text.strip() and not _RULE.match(line.text)]
    if not kept:
        return _prose(lines, 0)
    rows = [_split(line, _BAR) for line in kept]
    closed = all(_BAR.match(line.text.rstrip()[-1]) for line in kept)
    opened = closed and all(_BAR.match(line.text.lstrip()[0]) and not line.text.startswith("  ") for line in kept)
    opened = opened and all(line.text.startswith(kept[0].text[0]) for line in kept)
    return _rows([row[1 if opened else 0 : -1 if closed else None] for row in rows])


def _streamed(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """A cell a line before a bar: where a row ends is not told."""
    return _rows([[_split(line, _BAR)[0] for line in lines]], breaks=False)


def _gapped(lines: Sequence[_FileLine]) -> Iterator[Block]:
    """Columns set with blanks. Where cells begin at few common widths those are the columns; else cells are counted.

    Whether signs like ≥ take one place or two is not told: the way that gives fewer columns is right."""
    rows, starts = min((_aligned(_cells_at(lines, wide)) for wide in ("WF", "WFA")), key=lambda found: len(found[1]))
    if len(starts) > 2 * max(len(row) for row in rows):
        return _rows([[text for _, text in row] for row in rows])
    columns = {start: n for n, start in enumerate(starts)}
    cells = [cell for r, row in enumerate(rows) for cell in _set_row(r, row, columns, starts)]
    return iter([Table(tuple(cells))])


def _cells_at(lines: Sequence[_FileLine], wide: str) -> list[list[tuple[int, Text]]]:
    """Each line's stretches between gaps and the place where they begin; `wide`: the characters that take two places."""
    return [_cells_of(line, wide) for line in lines if line.text.strip()]


def _cells_of(line: _FileLine, wide: str) -> list[tuple[int, Text]]:
    cells: list[tuple[int, Text]] = []
    place = at = 0
    for match in _WORDS.finditer(line.text):
        place += sum(_places(c, wide) for c in line.text[at : match.start()])
        at = match.start()
        cells.append((place, line.part(*match.span())))
    return cells


def _aligned(rows: Sequence[Sequence[tuple[int, Text]]]) -> tuple[list[list[tuple[int, Text]]], list[int]]:
    """Rows with cells that begin one place apart (signs of doubtful width before them) set to one column."""
    often = Counter(start for row in rows for start, _ in row)
    columns: dict[int, int] = {}
    for start, _ in sorted(often.items(), key=lambda item: (-item[1], item[0])):
        near = next((n for n in (start - 1, start + 1) if columns.get(n) == n), start)
        columns[start] = near
    aligned = [[(columns[start], text) for start, text in row] for row in rows]
    return aligned, sorted(set(columns.values()))


def _set_row(r: int, row: Sequence[tuple[int, Text]], columns: dict[int, int], starts: Sequence[int]) -> Iterator[Cell]:
    """A row's cells at their columns, by the places where these start; a column that nothing stands in is empty, or goes on
    from above (`resumes`)."""
    column = 0
    for n, (start, text) in enumerate(row):
        at = columns[start]
        yield from (Cell(r, c, 1, 1, Text(""), resumes=True) for c in range(column, at))
        follows = columns[row[n + 1][0]] if n + 1 < len(row) else len(starts)
        end = at + 1
        while end < follows and starts[end] < start + _width(text.string):
            end += 1
        yield Cell(r, at, 1, end - at, text)
        column = end
    yield from (Cell(r, c, 1, 1, Text(""), resumes=True) for c in range(column, len(starts)))


_FLAVOURS: dict[str, Callable[[Sequence[_FileLine]], Iterator[Block]]] = {
    "stacked": _stacked,
    "tab": _tabbed,
    "bar": _barred,
    "stream": _streamed,
    "gap": _gapped,
}
