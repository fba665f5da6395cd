"""Links lead somewhere, and the architecture's page and the source agree."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "selfeval_extract"
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")
CODE = re.compile(r"```.*?```|`[^`\n]*`", re.DOTALL)


def text(page: Path) -> str:
    return page.read_text("utf-8")


def anchors(page: Path) -> set[str]:
    """The anchors that GitHub gives a page's headings."""
    headings = re.findall(r"^#+ (.+)$", CODE.sub("", text(page)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(CODE.sub("", text(page))):
        if link.startswith(("https://", "http://")):
            continue
        target, _, anchor = link.partition("#")
        to = (page.parent / target).resolve() if target else page
        assert to.exists(), link
        assert to.is_relative_to(ROOT), link
        assert not anchor or anchor in anchors(to), link


def test_every_decision_is_listed_by_its_title() -> None:
    listed = re.findall(
        r"^\| \[(\d{4})\]\(decisions/(\d{4}-[\w-]+\.md)\) \| (.+) \|$",
        text(ROOT / "docs" / "architecture.md"),
        re.MULTILINE,
    )
    titles = {path.name: text(path).partition("\n")[0] for path in sorted((ROOT / "docs" / "decisions").iterdir())}
    assert {file: f"# {number} {title}" for number, file, title in listed} == titles


def test_every_room_is_described() -> None:
    rooms = text(ROOT / "docs" / "architecture.md").partition("## The rooms")[2].partition("\n## ")[0]
    named = re.findall(
        r"`(\w+(?:/|\.py))`", "".join(line.split("|")[1] for line in rooms.splitlines() if line.startswith("| `"))
    )
    found = {path.name + "/" * path.is_dir() for path in SOURCE.iterdir() if not path.name.startswith(("_", "py."))}
    assert sorted(named) == sorted(found)


def test_rooms_and_files_that_are_named_exist() -> None:
    named = re.findall(r"`((?:\w+/)*\w+\.(?:py|toml)|(?:\w+/)+)`", text(ROOT / "docs" / "architecture.md"))
    assert len(named) > 20
    for name in named:
        assert list(SOURCE.rglob(name.rstrip("/"))) or (ROOT / name).exists(), name


def test_every_folder_of_the_source_is_a_package() -> None:
    folders = {path.parent for path in SOURCE.rglob("*.py")}
    assert not [folder.name for folder in folders if not (folder / "__init__.py").exists()]
