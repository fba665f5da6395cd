"""Many files: what paths lead to, and one outcome for each, whatever happens to it.

`inputs` finds the files, `outcome` reads one of them, `crew` keeps processes that can be killed to do so in, `run` puts
their results in order, and `journal` keeps these where a crash does not reach them.
"""
