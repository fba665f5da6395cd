"""The gate's limits name what can be measured, and a limit is judged by the median."""

from __future__ import annotations

import pytest

from benchmarks import gate
from benchmarks.cold import COMMANDS
from benchmarks.readers import BY_NAME
from benchmarks.timing import Spread


@pytest.mark.parametrize("limit", gate.limits(), ids=lambda limit: f"{limit.kind} {limit.format} {limit.of}")
def test_a_limit_names_what_can_be_measured(limit: gate.Limit) -> None:
    assert limit.kind in gate.KINDS
    assert limit.why
    if limit.kind == "growth":
        assert int(limit.of) > int(limit.over)
        return
    known = BY_NAME if limit.kind == "warm" else COMMANDS
    assert {limit.of, limit.over} <= set(known)


def test_a_limit_is_over_by_the_median_only() -> None:
    limit = gate.Limit("cold", "--help", "import", 1.5, "why")
    assert gate.over({limit: Spread(1.6, 1.4, 1.7, 5)}) == [limit]
    assert gate.over({limit: Spread(1.4, 1.3, 9.0, 5)}) == []
    assert gate.over({limit: None}) == []


def test_what_is_over_is_measured_once_more(monkeypatch: pytest.MonkeyPatch) -> None:
    rounds: list[int] = []

    def slow_at_first(some: list[gate.Limit], count: int) -> dict[gate.Limit, Spread | None]:
        rounds.append(count)
        return {limit: Spread(99 if len(rounds) == 1 else 0.1, 0, 99, count) for limit in some}

    monkeypatch.setattr(gate, "measured", slow_at_first)
    with pytest.raises(SystemExit) as left:
        gate.main()
    assert left.value.code == 0
    assert rounds == [gate.ROUNDS, 2 * gate.ROUNDS]
