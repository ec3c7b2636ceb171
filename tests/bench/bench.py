#!/usr/bin/env python3
"""bench.py: codebook against the least that its files cost, and against others that make
the same pages. `make bench` runs it.

    bench.py [SECTION...]     one of those below; all by default

Compare what one run prints, not two runs. BENCH_DIR is where trees are written (default:
in memory), BENCH_ROUNDS how often (5), BENCH_LARGE=1 adds four million pages, and CODEBOOK
is the program.

SPDX-License-Identifier: MIT"""

import os
import re
import shutil
import signal
import subprocess
import sys
from pathlib import Path

sys.dont_write_bytecode = True  # what is made stands below out/

from contexts import contexts_make
from lab import (CODEBOOK, MANIFEST, OPTIONS, REMEMBERED, ROUNDS, TOOLS, Contender, Place, floor, measure, milliseconds, number,
                 output, peak_memory, print_machine, print_ratios, print_table, timed, verdict)
from peers import PEERS

LARGE = bool(os.environ.get("BENCH_LARGE"))

# What this codebook can do.
JOBS = "-j" in OPTIONS
ARCHIVE = "--archive" in OPTIONS


def one_thread():
    return ["-j1"] if JOBS else []


def to_memory(catalog):
    """Renders every page and keeps none."""
    return catalog.build("none", "--archive=/dev/null", *one_thread()) if ARCHIVE \
        else catalog.command("check", *one_thread())


def contender(name, command, times=1, **fields):
    """A command that is timed from start to end; None: this codebook has it not."""
    return Contender(name, (lambda: timed(*command(), times=times)) if command else None, **fields)


def with_size(contenders, documents, size):
    for c in contenders:
        c.documents, c.bytes = documents, size
    return contenders


def tree_size(tree):
    """Files and bytes."""
    return [int(word) for word in output(TOOLS / "floor", "stat", tree).split()[2:]]


# ---- a tree written anew ----

def same_tree(tree, other):
    output("diff", "-r", "-x", REMEMBERED, tree, other)


def check_trees(catalog, place, tree):
    """However it is written, it has to be the same."""
    output(*catalog.build(place.new("fresh"), *one_thread()))
    same_tree(tree, place.path / "fresh")
    if JOBS:
        output(*catalog.build(place.new("fresh"), "-j2"))
        same_tree(tree, place.path / "fresh")
    if ARCHIVE:
        output(*catalog.build("none", f"--archive={place.new('fresh.tar')}"))
        place.new("fresh").mkdir()
        output("tar", "xf", place.path / "fresh.tar", "-C", place.path / "fresh")
        same_tree(tree, place.path / "fresh")


def section_tree(place):
    """8×64 codes, all pairs, English and Chinese: 32,256 Markdown pages, written anew."""
    catalog = place.catalog(8, 64)
    tree = place.new("tree")
    output(*catalog.build(tree))
    archive = place.new("tree.tar")
    output("tar", "cf", archive, "-C", tree, "--exclude", REMEMBERED, ".")

    def fresh(*arguments):
        return lambda: catalog.build(place.new("fresh"), *arguments)

    def floor_write(mode, threads):
        return lambda: floor(mode, tree, place.new("fresh"), threads)

    def to_archive(jobs):
        return lambda: catalog.build("none", f"--archive={place.new('fresh.tar')}", jobs)

    def untar():
        place.new("fresh").mkdir()
        return ["tar", "xf", archive, "-C", place.path / "fresh"]

    contenders = [
        Contender("floor, 1 thread", floor_write("write", 1)),
        Contender("floor, 2 threads", floor_write("write", 2)),
        Contender("floor with rename, 1 thread", floor_write("rename", 1)),
        Contender("floor with rename, 2 threads", floor_write("rename", 2)),
        contender("cp -r", lambda: ["cp", "-r", tree, place.new("fresh")]),
        contender("tar xf", untar),
        contender("tar cf", lambda: ["tar", "cf", place.new("fresh.tar"), "-C", tree, "."]),
        contender("codebook, to memory only", lambda: to_memory(catalog)),
        contender("codebook, 1 thread", fresh(*one_thread()), bar=1.25),
        contender("codebook, 2 threads", fresh("-j2") if JOBS else None, bar=0.75),
        contender("codebook, an archive, 1 thread", to_archive("-j1") if ARCHIVE else None),
        contender("codebook, an archive, 2 threads", to_archive("-j2") if ARCHIVE else None),
    ]
    measure(with_size(contenders, *tree_size(tree)))
    print_ratios(section_tree.__doc__, contenders)
    check_trees(catalog, place, tree)


