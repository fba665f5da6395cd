"""The transformations, a file for each kind. Importing this enters all of them in `relation.TRANSFORMATIONS`."""

from . import amounts, columns, documents, labels, layout, numbers, pdfs, prose, rows, texts

__all__ = ["amounts", "columns", "documents", "labels", "layout", "numbers", "pdfs", "prose", "rows", "texts"]
