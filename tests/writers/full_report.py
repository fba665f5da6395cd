"""A record that has something for every table."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

FULL: dict[str, Any] = {
    "source": {"name": "甲.docx", "format": "docx", "sha256": "00", "bytes": 1},
    "status": "complete",
    "notes": [{"code": "x", "message": "one"}, {"code": "x", "message": "two"}],
    "unit": "甲单位",
    "year": 2023,
    "organisation": {"duties": ["清扫", "收运"], "staff": {"active": 28}},
    "budget": {"original": Decimal("187.190"), "revised": 0, "revenue": Decimal("-3.5")},
    "spending": {
        "projects": [
            {"name": "保洁", "amount": Decimal("25.10"), "purpose": "用于\n清扫"},
            {"name": "绿化"},
        ],
        "functions": [],
    },
    "evaluations": [
        {"subject": "保洁", "funds": [{"label": "合计", "executed": 1}], "indicators": [{"name": "a"}, {"name": "b"}]},
        {
            "subject": "绿化",
            "indicators": [{"name": "c", "target": {"text": "≥90%", "comparator": ">=", "value": 90, "unit": "%"}}],
        },
    ],
    "problems": [],
    "measures": [{"text": '加强,"管理"', "category": "other"}],
    "checks": [
        {
            "id": "AMT-01",
            "outcome": "fail",
            "severity": "error",
            "message": "差额",
            "message_en": "difference",
            "fields": ["/year", "/unit"],
        }
    ],
    "evidence": {
        "/year": {"quote": "2023年度", "place": {"line": 1, "span": [0, 6]}},
        "/unit": [
            {"quote": "甲", "place": {"block": 2, "row": 3, "column": 1}},
            {"quote": "单位", "place": {"page": 4, "bbox": [1.5, 2, 30, 40.25]}},
        ],
    },
}
