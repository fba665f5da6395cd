"""Damage to Word files: the zip's parts and directory, and the XML inside, as markup and as a tree."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Callable
from copy import deepcopy
from random import Random

from lxml import etree

from . import WILD_NUMBERS, Edit, raw, words

Parts = list[tuple[str, bytes]]
PartEdit = Callable[[bytes, Random], bytes]

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_NAMESPACES = (
    f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_T = f"{{{_W}}}t"
_READ = ("word/document.xml", "word/document.xml", "word/document.xml", "word/styles.xml", "word/numbering.xml")
"""The parts most worth damaging: those that are read."""
_TAG = re.compile(rb"<[^>]+>")
_ATTRIBUTE = re.compile(rb'="([^"]*)"')
_DIRECTORY, _END = b"PK\x01\x02", b"PK\x05\x06"
_DIRECTORY_FIELDS = ((8, "H"), (10, "H"), (16, "I"), (20, "I"), (24, "I"), (28, "H"), (30, "H"), (32, "H"), (42, "I"))
_END_FIELDS = ((4, "H"), (6, "H"), (8, "H"), (10, "H"), (12, "I"), (16, "I"), (20, "H"))
_LARGEST = 3_000_000

_ELEMENTS = (
    '<w:gridSpan w:val="{n}"/>', '<w:vMerge/>', '<w:vMerge w:val="restart"/>', '<w:hMerge/>', '<w:gridBefore w:val="{n}"/>',
    '<w:trPr><w:gridBefore w:val="{n}"/></w:trPr>', '<w:tcPr><w:gridSpan w:val="{n}"/></w:tcPr>', '<w:tcPr><w:vMerge/></w:tcPr>',
    '<w:tcPr><w:hMerge/></w:tcPr>', '<w:tcPr><w:gridSpan w:val="0"/><w:vMerge/></w:tcPr>', '<w:pPr><w:outlineLvl w:val="{n}"/></w:pPr>',
    '<w:pPr><w:numPr><w:ilvl w:val="{n}"/><w:numId w:val="{n}"/></w:numPr></w:pPr>', '<w:pPr><w:pStyle w:val="{n}"/></w:pPr>',
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', '<w:r><w:fldChar w:fldCharType="separate"/></w:r>',
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:r><w:instrText>EQ \\o({n},</w:instrText></w:r>',
    '<w:r><w:sym w:font="Wingdings" w:char="{n}"/></w:r>', '<w:r><w:sym/></w:r>', '<w:r><w:br w:type="{n}"/><w:tab/><w:cr/></w:r>',
    '<w:sdt/>', '<w:sdt><w:sdtContent><w:p/></w:sdtContent></w:sdt>', '<w:altChunk/>', '<w:p/>', '<w:tbl/>', '<w:tr/>', '<w:tc/>',
    '<w:tbl><w:tr><w:tc/></w:tr></w:tbl>', '<w:txbxContent><w:p><w:r><w:t>{n}</w:t></w:r></w:p></w:txbxContent>', '<v:textpath/>',
    '<v:textpath string="{n}"/>', '<mc:AlternateContent><mc:Choice/><mc:Fallback/></mc:AlternateContent>', '<mc:AlternateContent/>',
    '<w:ins/>', '<w:del><w:r><w:t>{n}</w:t></w:r></w:del>', '<w:moveFrom/>', '<w:ruby><w:rubyBase/></w:ruby>', '<m:f><m:den/></m:f>',
    '<w:lvl w:ilvl="{n}"><w:start w:val="{n}"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1%9%{n}"/></w:lvl>',
    '<w:numStyleLink w:val="{n}"/>', '<w:basedOn w:val="{n}"/>', '<w:abstractNumId w:val="{n}"/>', '<w:startOverride w:val="{n}"/>',
    '<w:numFmt w:val="{n}" w:format="{n}"/>', '<w:footnoteReference w:id="{n}"/>', '<w:sectPr><w:headerReference r:id="{n}"/></w:sectPr>',
    '<w:rPr><w:vanish/></w:rPr>', '<w:rPr><w:rFonts w:ascii="Symbol"/></w:rPr>', '<w:rPr><w:rStyle w:val="{n}"/></w:rPr>', '<t/>',
    '<w:t>{n}</w:t>', '<!--x{n}x-->', '<?x {n}?>',
)  # fmt: skip
"""Markup that may turn up anywhere, right or wrong; {n} is a wild number."""


def _unpacked(data: bytes) -> Parts | None:
    """The parts; None of what is no zip any more. More than `_LARGEST` is damage enough."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            if sum(entry.file_size for entry in container.infolist()) > _LARGEST:
                return None
            return [(entry.filename, container.read(entry)) for entry in container.infolist()]
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, ValueError, OSError, EOFError):
        return None


