"""The field's words as data: TOML files, compiled once, and the questions asked of them.

`files` reads the TOML files, `labels` says what a table's labels are (columns, rows, fields), `topics` what a heading is about,
`words` asks for the other wordings, `categories` what a problem or measure is about. `python -m selfeval_extract.vocabulary 标签`
shows which entries match a label.
"""
