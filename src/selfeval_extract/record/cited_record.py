"""The record while it is being extracted: the shape of `models.Report`'s content with a cited value for each leaf.

Extraction builds these, `cited.assemble` takes them apart into values and evidence. Each is of the model of its name; projects are
`models.SpendingItem`, functions `FunctionItem`, restatements `Restated`. mypy holds extraction to the names, and a test holds the names
to those of the models.
"""

from __future__ import annotations

from typing import Literal, TypedDict

from selfeval_extract.record.cited import Cited, Leaf
from selfeval_extract.vocabulary.roles import Category, Kind, Nature, Source, Topic

StaffKind = Literal["authorised", "active", "retired", "retired_cadres", "contract"]
ThreePublicKind = Literal["total", "receptions", "vehicles", "abroad"]
Texts = list[Leaf] | Cited | None
"""A list of texts; a cited empty list where the document says that there is none; None where it says nothing."""


class CitedOrganisation(TypedDict):
    duties: Texts
    internal_departments: Leaf
    staff: dict[StaffKind, Leaf]


class CitedBudget(TypedDict):
    original: Leaf
    revised: Leaf
    executed: Leaf
    revenue: Leaf
    execution_rate: Leaf
    sources: dict[Source, Leaf]


class CitedProject(TypedDict):
    name: Leaf
    amount: Leaf
    purpose: Leaf


class CitedFunction(TypedDict):
    name: Leaf
    amount: Leaf


class CitedSpending(TypedDict):
    total: Leaf
    basic: Leaf
    personnel: Leaf
    operating: Leaf
    project: Leaf
    projects: list[CitedProject] | Cited | None
    functions: list[CitedFunction] | None
    three_public: dict[ThreePublicKind, Leaf]


class CitedFund(TypedDict):
    label: Leaf
    original: Leaf
    revised: Leaf
    executed: Leaf
    weight: Leaf
    rate: Leaf
    score: Leaf
    note: Leaf


class CitedGoal(TypedDict):
    expected: Leaf
    actual: Leaf


class CitedValue(TypedDict):
    text: Leaf
    comparator: Leaf
    value: Leaf
    unit: Leaf


class CitedIndicator(TypedDict):
    level1: Leaf
    level2: Leaf
    name: Leaf
    target: CitedValue
    actual: CitedValue
    weight: Leaf
    score: Leaf
    note: Leaf
    level1_weight: Leaf
    level2_weight: Leaf


class CitedEvaluation(TypedDict):
    title: Leaf
    kind: Kind | None
    year: Leaf
    subject: Leaf
    unit: Leaf
    supervisor: Leaf
    funds: list[CitedFund]
    by_source: dict[Source, Leaf]
    by_nature: dict[Nature, Leaf]
    goal: CitedGoal
    indicators: list[CitedIndicator]
    total_weight: Leaf
    total_score: Leaf
    grade: Leaf
    conclusion: Leaf
    problems: Leaf
    measures: Leaf


class CitedBaseRow(TypedDict):
    label: Leaf
    prior: Leaf
    budget: Leaf
    executed: Leaf


class CitedBaseData(TypedDict):
    authorised: Leaf
    active: Leaf
    control_rate: Leaf
    rows: list[CitedBaseRow]


class CitedRestatement(TypedDict):
    field: str
    value: Leaf


class CitedSelfAssessment(TypedDict):
    score: Leaf
    grade: Leaf


class CitedProblem(TypedDict):
    text: Leaf
    cause: Leaf
    category: Category


class CitedMeasure(TypedDict):
    text: Leaf
    category: Category


Problems = list[CitedProblem] | Cited | None
"""As `Texts`, of problems."""
Measures = list[CitedMeasure] | Cited | None
"""As `Texts`, of measures."""


class CitedSection(TypedDict):
    number: Leaf | str
    heading: Leaf | str
    topic: Topic | None
    level: int
    text: Leaf | str


class CitedIdentity(TypedDict):
    """What is kept of a document that is no self-evaluation."""

    title: Leaf
    year: Leaf
    unit: Leaf


class CitedRecord(CitedIdentity):
    """The content of `models.Report`: all that is read from the document."""

    kind: Kind | None
    organisation: CitedOrganisation
    budget: CitedBudget
    spending: CitedSpending
    evaluations: list[CitedEvaluation]
    base_data: CitedBaseData | None
    restated: list[CitedRestatement]
    self_assessment: CitedSelfAssessment
    problems: Problems
    measures: Measures
    disclosure: Leaf
    outline: list[CitedSection]
