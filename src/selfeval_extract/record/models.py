"""The record: what one document becomes. Names and meanings are the output contract; changing one bumps `SCHEMA_VERSION`.

Rules that hold everywhere: amounts are decimals in 万元 whatever the report printed them in; rates are percent; `None`
means the document does not mention it, `0` or `[]` that it says there is none; nothing is computed; every value that
is not `None` has evidence, judgements (`kind`, `category`) and what is about the file itself apart.
"""

# No `from __future__ import annotations` here: pydantic would have to compile each annotation again.
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic_core import core_schema

from selfeval_extract.document import Format
from selfeval_extract.errors import Code
from selfeval_extract.values.targets import Comparator
from selfeval_extract.vocabulary.roles import Category, Kind, Topic

SCHEMA_VERSION = "1.0"


def plain_number(value: Decimal) -> int | float:
    """The JSON number of a decimal. Exact: values have at most 15 significant digits (`values.numbers.decimal`)."""
    return int(value) if value == value.to_integral_value() else float(value)


class _PlainNumber:
    """Of a decimal that is a plain number in JSON. One schema serves all fields; pydantic's `PlainSerializer` and
    `WithJsonSchema` would look into `plain_number` for each of them."""

    _SCHEMA = core_schema.decimal_schema(
        serialization=core_schema.plain_serializer_function_ser_schema(plain_number, when_used="json")
    )

    def __get_pydantic_core_schema__(self, source: object, handler: object) -> core_schema.CoreSchema:
        return self._SCHEMA

    def __get_pydantic_json_schema__(self, schema: object, handler: object) -> dict[str, Any]:
        return {"type": "number"}


Number = Annotated[Decimal, _PlainNumber()]
"""A decimal; a plain number in JSON."""

Status = Literal["complete", "partial", "unrecognised", "failed"]


_CONFIG = ConfigDict(extra="forbid", defer_build=True)


class _Model(BaseModel):
    model_config = _CONFIG


def _empty() -> list[Any]:
    """What `list` gives, without the 2 ms that pydantic takes to read the signature of `list`."""
    return []


def _left_out(json_type: str) -> Any:
    """Of a field that is left out of the JSON, rather than null, where it does not apply."""

    def as_written(schema: dict[str, Any]) -> None:
        schema.pop("anyOf")
        schema.pop("default")
        schema["type"] = json_type

    return Field(exclude_if=lambda value: value is None, json_schema_extra=as_written)


class Source(_Model):
    """The file: name, format told from its bytes, SHA-256, size in bytes, pages where the format has them."""

    name: str
    format: Format | None = None
    sha256: str | None = None
    bytes: int | None = None
    pages: int | None = None


class Failure(_Model):
    """Why a file failed: a code, and a message that says what a person can do."""

    code: Code
    message: str


# Quotes, their places and findings are dataclasses: a record has hundreds of them, and pydantic takes ten times as long to
# make a model of its own and three times the memory. They are made from typed values and are not validated.


@dataclass(frozen=True, slots=True)
class LinePlace:
    """A stretch of a text line: line from 1, span in characters from 0."""

    __pydantic_config__ = _CONFIG
    line: int
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class BlockPlace:
    """A block of a Word document, counted from 1; in a table the cell's row and column, counted from 1; the part of
    the document if it is not the body. What does not apply is left out."""

    __pydantic_config__ = _CONFIG
    block: int
    row: Annotated[int | None, _left_out("integer")] = None
    column: Annotated[int | None, _left_out("integer")] = None
    part: Annotated[str | None, _left_out("string")] = None


@dataclass(frozen=True, slots=True)
class PagePlace:
    """A rectangle on a PDF page (from 1): left, top, right, bottom in points from the top left corner."""

    __pydantic_config__ = _CONFIG
    page: int
    bbox: tuple[float, float, float, float]


AnyPlace = LinePlace | BlockPlace | PagePlace


@dataclass(slots=True)
class Quote:
    """The characters as printed, and where they stand."""

    __pydantic_config__ = _CONFIG
    quote: str
    place: AnyPlace


