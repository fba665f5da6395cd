"""The roles that wordings can have, as types: a misspelt role is an error of mypy, and a test holds them against the TOML files."""

from typing import Literal, TypeGuard, get_args

IndicatorColumn = Literal[
    "interim", "adjusted_target", "note", "other", "comparator", "unit", "level1", "level2", "level4", "name", "score", "weight",
    "actual", "target",
]  # fmt: skip
"""What a column of the indicator block holds. `interim`: a result of part of the year; `other`: known, without a field."""
FundColumn = Literal[
    "task", "interim", "last_year", "note", "arrived_rate", "other", "rate", "score", "weight", "arrived", "change", "revised",
    "original", "executed", "budget", "label",
]  # fmt: skip
"""What a column of the fund block holds. `budget`: a budget whose stage the head does not say."""
ColumnRole = IndicatorColumn | FundColumn
FundRowRole = Literal["total", "part"]
"""A row of the fund block: the whole, or a part of it."""
SplitRow = Literal[
    "heading", "general_public", "government_funds", "state_capital", "social_insurance", "special_account", "other", "basic",
    "project", "personnel", "operating",
]  # fmt: skip
"""Amounts inside label cells: 按收入性质分, 按支出性质分 (`heading`) and their parts."""
GoalRole = Literal["expected", "actual"]
HeadField = Literal[
    "money_unit", "duties", "subject", "central_supervisor", "provincial_supervisor", "supervisor", "department", "unit", "year",
    "ignored", "authorised", "active", "retired_cadres", "contract", "retired", "internal_departments", "control_rate",
]  # fmt: skip
"""A field of a form's head. `ignored`: known, without a field in the record."""
StaffRole = Literal[
    "authorised", "active", "retired_cadres", "retired", "contract", "internal_departments", "control_rate"
]
"""A count of posts, people or offices, or the rate of staff to posts."""
ClosingRow = Literal["total", "grade", "conclusion", "problems_and_measures", "problems", "measures", "end"]
"""A row below the indicators. `end`: what follows is not part of the form's content."""
ManagementColumn = Literal["situation", "problems", "measures"]
"""A column of the block on fund management in the transfer form."""

Topic = Literal[
    "result_use", "problems_and_measures", "problems", "measures", "duties", "staff", "institutions", "state_capital",
    "government_funds", "social_insurance", "three_public", "project_spending", "basic_spending", "goals", "evaluation_work",
    "conclusion", "indicators", "performance", "funds", "general_public_budget", "other_matters", "basic_information", "annex",
]  # fmt: skip
"""What a section of a report is about (`topics.toml`)."""
Subject = Literal[
    "three_public", "receptions", "vehicles", "abroad", "personnel", "wages", "economic", "operating", "basic", "project",
    "general_public", "government_funds", "state_capital", "social_insurance", "special_account", "other", "central", "purchase",
    "vehicle_purchase", "item", "total",
]  # fmt: skip
"""What an amount in prose is of (`amounts.toml`)."""
Stage = Literal["original", "revised", "arrived", "revenue", "executed"]
"""At which stage of the budget an amount in prose is (`amounts.toml`)."""
Source = Literal["general_public", "government_funds", "state_capital", "social_insurance", "special_account", "other"]
"""A kind of budget that money comes from; in the order of the record."""
Nature = Literal["basic", "personnel", "operating", "project"]
"""A kind of spending that a form splits its money by; in the order of the record."""
BudgetStage = Literal["original", "revised", "executed"]
"""The stages of a budget that the record has fields for: 年初预算, 全年预算, 全年执行."""
SOURCES: tuple[Source, ...] = get_args(Source)
NATURES: tuple[Nature, ...] = get_args(Nature)
BUDGET_STAGES: tuple[BudgetStage, ...] = get_args(BudgetStage)
Kind = Literal["department", "project", "transfer"]
"""What a report or form evaluates: 部门整体支出, 项目支出, 转移支付."""
Category = Literal[
    "budget_preparation", "budget_execution", "performance_goals", "performance_monitoring", "financial_management",
    "asset_management", "procurement", "project_management", "staffing", "institutions", "disclosure", "funding_gap",
    "external", "other",
]  # fmt: skip
"""What a problem or measure is about (`categories.toml`)."""

SentenceRole = Literal["problem", "cause", "measure", "result", "duty", "fact"]
"""What a sentence of a report tells, by its wording (`wording.py`)."""

_INDICATOR_COLUMNS, _FUND_COLUMNS = frozenset(get_args(IndicatorColumn)), frozenset(get_args(FundColumn))


def is_indicator_column(role: str | None) -> TypeGuard[IndicatorColumn]:
    """Whether a column's role is one of the indicator block."""
    return role in _INDICATOR_COLUMNS


def is_fund_column(role: str | None) -> TypeGuard[FundColumn]:
    """Whether a column's role is one of the fund block."""
    return role in _FUND_COLUMNS
