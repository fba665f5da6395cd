"""Many files: one result for each, whatever happens to it.

`inputs` finds the files, `outcome` reads one of them, `worker_pool` does so in processes that can be killed, `run` puts the
results in order, and `journal` keeps them where a crash does not reach them.
"""