class Note(_Model):
    """Something that was seen but could not be read, or was ambiguous."""

    code: str
    message: str
    place: AnyPlace | None = None


class Staff(_Model):
    """Head-counts of the unit itself."""

    authorised: Number | None = Field(default=None, title="编制人数")
    active: Number | None = Field(default=None, title="在职人数")
    retired: Number | None = Field(default=None, title="退休人数")
    retired_cadres: Number | None = Field(default=None, title="离休人数")
    contract: Number | None = Field(default=None, title="编外人数")


class Organisation(_Model):
    """The unit: duties, number of internal departments, staff."""

    duties: list[str] | None = Field(default=None, title="主要职责")
    internal_departments: Number | None = Field(default=None, title="内设机构数")
    staff: Staff = Field(default_factory=Staff)


class Sources(_Model):
    """Spending by kind of budget, in 万元."""

    general_public: Number | None = Field(default=None, title="一般公共预算")
    government_funds: Number | None = Field(default=None, title="政府性基金预算")
    state_capital: Number | None = Field(default=None, title="国有资本经营预算")
    social_insurance: Number | None = Field(default=None, title="社会保险基金预算")
    special_account: Number | None = Field(default=None, title="财政专户管理资金")
    other: Number | None = Field(default=None, title="其他资金")


class Budget(_Model):
    """The budget of what the document as a whole evaluates, in 万元; the rate in percent as printed."""

    original: Number | None = Field(default=None, title="年初预算")
    revised: Number | None = Field(default=None, title="全年预算")
    executed: Number | None = Field(default=None, title="全年执行")
    revenue: Number | None = Field(default=None, title="收入")
    execution_rate: Number | None = Field(default=None, title="预算执行率")
    sources: Sources = Field(default_factory=Sources)


class SpendingItem(_Model):
    """A project that money went to, in 万元."""

    name: str
    amount: Number | None = None
    purpose: str | None = None


class FunctionItem(_Model):
    """Spending on a heading of the functional classification, in 万元."""

    name: str
    amount: Number | None = None


class ThreePublic(_Model):
    """三公经费: hospitality, official vehicles, overseas visits; final figures in 万元."""

    total: Number | None = Field(default=None, title="三公经费合计")
    receptions: Number | None = Field(default=None, title="公务接待费")
    vehicles: Number | None = Field(default=None, title="公务用车费")
    abroad: Number | None = Field(default=None, title="因公出国（境）费")


class Spending(_Model):
    """What was spent on what, in 万元."""

    total: Number | None = Field(default=None, title="支出合计")
    basic: Number | None = Field(default=None, title="基本支出")
    personnel: Number | None = Field(default=None, title="人员经费")
    operating: Number | None = Field(default=None, title="公用经费")
    project: Number | None = Field(default=None, title="项目支出")
    projects: list[SpendingItem] | None = Field(default=None, title="项目明细")
    functions: list[FunctionItem] | None = Field(default=None, title="功能分类")
    three_public: ThreePublic = Field(default_factory=ThreePublic)


class Fund(_Model):
    """A row of a form's fund block: amounts in 万元, rate in percent, weight and score in points; `note`: its reason for
    a gap, where the form has a column for it."""

    label: str | None = None
    original: Number | None = None
    revised: Number | None = None
    executed: Number | None = None
    weight: Number | None = None
    rate: Number | None = None
    score: Number | None = None
    note: str | None = None


class Goal(_Model):
    """The year's overall goal and what came of it."""

    expected: str | None = None
    actual: str | None = None


class Value(_Model):
    """An indicator's target or actual value: the cell's text, and number with comparator and unit if that is all of it."""

    text: str | None = None
    comparator: Comparator | None = None
    value: Number | None = None
    unit: str | None = None


class Indicator(_Model):
    """A row of a form's indicator block. `level1_weight` and `level2_weight` are weights printed with a level's name."""

    level1: str | None = None
    level2: str | None = None
    name: str | None = None
    target: Value = Field(default_factory=Value)
    actual: Value = Field(default_factory=Value)
    weight: Number | None = None
    score: Number | None = None
    note: str | None = None
    level1_weight: Number | None = None
    level2_weight: Number | None = None


