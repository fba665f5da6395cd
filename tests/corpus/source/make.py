"""Render cases to documents: python make.py [--no-pdf] [--check] [made|forms|blind|samples] [NAME ...]

A case is a Python file with CASE = {"name", "blocks", "gold", "formats", ...} (see render.py). made/, forms/ and blind/ are
written to the folders of that name in .. with NAME.gold.json; ../../../samples/source to ../../../samples, without gold beside it.
Needs python-docx, pdftotext, and LibreOffice's soffice and the font Noto Serif CJK SC for the PDFs. --check writes nothing: it says
which stored gold and text files (but dumps of PDFs) are not what the sources give, and which strings and numbers of gold do not stand in their
document (Word files and PDFs carry times and are not compared).
"""
import argparse
import importlib.util
import json
import re
import subprocess
import sys
import tempfile
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
SETS = {"made": (HERE / "made", HERE.parent / "made"), "forms": (HERE / "forms", HERE.parent / "forms"),
        "blind": (HERE / "blind", HERE.parent / "blind"),
        "samples": (ROOT / "samples" / "source", ROOT / "samples")}
FORMATS = ("docx", "pdf", "txt")
DUMPS = {"layout": ["-layout"], "raw": []}
"""Text flavours that pdftotext makes of the rendered PDF: its options."""


def load(path):
    """A case's module; cases import `_common` from this folder."""
    if str(HERE) not in sys.path:
        sys.path.insert(0, str(HERE))
    spec = importlib.util.spec_from_file_location("case_" + path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def cases(name):
    """The cases of a set, in order."""
    return [load(path).CASE for path in sorted(SETS[name][0].glob("[a-z0-9]*.py"))]


def gold_text(case):
    return json.dumps(case["gold"], ensure_ascii=False, indent=2) + "\n"


def squeeze(text):
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def printed(case):
    """All text of a case's document, without white space."""
    import render

    out = []
    for b in case["blocks"]:
        if "table" in b:
            out += [cell["t"] for *_, cell in render.place(b["table"])[2]]
        else:
            out.append(b.get("p", b.get("h", "")) + b.get("inserted", "") + b.get("after", ""))
    return squeeze("\n".join(out))


def leaves(x, path=""):
    if isinstance(x, dict):
        for k, v in x.items():
            if k not in ("kind", "category", "comparator"):
                yield from leaves(v, f"{path}/{k}")
    elif isinstance(x, list):
        for n, v in enumerate(x):
            yield from leaves(v, f"{path}/{n}")
    elif x is not None:
        yield path, x


def strangers(case):
    """Strings and numbers of gold that do not stand in the document; a case's "in_words" names the numbers that stand there
    in Chinese numerals."""
    text = printed(case)
    bare = text.replace(",", "")
    for path, v in leaves(case["gold"]):
        if path in case.get("in_words", ()):
            continue
        if isinstance(v, str):
            if not all(squeeze(part) in text for part in re.split(r"(?<=[。；])", v)):
                yield path, v
        elif not any(f"{v * k:.6f}".rstrip("0").rstrip(".") in bare for k in (1, 10000, 10, 0.0001)):
            yield path, v


def write(case, folder, gold, sources, stage):
    import render

    name, formats = case["name"], case.get("formats", FORMATS)
    if "docx" in formats:
        render.docx(case, folder / f"{name}.docx")
    if "txt" in formats and case.get("txt") not in DUMPS:
        render.txt(case, folder / f"{name}.txt", case.get("txt", "tika"), case.get("encoding", "utf-8"))
    if "pdf" in formats:
        accepted = stage / f"{name}.docx"
        render.docx(case, accepted, accept=True)     # a PDF shows the final text
        sources.setdefault(folder, {})[name] = accepted
    if gold:
        (folder / f"{name}.gold.json").write_text(gold_text(case), encoding="utf-8")
    print(name, ", ".join(formats))


def dump(case, folder):
    """The text of the rendered PDF, for a case whose text is such a dump."""
    if case.get("txt") in DUMPS:
        call = ["pdftotext", *DUMPS[case["txt"]], "-enc", "UTF-8", str(folder / f"{case['name']}.pdf"), "-"]
        text = subprocess.run(call, check=True, stdout=subprocess.PIPE).stdout.decode()
        (folder / f"{case['name']}.txt").write_text(text, encoding=case.get("encoding", "utf-8"))


def check(case, folder, gold):
    """What is wrong with a case's stored files."""
    import render

    name = case["name"]
    if gold and (folder / f"{name}.gold.json").read_text("utf-8") != gold_text(case):
        yield f"{name}.gold.json is not what its source gives"
    if "txt" in case.get("formats", FORMATS) and case.get("txt") not in DUMPS:
        with tempfile.TemporaryDirectory() as tmp:
            render.txt(case, Path(tmp) / "x", case.get("txt", "tika"), case.get("encoding", "utf-8"))
            if (Path(tmp) / "x").read_bytes() != (folder / f"{name}.txt").read_bytes():
                yield f"{name}.txt is not what its source gives"
    for path, value in strangers(case):
        yield f"{name}: {path} {value!r} does not stand in the document"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*")
    parser.add_argument("--no-pdf", action="store_true")
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    sets = [s for s in SETS if s in a.names] or list(SETS)
    names = [n for n in a.names if n not in SETS]
    sources, wrong = {}, 0
    with tempfile.TemporaryDirectory() as tmp:
        for s in sets:
            for case in cases(s):
                if names and not any(n in case["name"] for n in names):
                    continue
                if a.check:
                    for line in check(case, SETS[s][1], s != "samples"):
                        wrong += 1
                        print(line)
                else:
                    write(case, SETS[s][1], s != "samples", sources, Path(tmp))
        if sources and not a.no_pdf:
            import render

            for folder, files in sources.items():
                render.pdfs(files, folder)
                for case in (case for s in sets if SETS[s][1] == folder for case in cases(s) if case["name"] in files):
                    dump(case, folder)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
