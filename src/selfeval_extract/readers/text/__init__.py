"""Text files: decoded, split into prose and tables by what the lines look like, or read as pages where they keep their layout."""
