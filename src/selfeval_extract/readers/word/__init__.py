"""Word files. The parts of the package are parsed (package, xml), then read from the styles and lists up to the blocks."""
