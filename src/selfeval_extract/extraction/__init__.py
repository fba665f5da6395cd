"""Document → cited values, one file a concept. `extract_values` is the sentence that names them all."""

from __future__ import annotations

from typing import Any

from selfeval_extract.document import Document, fold
from selfeval_extract.extraction.basetable import base_data
from selfeval_extract.extraction.context import context_of
from selfeval_extract.extraction.evaluations import evaluation, is_evaluation
from selfeval_extract.extraction.identity import identity
from selfeval_extract.extraction.items import listed_functions, listed_projects
from selfeval_extract.extraction.money import Prose, budget, restated, spending
from selfeval_extract.extraction.organisation import organisation
from selfeval_extract.extraction.outline import outline, remarks
from selfeval_extract.extraction.plaintables import PlainAmounts, plain_amounts
from selfeval_extract.extraction.problems_and_measures import weaknesses
from selfeval_extract.extraction.results import disclosure, self_assessment
from selfeval_extract.record.cited import Cited


def extract_values(document: Document) -> dict[str, Any]:
    """Everything the record holds of a document, as a tree of cited values, and `status` and `notes` beside it."""
    context = context_of(document)
    context.forms = [f for f in context.layout.forms if is_evaluation(f)]
    forms = context.forms
    title, kind, year, unit = identity(context)
    context.kind = kind
    context.year = year.value if isinstance(year, Cited) and isinstance(year.value, int) else None
    prose = Prose(context, context.year)
    plain = plain_amounts(context) if context.is_report else PlainAmounts()
    if context.is_report:
        context.listed = plain.projects or listed_projects(context) or []
    functions = listed_functions(context) if context.is_report else None
    problems, measures = weaknesses(context, forms)
    money = {
        "budget": budget(context, prose, forms, plain),
        "spending": spending(context, prose, forms, plain, functions),
    }
    return {
        "title": title,
        "kind": kind,
        "year": year,
        "unit": unit,
        "organisation": organisation(context, plain),
        **money,
        "evaluations": [evaluation(f, year, kind) for f in forms],
        "base_data": base_data(context),
        "restated": restated(context, prose, forms, plain, money),
        "self_assessment": self_assessment(
            context, forms, fold(str(title.value)).text if isinstance(title, Cited) else None
        ),
        "problems": problems,
        "measures": measures,
        "disclosure": disclosure(context),
        "outline": outline(context),
        "notes": remarks(context),
        "recognised": bool(forms) or context.is_report,
    }