def section_render(place):
    """Rendering to memory: all pages without writing any, less what starting and loading take."""
    rows = []
    for catalog in (place.catalog(8, 64), place.catalog(4, 250)):
        everything = contender("everything", lambda c=catalog: to_memory(c), documents=catalog.documents)
        loading = contender("loading", lambda c=catalog: [*to_memory(c), "--pairs", "none"])
        measure([everything, loading])
        rate = catalog.documents / (everything.clock() - loading.clock())
        rows.append([catalog.name, number(catalog.documents), milliseconds(everything.clock()),
                     number(everything.rate()), milliseconds(loading.clock()), number(rate),
                     verdict(400_000 / rate, 1).replace("≤ 1", "≥ 400,000")])
    print_table(section_render.__doc__, ["codes", "documents", "ms", "documents/s", "start and loading, ms",
                                         "documents/s without", "bar"], rows)


def section_unchanged(place):
    """The same tree, built again with nothing changed."""
    catalog = place.catalog(8, 64)
    tree = place.new("tree")
    output(*catalog.build(tree))

    def without_manifest(*arguments):
        (tree / MANIFEST).unlink()
        return catalog.build(tree, *arguments)

    contenders = [
        Contender("floor, 1 thread", lambda: floor("write", tree, place.new("fresh"))),
        Contender("stat of every file", lambda: floor("stat", tree)),
        Contender("reading and comparing every file", lambda: floor("compare", tree)),
        contender("codebook, with its manifest", lambda: catalog.build(tree, *one_thread()), bar=0.25),
        contender("codebook, manifest lost", lambda: without_manifest(*one_thread()), bar=0.6),
        contender("codebook, with its manifest, 2 threads", (lambda: catalog.build(tree, "-j2")) if JOBS else None,
                  bar=0.25),
        contender("codebook, manifest lost, 2 threads", (lambda: without_manifest("-j2")) if JOBS else None, bar=0.6),
    ]
    measure(with_size(contenders, *tree_size(tree)))
    print_ratios(section_unchanged.__doc__, contenders)


# ---- one text changed ----

class ChangingTranslation:
    """A .po file, one msgstr of which is other than the last time."""

    def __init__(self, path):
        self.path = path
        text = path.read_text(encoding="utf-8")
        at = text.index('msgstr "', text.index('msgctxt "p1:200|choose"')) + len('msgstr "')
        self.versions = [text, text[:at] + "因此" + text[at:]]

    def change(self):
        self.versions.reverse()
        self.path.write_text(self.versions[0], encoding="utf-8")


def section_change(place):
    """The same tree, after one msgstr has changed that stands on 63 pages."""
    catalog = place.catalog(8, 64)
    translation = ChangingTranslation(catalog.path / "po/zh_CN.po")
    tree = place.new("tree")
    output(*catalog.build(tree))

    def changed(*arguments):
        translation.change()
        return catalog.build(tree, *arguments)

    print("\n" + output(*changed()).strip(), flush=True)
    contenders = [
        contender("codebook, the whole tree", lambda: catalog.build(place.new("fresh"), *one_thread())),
        contender("codebook, one msgstr changed", lambda: changed(*one_thread()), bar=0.05),
    ]
    measure(contenders)
    print_ratios(section_change.__doc__, contenders)


# ---- the catalog of this tree ----

def largest_catalog():
    """Its protocol and its first code."""
    path = max(Path("data").glob("*.xml"), key=lambda p: p.stat().st_size)
    text = path.read_text(encoding="utf-8")
    return re.search(r'<protocol id="([^"]+)"', text)[1], re.search(r'<code value="([^"]+)"', text)[1]


