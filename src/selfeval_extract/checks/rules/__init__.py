"""The checks, a module for each subject, and what they share. The catalogue takes the checks from `MODULES`."""

from importlib import import_module
from pkgutil import iter_modules

MODULES = [import_module(f"{__name__}.{module.name}") for module in iter_modules(__path__)]
