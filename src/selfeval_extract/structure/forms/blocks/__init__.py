"""The blocks that a form is made of: one file a block, each a step that may read a row and what belongs to it."""
