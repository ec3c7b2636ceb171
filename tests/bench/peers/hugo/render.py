"""render.py PREPARED OUT WORKERS: the pages of pairs with Hugo; see ../../contexts.py and
prepare.py.

Prints the seconds from start to end, by the clock and of the processors. Reading the content
files is counted, for that is how Hugo works. Workers are the processors that it may use.

SPDX-License-Identifier: MIT"""

import os
import resource
import subprocess
import sys
import time

prepared, out, workers = sys.argv[1:]
start = time.perf_counter()
subprocess.run(["hugo", "--quiet", "--source", f"{prepared}/hugo", "--destination", os.path.abspath(out)],
               check=True, env={**os.environ, "GOMAXPROCS": workers, "HUGO_NUMWORKERMULTIPLIER": workers})
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime)
