"""How the program runs fast in Python: each thing here is measured, and its figure stands in its docstring."""
