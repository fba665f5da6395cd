"""Tables won back from text dumps that lost their row ends, their empty cells or the space between cells."""
