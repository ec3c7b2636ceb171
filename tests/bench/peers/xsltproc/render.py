"""render.py PREPARED OUT WORKERS: the pages of pairs with xsltproc and exsl:document; see
../../contexts.py and prepare.py.

Prints the seconds from start to end, by the clock and of the processors. Reading the XML is
counted, for xsltproc cannot do without; so is starting it once for each language and protocol.

SPDX-License-Identifier: MIT"""

import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

prepared, out, workers = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])


def render(path):
    language = path.stem.split("-")[0]
    subprocess.run(["xsltproc", "--stringparam", "out", out,
                    prepared / "templates" / language / "xsltproc/pair.xsl", path], check=True)


start = time.perf_counter()
with ThreadPoolExecutor(workers) as pool:
    list(pool.map(render, sorted((prepared / "xml").glob("*.xml"))))
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime)
