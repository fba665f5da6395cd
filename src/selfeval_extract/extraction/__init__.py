"""Document → cited values, one file for each part of the record. `extract_values` calls them all."""

from __future__ import annotations

from typing import NamedTuple

from selfeval_extract.document import Document, Note
from selfeval_extract.extraction.base_data import base_data
from selfeval_extract.extraction.context import context_of, structure_of
from selfeval_extract.extraction.evaluations import evaluation
from selfeval_extract.extraction.identity import identity
from selfeval_extract.extraction.items import listed_functions, listed_projects, with_purposes
from selfeval_extract.extraction.money import Prose, budget, restated, spending
from selfeval_extract.extraction.organisation import organisation
from selfeval_extract.extraction.outline import notes, outline
from selfeval_extract.extraction.plain_tables import PlainAmounts, plain_amounts
from selfeval_extract.extraction.problems_and_measures import problems_and_measures
from selfeval_extract.extraction.recognition import Recognition, Told, recognised
from selfeval_extract.extraction.results import disclosure, self_assessment
from selfeval_extract.record.cited_record import CitedIdentity, CitedRecord


class Extracted(NamedTuple):
    """What was read from a document: the record's content, what could not be read, and whether there is a self-evaluation in it."""

    record: CitedRecord | CitedIdentity
    notes: list[Note]
    recognised: bool


def extract_values(document: Document) -> Extracted:
    """Read everything that the record holds of a document."""
    structure = structure_of(document)
    about = identity(structure)
    context = context_of(structure, about.kind, about.year_number)
    forms, is_report = context.forms, context.is_report
    prose = Prose(context)
    plain = plain_amounts(context) if is_report else PlainAmounts()
    projects = (
        (with_purposes(plain.projects, context) or listed_projects(context, prose.project_totals)) if is_report else []
    )
    functions = (listed_functions(context) or plain.functions) if is_report else []
    problems, measures = problems_and_measures(context)
    of_budget = budget(context, prose, plain, several_projects=len(projects) > 1)
    of_spending = spending(context, prose, plain, projects, functions)
    record: CitedRecord = {
        "title": about.title,
        "kind": about.kind,
        "year": about.year,
        "unit": about.unit,
        "organisation": organisation(context, plain),
        "budget": of_budget,
        "spending": of_spending,
        "evaluations": [evaluation(form, about.year, about.kind) for form in forms],
        "base_data": base_data(context),
        "restated": restated(context, prose, plain, of_budget, of_spending, several_projects=len(projects) > 1),
        "self_assessment": self_assessment(context, about.title),
        "problems": problems,
        "measures": measures,
        "disclosure": disclosure(context),
        "outline": outline(context),
    }
    found = Recognition(None) if forms else recognised(context, _told(record, prose))
    seen = [*notes(context), *found.notes]
    if found.other:
        alone: CitedIdentity = {"title": about.title, "year": about.year, "unit": about.unit}
        return Extracted(alone, seen, False)
    return Extracted(record, seen, True)


def _told(record: CitedRecord, prose: Prose) -> Told:
    """What a record tells that a self-evaluation report has."""
    result = record["self_assessment"]
    return Told(
        money=any(m.stage == "executed" and m.value for m in prose.found),
        score=bool(result["score"] or result["grade"]),
        problems=bool(record["problems"]),
        measures=bool(record["measures"]),
    )
