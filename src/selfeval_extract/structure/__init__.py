"""What the printed shapes mean: sections by their headings, forms by their labels, columns by their header paths."""