def section_show(_):
    """Commands for one page, with the largest catalog of this tree, in milliseconds from start to end."""
    protocol, code = largest_catalog()
    commands = [["--version"], ["show", protocol, code], ["show", protocol, code, "--lang", "zh_CN"],
                ["compare", "smtp", "252", "421"], ["view", f"{protocol}:{code}"], ["check"]]
    contenders = [contender(f"codebook {' '.join(c)}", lambda c=c: [CODEBOOK, *c], times=10) for c in commands]
    measure(contenders)
    rows = [[c.name, milliseconds(c.clock()), verdict(c.clock() * 1000, 20 if " show " in c.name else None),
             milliseconds(c.processor())] for c in contenders]
    print_table(section_show.__doc__, ["", "ms", "bar", "processor ms"], rows)


def inputs_of(rule):
    """The files behind the colon of what --depfile writes."""
    return rule.read_text(encoding="utf-8").split(": ", 1)[1].split("\n\n")[0].replace("\\\n", " ").split()


def section_real(place):
    """The catalog of this tree, built again with nothing changed: against what the process takes to start and to
    read its inputs and its manifest."""
    tree, rule = place.new("real"), place.path / "real.d"
    output(CODEBOOK, "build", "--out", tree, "--depfile", rule)
    inputs = inputs_of(rule)
    read = [*inputs, tree / MANIFEST]

    def start_and_read():
        return timed(CODEBOOK, "--version", times=10).and_then(floor("read", *read))

    def xmllint():
        return timed("sh", "-c", 'xmllint --noout --relaxng data/catalog.rng "$@" 2> /dev/null', "sh",
                     *Path("data").glob("*.xml"), times=10)

    contenders = [
        Contender("start, read inputs and manifest", start_and_read),
        Contender("the same, and stat of every file", lambda: start_and_read().and_then(floor("stat", tree))),
        Contender("xmllint --relaxng, the catalog only", xmllint if shutil.which("xmllint") else None),
        contender("codebook, nothing changed", lambda: [CODEBOOK, "build", "--out", tree, *one_thread()],
                  times=10, bar=1.5),
        contender("codebook check", lambda: [CODEBOOK, "check"], times=10),
        contender("make docs", lambda: ["env", "-u", "MAKEFLAGS", "make", "-s", "docs"], times=3),
    ]
    measure(contenders)
    print_ratios(section_real.__doc__, contenders)


# ---- memory ----

def peak_cell(command):
    return f"{peak_memory(*command) / 1024:.1f}"


def section_memory(place):
    """The most memory held while all pairs are made, in MiB."""
    rows = []
    sizes = [(4, 20), (4, 100), (4, 250)] + ([(4, 1000)] if LARGE else [])
    for size in sizes:
        catalog = place.catalog(*size)
        room = shutil.disk_usage(place.path).free > catalog.documents * 8192
        tree = peak_cell(catalog.build(place.new("fresh"), *one_thread())) if room and size[1] < 1000 else "–"
        archive = peak_cell(catalog.build("none", "--archive=/dev/null", *one_thread())) if ARCHIVE else "not there"
        threads = peak_cell(catalog.build("none", "--archive=/dev/null", "-j2")) if ARCHIVE and JOBS else "not there"
        bar = 32 if size == (4, 250) else None
        worst = max(float(cell) for cell in (tree, archive, threads) if cell[0].isdigit())
        rows.append([catalog.name, f"{catalog.documents:,}", f"{catalog.input_bytes() / 2**20:.1f}", tree, archive,
                     threads, verdict(worst, bar)])
        place.new("fresh")
    print_table(section_memory.__doc__, ["codes", "documents", "input", "tree", "archive", "archive, -j2", "bar"], rows)


def allocations(command):
    """How often memory is asked for, or None where that cannot be counted."""
    counter = [TOOLS / "codebook-count", *command[1:]]
    found = re.search(r"(\d+) allocations", subprocess.run(counter, capture_output=True, check=True).stderr.decode())
    return int(found[1]) if found else None


TWICE = """<output kind="again" each="pair" lang="each" format="markdown" template="markdown/pair"
          path="again/{language.tag}/{protocol.id}/{a.slug}-vs-{b.slug}.md"/>
</outputs>"""


