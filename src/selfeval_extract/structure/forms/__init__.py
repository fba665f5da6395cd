"""Self-evaluation forms: where their headers are, what each column is, and what their rows say block by block."""
