"""What may be the whole of the spending: shared by the checks of amounts."""

from __future__ import annotations

from selfeval_extract.checks.context import CheckContext, memoized
from selfeval_extract.checks.figures import Figure, present


@memoized
def spending_totals(context: CheckContext) -> list[Figure]:
    """The amounts that may be the whole of the spending, the narrowest scope last; each amount once."""
    found = present(
        context.figure(pointer, zh, en)
        for pointer, zh, en in (
            ("/spending/total", "总支出", "total expenditure"),
            ("/budget/executed", "全年执行", "execution"),
            ("/budget/sources/general_public", "一般公共预算支出", "general public budget"),
        )
    )
    return list({f.value: f for f in reversed(found)}.values())[::-1]