class Natures(_Model):
    """A form's money by kind of spending (按支出性质分), in 万元."""

    basic: Number | None = None
    personnel: Number | None = None
    operating: Number | None = None
    project: Number | None = None


class Evaluation(_Model):
    """One self-evaluation form. `by_source`, `by_nature`: its split of the year's money by kind of budget and of spending."""

    title: str | None = None
    kind: Kind | None = None
    year: int | None = None
    subject: str | None = None
    unit: str | None = None
    supervisor: str | None = None
    funds: list[Fund] = []
    by_source: Sources = Field(default_factory=Sources)
    by_nature: Natures = Field(default_factory=Natures)
    goal: Goal = Field(default_factory=Goal)
    indicators: list[Indicator] = []
    total_weight: Number | None = None
    total_score: Number | None = None
    grade: str | None = None
    conclusion: str | None = None
    problems: str | None = None
    measures: str | None = None


class BaseRow(_Model):
    """A row of the base data table: last year's final figure, this year's budget and final figure, in 万元."""

    label: str
    prior: Number | None = None
    budget: Number | None = None
    executed: Number | None = None


class BaseData(_Model):
    """The base data table (部门整体支出绩效评价基础数据表): posts, staff, their rate in percent, and rows of money."""

    authorised: Number | None = None
    active: Number | None = None
    control_rate: Number | None = None
    rows: list[BaseRow] = []


class Restated(_Model):
    """A further statement of what a field holds: the field as a JSON pointer, and the value stated there."""

    field: str
    value: Number


class SelfAssessment(_Model):
    """The result the document gives itself as a whole."""

    score: Number | None = Field(default=None, title="自评得分")
    grade: str | None = Field(default=None, title="自评等级")


class Problem(_Model):
    """A problem, the cause as printed, and its category."""

    text: str
    cause: str | None = None
    category: Category


class Measure(_Model):
    """An improvement measure and its category."""

    text: str
    category: Category


class Section(_Model):
    """A section of the report: number and heading as printed, topic, level (1 is the highest), own text."""

    number: str | None = None
    heading: str
    topic: Topic | None = None
    level: int
    text: str


@dataclass(slots=True)
class Finding:
    """A consistency check's result (`docs/checks.md`): the message in Chinese and English, the fields that were used as
    JSON pointers, the figure that they give, what is printed less that, the difference allowed, the scoring profile
    that the form was judged by, and quotes of what was used and is not in the record."""

    __pydantic_config__ = _CONFIG
    id: str
    outcome: Literal["pass", "pass_rounding", "fail", "not_checkable", "not_applicable"]
    severity: Literal["error", "warning", "info"]
    message: str
    message_en: str
    fields: list[str] = field(default_factory=_empty)
    recomputed: Number | None = None
    difference: Number | None = None
    tolerance: Number | None = None
    profile: str | None = None
    evidence: list[Quote] = field(default_factory=_empty)


class Report(_Model):
    """The record of one document. `evidence` maps JSON pointers into the record to quotes with places."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    status: Status
    error: Failure | None = None
    notes: list[Note] = []
    title: str | None = None
    kind: Kind | None = None
    year: int | None = None
    unit: str | None = None
    organisation: Organisation = Field(default_factory=Organisation)
    budget: Budget = Field(default_factory=Budget)
    spending: Spending = Field(default_factory=Spending)
    evaluations: list[Evaluation] = []
    base_data: BaseData | None = None
    restated: list[Restated] = []
    self_assessment: SelfAssessment = Field(default_factory=SelfAssessment)
    problems: list[Problem] | None = None
    measures: list[Measure] | None = None
    disclosure: str | None = None
    outline: list[Section] = []
    checks: list[Finding] = []
    evidence: dict[str, Quote | list[Quote]] = {}

    def data(self) -> dict[str, Any]:
        """The record as JSON shows it: plain numbers, lists and dicts."""
        return self.model_dump(mode="json")
