"""render.py PREPARED OUT WORKERS: the pages of pairs with Jinja2; see ../../contexts.py.

Prints the seconds that rendering and writing took, by the clock, the longest of the workers
(processes), and of the processors, all of them. Reading the contexts and compiling the
template is not counted.

SPDX-License-Identifier: MIT"""

import gc
import json
import os
import sys
import time
from multiprocessing import get_context
from pathlib import Path

import jinja2


def template_of(prepared, language):
    loader = jinja2.FileSystemLoader(prepared / "templates" / language / "jinja2")
    return jinja2.Environment(loader=loader, trim_blocks=True, lstrip_blocks=True,
                              keep_trailing_newline=True).get_template("pair.md")


def write_page(path, text):
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    os.write(fd, text.encode())
    os.close(fd)


def render_group(out, template, group):
    codes, pairs = group["codes"], group["pairs"]
    (out / pairs[0]["path"]).parent.mkdir(parents=True, exist_ok=True)
    gc.collect()
    gc.freeze()
    start, worked = time.perf_counter(), time.process_time()
    for pair in pairs:
        pair["a"], pair["b"] = codes[pair["a"]], codes[pair["b"]]
        write_page(f"{out}/{pair['path']}", template.render(pair))
    times = time.perf_counter() - start, time.process_time() - worked
    gc.unfreeze()
    return times


def render_groups(prepared, out, paths):
    templates = {language: template_of(prepared, language) for language in ("en", "zh_CN")}
    clock = processor = 0.0
    for path in paths:
        group = json.loads(path.read_text(encoding="utf-8"))
        times = render_group(out, templates[group["language"]], group)
        clock, processor = clock + times[0], processor + times[1]
    return clock, processor


def main():
    prepared, out, workers = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3])
    paths = sorted((prepared / "contexts").glob("*.json"))
    shares = [(prepared, out, paths[i::workers]) for i in range(workers)]
    with get_context("fork").Pool(workers) as pool:
        clock, processor = zip(*pool.starmap(render_groups, shares, chunksize=1))
    print(max(clock), sum(processor))


if __name__ == "__main__":
    main()
