"""Whole documents put together: the evaluations add up, in order."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from ..bases import CheckContext, base
from ..relation import Json, Transformation, add, record_of
from ..word import docx_bytes

FORMS = ("project", "yunnan", "hubei", "sichuan", "transfer")


def _followed_by(name: str, page: bool) -> Callable[[CheckContext, Random], CheckContext | None]:
    def change(case: CheckContext, rng: Random) -> CheckContext | None:
        other = base(name)
        if case["name"] == other["name"] or any("h" in b for b in case["blocks"]):
            return None
        return {**case, "blocks": [*case["blocks"], {"page": True} if page else {"p": ""}, *other["blocks"]]}

    return change


def _added(name: str) -> Callable[[Json], Json]:
    def expected(record: Json) -> Json:
        return {**record, "evaluations": record["evaluations"] + record_of(docx_bytes(base(name)))["evaluations"]}

    return expected


for _name in FORMS:
    for _page in (True, False):
        add(
            Transformation(
                f"followed_by_{_name}" + ("" if _page else "_unpaged"),
                f"18 the {_name} form behind it" + ("" if _page else ", on the same page"),
                _followed_by(_name, _page),
                _added(_name),
                only=("evaluations",),
            )
        )


def _report_with(name: str) -> Callable[[CheckContext, Random], CheckContext | None]:
    def change(case: CheckContext, rng: Random) -> CheckContext | None:
        if case["gold"]["kind"] != "department" or any("table" in b for b in case["blocks"]):
            return None  # a project's table never feeds the budget of a department's report; other kinds it may
        return {**case, "blocks": [*case["blocks"], {"page": True}, *base(name)["blocks"]]}

    return change


for _name in FORMS:
    add(
        Transformation(
            f"report_with_{_name}",
            f"18 the {_name} form behind a narrative: what the prose says stays",
            _report_with(_name),
            _added(_name),
        )
    )
