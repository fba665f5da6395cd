"""Writes docs/checks.md from the catalogue and the settings: python tests/docs/checks_page.py"""

from __future__ import annotations

from pathlib import Path

from selfeval_extract.checks.arithmetic import formulas
from selfeval_extract.checks.catalogue import GROUPS, Entry, catalogue, operand_sources
from selfeval_extract.checks.figures import shown
from selfeval_extract.checks.settings import defaults

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
THRESHOLDS = {
    "over_achievement": "share above the target from which a reason is needed (IND-02)",
    "low_execution": "execution rate below which a reason is needed (EXE-05)",
    "adjustment": "change of the budget during the year, as a share, above which a reason is needed (EXE-04)",
    "row_score": "points by which a recomputed score of a row may differ (SCR-04, EXE-03)",
    "total_score": "points by which a total score may differ from the sum (SCR-02)",
    "rate": "percentage points by which a recomputed rate may differ (EXE-01, AMT-14, AMT-15, TPE-04)",
    "weight": "points by which sums of weights may differ (WGT-01, -02, -03, -07)",
    "cloned_targets": "number of rows with the same target and result that is too many (IND-14)",
    "name_length": "number of characters that makes an indicator's name too long (IND-15)",
    "dominant_weight": "most points that one row may have (WGT-06)",
    "duties_as_goal": "similarity of goal and duties that is too high (XDC-11)",
    "result_as_goal": "similarity of goal and result that is too high (XDC-12)",
    "per_head_least": "least personnel spending per head, 万元 (ORG-06)",
    "per_head_most": "most personnel spending per head, 万元 (ORG-06)",
}
MUTATION = "of 112 changes, 108 are noticed:"
FIRST = "91 of 126 faults, with errors on 3 of the consistent versions; in 12 more, 75 of 96, with errors on 3"
AFTER = "they find 203 of 222, with errors on none"
"""What was measured, as it was seen."""
HEAD = """# Checks

A record says what a report prints; the checks say whether it adds up. There are {count} checks in {groups} groups, and every
report goes through all of them. The findings are in the record as `checks`, in CSV with `-t checks`, and as a table with
`--check`. A finding that fails is a 疑点, a point to be explained. There is often a good reason: an annex published elsewhere,
rounding, a local form.

`python tests/docs/checks_page.py` writes this page from the catalogue; a test compares them.

## Findings

| Outcome | Meaning |
|---|---|
| `pass` | it holds |
| `pass_rounding` | it differs by no more than the rounding of the printed figures explains |
| `fail` | it does not hold and needs an explanation |
| `not_checkable` | a figure that it needs is not in the document; the message says which |
| `not_applicable` | the document has nothing of this kind |

Something missing is never a `fail`, except in checks whose tolerance is "presence". A check of several things (forms, rows,
sums) has one finding for each that fails or is rounded, or a single one if none does. `error` means impossible arithmetic or
logic, `warning` that an explanation or evidence is needed, `info` a remark on quality or form.

A finding has `id`, `outcome`, `severity`, `message` (Chinese, ready for a return notice) and `message_en`, `fields` (JSON
pointers of the values used, whose `evidence` is in the record; a pointer to a row stands for its values), `recomputed`,
`difference` (printed minus recomputed), `tolerance` (the difference allowed), `profile` (the scoring rules applied to the
form) and `evidence` (quotes of what was used and has no field in the record). Figures are in 万元, points or percent.

## Sums

`SUM` in the tables below means: the total and its terms are exact decimals, and a difference of 0 passes. It counts as rounding
if the sum of the terms, rounded half up to the total's printed decimals, is the total, or if the difference is at most half a
unit of the last printed decimal of each term, added up. A term without decimals beside terms with decimals counts as printed to
0.01. Whole numbers must add up exactly. Terms that are blank or stated as none are 0; terms that are not mentioned make the
check not checkable, unless the form lists them all.

## Rules

The rules in the tables below use the names of the record. {formulas} of them are arithmetic and are computed as they stand
([arithmetic.toml](../src/selfeval_extract/checks/arithmetic.toml)): `Σ list` adds up a list without blanks, `Σ(a, b)` those that
are there, `(+ a)` is added where the report states it and the rest alone is not enough, `a or b` are alternatives of which the
first that fits counts. A name that is no field of the record is a threshold, or:

{operands}

## Selecting checks and settings

`--checks AMT,SCR,-AMT-10` runs two groups without one check; `--checks -FMT` runs everything but a group. `--strict` exits with
status 3 if a check of severity `error` fails. `--threshold low_execution=0.8`, `--profile hubei_20` and `--settings FILE.toml`
change what reports are measured against. The command line overrides the file, which has the same structure as
[profiles.toml](../src/selfeval_extract/checks/profiles.toml):

```toml
profile = "mof2020"        # for every form; without it, each form's weights choose

[thresholds]
low_execution = 0.80

[profiles.our_county]
source = "our county's notice"
weights = { execution = 10, output = 60, benefit = 20, satisfaction = 10 }
rules = ["proportional", "floor"]
execution = ["banded"]
partly = 0.60
```
"""
TAIL = """
## Several reports

With more than one report, `--check` ends with what they have in common: a unit's scores over the years, problems repeated word
for word, indicator sets with the same targets and results, the same paragraph in the reports of two units, reports that name
another unit as themselves, and the spread of the scores. Only a digest of each report is kept, and no record changes.

## How well they work

- **Two published reports checked by hand** (117 results each): every outcome is the same for .docx, .pdf and .txt, except
  FMT-05 on .docx and .pdf, because only the text files have conversion marks. For the checks that judge (SCR-05, IND-13 to
  -15, XDC-06, -07, -13, -14, -18, NAR-06, -07, -09) this proves little: their words were chosen while looking at these two
  reports. They rely on heuristics: word lists (XDC-13, -14, IND-13, -15, NAR-06, -09), similarity of texts (XDC-11, -12, -18),
  numbers of points (XDC-06), general claims against rates and rows (XDC-07), counts in prose and missed rows that no problem
  mentions (NAR-07). A pass of one of these means that nothing was found, not that nothing is there.
- **A consistent report with each printed figure changed in turn**: {mutation} a check fails that passed before
  (`python tests/checks/mutation.py`). Reports with fewer tables and totals have fewer figures to compare: what is stated once
  cannot contradict anything.
- **Seeded faults in unseen reports**, written by someone who had not seen the checks: at first, the checks found in 16 reports
  {first}. After the general causes were fixed, {after}. What is still missed, and why, is in `tests/checks/seeded/missed.toml`.
  No unseen set is left.
- **The twelve made reports** have six findings of severity error, each with its reason in `tests/checks/reviewed.toml`.

The checks do not see statements that the record does not have and no pattern knows, numbers in words (八个), tables that sum up
other tables, or one fund's revenue against its own spending. If the program misreads a value, a finding may blame the document,
so look at the quote first.

## Personal data

The command line masks mobile and identity card numbers in all output (`138****1234`) unless `--show-personal` is given. PUB-10
warns if a report prints any. `extract` returns the record as read; `selfeval_extract.record.masking.masked` masks it.
"""