def _packed(parts: Parts) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as container:
        for name, data in parts:
            entry = zipfile.ZipInfo(name)  # without a time of day: the same number is the same mutant
            entry.compress_type = zipfile.ZIP_DEFLATED
            container.writestr(entry, data, compresslevel=1)
    return out.getvalue()


def parts(data: bytes, chance: Random) -> bytes:
    """Parts dropped, emptied, cut, named or filled as another, there twice, in another order."""
    found = _unpacked(data)
    if not found:
        return data
    a, b = chance.randrange(len(found)), chance.randrange(len(found))
    (name, content), (other, foreign) = found[a], found[b]
    match chance.randrange(8):
        case 0:
            found.pop(a)
        case 1:
            found[a] = (name, b"")
        case 2:
            found[a] = (name, raw.truncate(content, chance))
        case 3:
            found[a] = (
                chance.choice((other + "x", name.upper(), "../" + name, "\\" + name, "word/" + name, "")),
                content,
            )
        case 4:
            found[a], found[b] = (name, foreign), (other, content)
        case 5:
            found.append((name.upper(), foreign))
        case 6:
            found[a] = (name, raw.splice(content, foreign, chance))
        case _:
            chance.shuffle(found)
    return _packed(found)


def directory(data: bytes, chance: Random) -> bytes:
    """A field of the zip's directory or of its end: flags, method, checksum, sizes, lengths, offsets, counts."""
    mark, fields = chance.choice(((_DIRECTORY, _DIRECTORY_FIELDS), (_END, _END_FIELDS)))
    places = [m.start() for m in re.finditer(re.escape(mark), data)]
    if not places:
        return data
    at, kind = chance.choice(fields)
    place = chance.choice(places) + at
    size = struct.calcsize(kind)
    if place + size > len(data):
        return data
    [old] = struct.unpack_from("<" + kind, data, place)
    value = chance.choice(
        (0, 1, old + 1, old - 1, old ^ 1, old * 2, 8, 12, 14, 99, 0xFFFF, 0xFFFFFFFF, chance.getrandbits(32))
    )
    return data[:place] + struct.pack("<" + kind, value % (1 << 8 * size)) + data[place + size :]


def _in_part(change: PartEdit) -> Edit:
    """An edit of the content of one of the parts."""

    def edit(data: bytes, chance: Random) -> bytes:
        found = _unpacked(data)
        names = [name for name, _ in found or ()]
        wanted = [name for name in _READ if name in names]
        if not found or not wanted:
            return data
        at = names.index(chance.choice(wanted if chance.random() < 0.8 else names))
        found[at] = (found[at][0], change(found[at][1], chance))
        return _packed(found)

    edit.__name__ = change.__name__.strip("_")
    return edit


def _attribute(content: bytes, chance: Random) -> bytes:
    places = list(_ATTRIBUTE.finditer(content))
    for one in sorted(chance.sample(places, min(len(places), chance.choice((1, 5, 30)))), key=lambda m: -m.start()):
        new = chance.choice((*(number.encode() for number in WILD_NUMBERS), chance.choice(places)[1]))
        content = content[: one.start(1)] + new + content[one.end(1) :]
    return content


