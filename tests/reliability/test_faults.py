"""One of forty files makes its reader die: thirty-nine records are what they are without it, and the run goes on."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator

import psutil
import pytest

from selfeval_extract.batch.job import FileResult
from selfeval_extract.batch.worker_pool import NoWorker
from selfeval_extract.limits import Limits
from selfeval_extract.readers.text import reader

from .faulty import ALL_WAYS, SIZE, TEXTS, batch, read_or_die, shares

SECONDS = 2
AT = 7
CODES = {"memory_error": "limit", "sleep": "limit", "busy": "limit", "busy_in_c": "limit", "sigkill": "limit"}
"""What the record of the file that kills its reader says; `internal` where nothing else is known."""


@pytest.fixture(autouse=True)
def faulty(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(reader, "read_text", read_or_die)
    yield
    assert psutil.Process().children(recursive=True) == []


@pytest.fixture(scope="module")
def whole() -> list[FileResult]:
    return shares(batch(None))


@pytest.mark.parametrize("way", ALL_WAYS)
def test_one_way_to_die_costs_one_file(way: str, whole: list[FileResult], capfd: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    found = shares(batch(way), Limits(seconds=SECONDS, memory_mb=600))
    assert time.monotonic() - began < SECONDS + 10
    assert [share for n, share in enumerate(found) if n != AT] == [share for n, share in enumerate(whole) if n != AT]
    assert capfd.readouterr() == ("", "")
    record = json.loads(found[AT].texts[0])
    assert (record["source"]["name"], found[AT].name) == (f"{AT:02}.txt", f"{AT:02}.txt")
    if way == "noise":
        assert record["status"] == "unrecognised"
    elif way in TEXTS:
        assert record["status"] == "unrecognised" or record["error"]["code"] in ("limit", "internal")
    else:
        assert (record["status"], record["error"]["code"]) == ("failed", CODES.get(way, "internal"))
        assert "\n" not in record["error"]["message"]


def test_all_ways_at_once(whole: list[FileResult]) -> None:
    inputs = batch(None)
    for n, way in enumerate(ALL_WAYS):
        inputs[2 * n] = batch(way, 2 * n)[2 * n]
    found = shares(inputs, Limits(seconds=SECONDS, memory_mb=600))
    assert [s.name for s in found] == [f"{n:02}.txt" for n in range(SIZE)]
    good = [n for n in range(SIZE) if n % 2 or n >= 2 * len(ALL_WAYS)]
    assert [found[n] for n in good] == [whole[n] for n in good]


def test_a_worker_that_is_killed_while_it_answers(whole: list[FileResult], monkeypatch: pytest.MonkeyPatch) -> None:
    """Half an answer is no answer, and nobody waits for the other half."""
    parent = os.getpid()
    real = FileResult.to_bytes

    def enormous(share: FileResult) -> bytes:
        if os.getpid() != parent and share.name == f"{AT:02}.txt":
            pid = os.getpid()
            if os.fork() == 0:
                time.sleep(0.5)
                os.kill(pid, 9)
                os._exit(0)
            return b"x" * 2_000_000_000
        return real(share)

    monkeypatch.setattr(FileResult, "to_bytes", enormous)
    found = shares(batch(None), Limits(memory_mb=8000))
    assert [s for n, s in enumerate(found) if n != AT] == [s for n, s in enumerate(whole) if n != AT]
    assert found[AT].status == "failed"


def test_a_system_that_starts_no_process_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    with pytest.raises(
        NoWorker, match=r"^No process can be started to read files in: Resource temporarily unavailable$"
    ):
        shares(batch(None)[:1])