def page() -> str:
    """The whole page."""
    checks = catalogue()
    parts = [
        HEAD.replace("{count}", str(len(checks)))
        .replace("{groups}", str(len(GROUPS)))
        .replace("{formulas}", str(len(formulas())))
        .replace("{operands}", _operands()),
        _thresholds(),
        _profiles(),
        _grades(),
    ]
    parts += [_group(group, [c for c in checks.values() if c.text.group == group]) for group in GROUPS]
    return "\n".join(parts) + TAIL.replace("{mutation}", MUTATION).replace("{first}", FIRST).replace("{after}", AFTER)


def _operands() -> str:
    """What the names of the formulas stand for."""
    checks: dict[str, list[str]] = {}
    for id, formula in formulas().items():
        checks.setdefault(formula.each or formula.of, []).append(id)
    rows = [
        f"| {', '.join(ids)} | {_cell(' '.join(operand_sources()[name].meaning.split()))} |"
        for name, ids in checks.items()
        if name != "record"
    ]
    return "\n".join(["| Check | Computed for |", "|---|---|", *rows])


def _thresholds() -> str:
    rows = [f"| `{name}` | {shown(value)} | {THRESHOLDS[name]} |" for name, value in defaults().thresholds.items()]
    return "\n".join(["## Thresholds", "", "| Name | Default | |", "|---|---|---|", *rows, ""])


def _profiles() -> str:
    rows = []
    for profile in defaults().profiles.values():
        weights = ", ".join(f"{level} {shown(weight)}" for level, weight in profile.weights.items()) or "any"
        rows.append(
            f"| `{profile.name}` | {weights} | {', '.join(profile.rules)} | {', '.join(profile.execution)} "
            f"| {shown(profile.partly)} | {profile.source} |"
        )
    return "\n".join(
        [
            "## Profiles", "",
            "The first profile whose level-1 weights match the form's is used, otherwise `generic`. Rules: scores in "
            "proportion to the target reached; with a floor of 60%; satisfaction in bands. Execution: in proportion, "
            "or in bands. Partly: the share of a weight below which a worded result counts as not achieved.", "",
            "| Profile | Weights | Rules | Execution | Partly | Source |", "|---|---|---|---|---|---|", *rows, "",
        ]
    )  # fmt: skip


def _grades() -> str:
    rows = [
        f"| {grade} | {shown(least)} | {'、'.join(sorted(also - {grade}))} |"
        for grade, (least, also) in defaults().grades.items()
    ]
    return "\n".join(["## Grades", "", "| Grade | From | Also written |", "|---|---|---|", *rows, ""])


def _group(group: str, checks: list[Entry]) -> str:
    zh, en = GROUPS[group]
    rows = [
        f"| {w.id} | {w.severity} | {w.name_zh}<br>{w.name_en} | {_cell(w.formula)} | {_cell(w.tolerance)} | {_cell(w.why_zh)}<br>{_cell(w.why_en)} |"
        for w in (c.text for c in checks)
    ]
    head = ["| Check | Severity | 名称 / Name | Rule | Tolerance | 说明 / Why |", "|---|---|---|---|---|---|"]
    return "\n".join([f"## {group} {zh} {en}", "", *head, *rows, ""])


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", " ")


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8", newline="\n")
