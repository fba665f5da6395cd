"""Budget self-evaluation reports in, validated records with evidence out."""

__version__ = "0.1.0"
