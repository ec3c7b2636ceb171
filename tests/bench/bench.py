#!/usr/bin/env python3
"""bench.py: codebook against the least that its files cost, and against others that make
the same pages. `make bench` runs it.

    bench.py [SECTION...]     one of those below; all by default

Compare what one run prints, not two runs. BENCH_DIR is where trees are written (default:
in memory), BENCH_ROUNDS how often (5), BENCH_LARGE=1 adds four million pages, and CODEBOOK
is the program.

SPDX-License-Identifier: MIT"""

import os
import sys

sys.dont_write_bytecode = True  # what is made stands below out/

from lab import (MANIFEST, OPTIONS, Contender, Place, floor, measure, output, print_machine, print_ratios, timed)


def option(*arguments):
    """Whether this codebook knows the option: the first of the arguments, up to its '='."""
    return arguments[0].split("=")[0] in OPTIONS


def contender(name, command, **fields):
    """A command that is timed from start to end; arguments that are None: it is not there."""
    return Contender(name, (lambda: timed(*command())) if command else None, **fields)


def tree_size(tree):
    """Files and bytes."""
    return [int(word) for word in output("out/obj/bench/floor", "stat", tree).split()[1:]]


# ---- a tree written anew ----

def same_tree(tree, other):
    output("diff", "-r", "-x", MANIFEST, tree, other)


def section_tree(place):
    """8×64 codes, all pairs, English and Chinese: 32,256 Markdown pages, written anew."""
    catalog = place.catalog(8, 64)
    tree = place.new("tree")
    output(*catalog.build(tree))
    archive = place.new("tree.tar")
    output("tar", "cf", archive, "-C", tree, "--exclude", MANIFEST, ".")
    documents, size = tree_size(tree)

    def fresh(*arguments):
        return lambda: catalog.build(place.new("fresh"), *arguments)

    def floor_write(mode, threads):
        return lambda: floor(mode, tree, place.new("fresh"), threads)

    def untar():
        place.new("fresh").mkdir()
        return ["tar", "xf", archive, "-C", place.path / "fresh"]

    with_jobs, with_archive = option("-j"), option("--archive=FILE")
    contenders = [
        Contender("floor, 1 thread", floor_write("write", 1)),
        Contender("floor, 2 threads", floor_write("write", 2)),
        Contender("floor with rename, 1 thread", floor_write("rename", 1)),
        Contender("floor with rename, 2 threads", floor_write("rename", 2)),
        contender("cp -r", lambda: ["cp", "-r", tree, place.new("fresh")]),
        contender("tar xf", untar),
        contender("tar cf", lambda: ["tar", "cf", place.new("fresh.tar"), "-C", tree, "."]),
        contender("codebook, to memory only", lambda: catalog.command("check", *(["-j1"] if with_jobs else []))),
        contender("codebook, 1 thread", fresh(*(["-j1"] if with_jobs else [])), bar=1.25),
        contender("codebook, 2 threads", fresh("-j2") if with_jobs else None, bar=0.75),
        contender("codebook --archive=/dev/null", fresh("--archive=/dev/null") if with_archive else None),
        contender("codebook --archive=FILE",
                  (lambda: catalog.build("none", f"--archive={place.new('fresh.tar')}")) if with_archive else None),
    ]
    for c in contenders:
        c.documents, c.bytes = documents, size
    measure(contenders)
    print_ratios(section_tree.__doc__, contenders)
    output(*fresh()())
    same_tree(tree, place.path / "fresh")


SECTIONS = {name[len("section_"):]: section for name, section in list(globals().items()) if name.startswith("section_")}


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), "../.."))
    names = sys.argv[1:] or list(SECTIONS)
    for name in names:
        if name not in SECTIONS:
            sys.exit(f"bench.py: no section '{name}'; there are {' '.join(SECTIONS)}")
    with Place() as place:
        print_machine(place)
        for name in names:
            SECTIONS[name](place)


if __name__ == "__main__":
    main()
