"""Verdicts → the findings of a record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Decimal
from functools import lru_cache

from selfeval_extract.checks.catalogue import CheckText, Entry, catalogue
from selfeval_extract.checks.context import CheckContext
from selfeval_extract.checks.verdict import Outcome, Verdict
from selfeval_extract.record.cited import quotes
from selfeval_extract.record.models import Finding

WORST_FIRST: tuple[Outcome, ...] = ("fail", "pass_rounding", "pass", "not_checkable", "not_applicable")
"""The outcome of a check that looked at several things is the worst; what could not be checked or was not there counts
only where there is nothing else."""
_ROW = "/indicators/"
_DECIMALS = 4
_MOST_SHOWN = 4
"""Of several things that hold, how many a message shows."""
_REMEMBERED = 2_500
"""Pointers whose answer is kept: the same come again in every record."""
_NOTHING = Verdict("not_applicable", "没有适用的内容", "nothing that it applies to")


class BrokenCheck(Finding):
    """The finding of a check that broke down. The record shows it as one that is not checkable."""


class UnknownCheck(ValueError):
    """A choice of checks that names one the catalogue does not have, or leaves none."""


def findings(context: CheckContext, ids: Iterable[str] | None = None) -> list[Finding]:
    """The findings of a record: for each check one for each thing that fails or differs by rounding, else one for all."""
    checks = catalogue()
    chosen = checks.values() if ids is None else [checks[id] for id in ids]
    return [finding for each in chosen for finding in _of_check(each, context)]


def outcome_of(found: Iterable[Finding | Verdict]) -> Outcome:
    """A check's outcome by its findings or verdicts: the worst of them."""
    outcomes = {each.outcome for each in found}
    return next(o for o in WORST_FIRST if o in outcomes)


def _of_check(check: Entry, context: CheckContext) -> list[Finding]:
    verdicts: list[Verdict] = []
    broken: list[Finding] = []
    try:
        verdicts.extend(_named(form, verdict) for form, verdict in check.run(context))
    except Exception as error:  # a fault of the check costs the verdicts that it has not given yet, and says so
        broken.append(_broken(check.text, error))
    apart = [v for v in verdicts if v.outcome in ("fail", "pass_rounding")]
    return [*(_finding(check.text, v) for v in apart), *broken] or [_finding(check.text, _as_one(verdicts))]


def _named(form: str, verdict: Verdict) -> Verdict:
    return verdict._replace(zh=f"《{form}》{verdict.zh}", en=f"{form}: {verdict.en}") if form else verdict


def _broken(text: CheckText, error: Exception) -> Finding:
    cause = f"{type(error).__name__}: {error}".partition("\n")[0][:120]
    zh, en = f"核查程序出错（{cause}），请报告", f"a fault in this check ({cause}); please report it"
    return _finding(text, Verdict("not_checkable", zh, en), BrokenCheck)


def _as_one(verdicts: Sequence[Verdict]) -> Verdict:
    """Several things that hold, or could not be checked, as one verdict."""
    if not verdicts:
        return _NOTHING
    outcome = outcome_of(verdicts)
    same = [v for v in verdicts if v.outcome == outcome]
    if len(same) == 1:
        return same[0]
    fields = tuple(dict.fromkeys([row_of(f) for v in same for f in v.fields]))
    texts = list(dict.fromkeys([(v.zh, v.en) for v in same]))
    zh, en = "；".join(zh for zh, _ in texts[:_MOST_SHOWN]), "; ".join(en for _, en in texts[:_MOST_SHOWN])
    if len(texts) > _MOST_SHOWN:
        zh, en = f"{zh}；等共{len(texts)}处", f"{en}; {len(texts)} in all"
    return Verdict(outcome, zh, en, fields, profile=same[0].profile)


@lru_cache(_REMEMBERED)
def row_of(pointer: str) -> str:
    """The pointer of the indicator row that a field is part of; of any other field, the pointer itself."""
    start = pointer.find(_ROW)
    end = pointer.find("/", start + len(_ROW)) if start >= 0 else -1
    return pointer if end < 0 else pointer[:end]


def _finding(text: CheckText, verdict: Verdict, kind: type[Finding] = Finding) -> Finding:
    failed = verdict.outcome == "fail"
    return kind(
        id=text.id,
        outcome=verdict.outcome,
        severity=verdict.severity or text.severity,
        message=f"疑点：{text.name_zh}。{verdict.zh}，请核实说明。" if failed else f"{text.name_zh}：{verdict.zh}。",
        message_en=f"To be explained: {text.name_en}. {verdict.en}." if failed else f"{text.name_en}: {verdict.en}.",
        fields=list(dict.fromkeys(verdict.fields)),
        recomputed=_short(verdict.recomputed),
        difference=_short(verdict.difference),
        tolerance=_short(verdict.tolerance),
        profile=verdict.profile,
        evidence=[quote for printed in verdict.printed for quote in quotes(printed.evidence())],
    )


def _short(value: Decimal | None) -> Decimal | None:
    """A figure of at most four decimals, those of an amount printed in yuan, as the record shows numbers."""
    if value is None:
        return None
    # a figure of no decimals to drop may have too many digits for `round`
    return (value if int(value.as_tuple().exponent) >= -_DECIMALS else round(value, _DECIMALS)).normalize() + 0


def choose(wanted: str) -> list[str]:
    """The ids that `ID,GROUP,-ID` names: all if it only leaves out. Raises `UnknownCheck`."""
    ids = list(catalogue())
    parts = [p.strip().upper() for p in wanted.split(",") if p.strip()]
    unknown = [p for p in parts if not _named_by(p.removeprefix("-"), ids)]
    if unknown:
        raise UnknownCheck(f"no check or group is called {', '.join(unknown)}")
    kept = {id for p in parts if not p.startswith("-") for id in _named_by(p, ids)}
    if all(p.startswith("-") for p in parts):
        kept = set(ids)
    kept -= {id for p in parts if p.startswith("-") for id in _named_by(p[1:], ids)}
    if not kept:
        raise UnknownCheck(f"{wanted} leaves no check")
    return [id for id in ids if id in kept]


def _named_by(part: str, ids: Sequence[str]) -> list[str]:
    return [id for id in ids if part in (id, id.partition("-")[0])]