def _tag(content: bytes, chance: Random) -> bytes:
    """Markup that is no longer well-formed, mostly."""
    places = list(_TAG.finditer(content))
    for one in sorted(chance.sample(places, min(len(places), chance.choice((1, 2)))), key=lambda m: -m.start()):
        new = chance.choice(
            (b"", one[0] * 2, chance.choice(places)[0], one[0][:-1], one[0] + b"&x;", one[0] + b"&#0;", b"\x01")
        )
        content = content[: one.start()] + new + content[one.end() :]
    return content


def _tree(content: bytes, chance: Random) -> bytes:
    """Markup that stays well-formed: elements gone, doubled, moved, in themselves, renamed, added."""
    try:
        root = etree.fromstring(content)
    except etree.XMLSyntaxError:
        return content
    for _ in range(chance.choice((1, 1, 3, 15))):
        elements = [e for e in root.iter() if isinstance(e.tag, str)]
        one, other = chance.choice(elements), chance.choice(elements)
        chance.choice(_TREE_EDITS)(one, other, chance)
    new = etree.tostring(root, encoding="UTF-8", xml_declaration=True)
    return new if len(new) < _LARGEST else content


def _drop(one: etree._Element, _: etree._Element, chance: Random) -> None:
    above = one.getparent()
    if above is not None:
        above.remove(one)


def _double(one: etree._Element, _: etree._Element, chance: Random) -> None:
    if one.getparent() is not None:
        for _ in range(chance.choice((1, 1, 5, 70))):
            one.addnext(deepcopy(one))


def _copy_into(one: etree._Element, other: etree._Element, chance: Random) -> None:
    other.insert(chance.randrange(len(other) + 1), deepcopy(one))


def _into_itself(one: etree._Element, _: etree._Element, chance: Random) -> None:
    for _ in range(chance.choice((1, 3, 6))):
        if len(etree.tostring(one)) < 50_000:
            one.append(deepcopy(one))


def _deep(one: etree._Element, _: etree._Element, chance: Random) -> None:
    """One in another of its kind, many times."""
    inner = one
    for _ in range(chance.choice((5, 40, 80, 300))):
        inner = etree.SubElement(inner, one.tag, dict(one.attrib))
    etree.SubElement(inner, f"{{{_W}}}p")


def _rename(one: etree._Element, other: etree._Element, _: Random) -> None:
    one.tag = other.tag


def _unwrap(one: etree._Element, _: etree._Element, chance: Random) -> None:
    above = one.getparent()
    if above is not None:
        for child in one:
            one.addprevious(child)
        above.remove(one)


def _add(one: etree._Element, _: etree._Element, chance: Random) -> None:
    markup = chance.choice(_ELEMENTS).format(n=chance.choice(WILD_NUMBERS))
    one[0:0] = list(etree.fromstring(f"<x {_NAMESPACES}>{markup}</x>"))


def _wild_attribute(one: etree._Element, other: etree._Element, chance: Random) -> None:
    for key in one.attrib or other.attrib:
        one.set(key, chance.choice(WILD_NUMBERS))


def _text(one: etree._Element, _: etree._Element, chance: Random) -> None:
    texts = list(one.getroottree().iter(_T))
    for each in chance.sample(texts, min(len(texts), chance.choice((1, 5, 30)))):
        new = words.changed(each.text or "", chance)[:20_000]
        each.text = re.sub(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", new)


_TREE_EDITS = (
    _drop,
    _double,
    _copy_into,
    _into_itself,
    _deep,
    _rename,
    _unwrap,
    _add,
    _add,
    _wild_attribute,
    _text,
    _text,
)

EDITS: tuple[Edit, ...] = (
    parts, directory, *map(_in_part, (_attribute, _attribute, _tag, _tree, _tree, _tree, _tree, raw.flip_bits)),
)  # fmt: skip