def section_alloc(place):
    """Calls of malloc, calloc and realloc for one more document: those for every page twice less those for once."""
    catalog = place.catalog(4, 100)
    twice = place.new("twice")
    shutil.copytree(catalog.path / "templates", twice)
    outputs = twice / "outputs.xml"
    outputs.write_text(outputs.read_text(encoding="utf-8").replace("</outputs>", TWICE), encoding="utf-8")
    rows = []
    for name, command in (("to memory", lambda: to_memory(catalog)),
                          ("to files", lambda: catalog.build(place.new("fresh"), *one_thread()))):
        once, more = allocations(command()), allocations([*command(), "--templates", twice])
        rows.append([name, *([once, more, f"{(more - once) / catalog.documents:.3f}"] if once else ["–"] * 3)])
    print_table(section_alloc.__doc__, ["", "once", "twice", "for one document"], rows)


# ---- others ----

def first_try(peer, interpreter, place, prepared, tree):
    """Whether its pages are those of the tree; says so if not."""
    try:
        peer.prepare(prepared)
        peer.run(interpreter, prepared, place.new("fresh"), 2)
        same_tree(tree, place.path / "fresh")
        return True
    except subprocess.CalledProcessError as error:
        print(f"{peer.name}: {error}", (error.stdout or b"").decode()[:400], flush=True)
        return False


def peer_contenders(place, prepared, tree):
    """Each with one worker and with two; what is not installed is named."""
    for peer in PEERS:
        interpreter = peer.found()
        if not interpreter or not first_try(peer, interpreter, place, prepared, tree):
            yield Contender(peer.name, None, note="failed" if interpreter else "not here")
            continue
        for workers in (1, 2):
            yield Contender(f"{peer.name}, {workers} worker{'s' if workers > 1 else ''}",
                            lambda p=peer, i=interpreter, w=workers: p.run(i, prepared, place.new("fresh"), w),
                            note=f"beside rendering and writing, {peer.counted} counts" if workers == 1 else "")


def section_peers(place):
    """The same pages, to the byte, from other template engines, to which values are given escaped and compared."""
    catalog = place.catalog(8 if LARGE else 2, 64)
    tree, prepared = place.new("tree"), place.new("prepared")
    output(*catalog.build(tree))
    prepared.mkdir()
    contexts_make(catalog, prepared)
    whole = place.catalog(8, 64)
    contenders = with_size([
        Contender("floor, 1 thread", lambda: floor("write", tree, place.new("fresh"))),
        contender("codebook, to memory only", lambda: to_memory(catalog)),
        contender("codebook, 1 thread", lambda: catalog.build(place.new("fresh"), *one_thread())),
        contender("codebook, 2 threads", (lambda: catalog.build(place.new("fresh"), "-j2")) if JOBS else None),
        *peer_contenders(place, prepared, tree),
    ], *tree_size(tree))
    memory = contender(f"codebook, to memory only, {whole.name}", lambda: to_memory(whole), documents=whole.documents)
    measure([*contenders, memory], min(ROUNDS, 3))
    print_ratios(f"{catalog.name} codes. {section_peers.__doc__}", contenders)
    jinja = next(c for c in contenders if c.name.startswith("Jinja2"))
    if jinja.results:
        times = memory.rate() / jinja.rate()
        print(f"\nTo memory ({whole.name}) {times:.1f} times as many documents/s as Jinja2 to files,"
              f" ≥ 10: {'yes' if times >= 10 else 'NO'}")


def section_lookup(_):
    """The lookups of a generated header."""
    print(f"\n{section_lookup.__doc__}\n\n{output(TOOLS / 'lookup')}", end="", flush=True)


SECTIONS = {name[len("section_"):]: section for name, section in list(globals().items()) if name.startswith("section_")}


def main():
    os.chdir(os.path.join(os.path.dirname(__file__), "../.."))
    names = sys.argv[1:] or list(SECTIONS)
    for name in names:
        if name not in SECTIONS:
            sys.exit(f"bench.py: no section '{name}'; there are {' '.join(SECTIONS)}")
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(130))  # so that the place is removed
    with Place() as place:
        print_machine(place)
        for name in names:
            SECTIONS[name](place)


if __name__ == "__main__":
    main()
