"""lab.py: what the measurements of bench.py share: the machine, a directory to work in,
timing in turns, and tables of ratios.

SPDX-License-Identifier: MIT"""

import os
import platform
import re
import shutil
import statistics
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, NamedTuple, Optional

TOP = Path(__file__).resolve().parents[2]
TOOLS = TOP / "out/obj/bench"
CODEBOOK = Path(os.environ.get("CODEBOOK", TOP / "out/bin/codebook")).resolve()
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))

MANIFEST = ".codebook-manifest"
REMEMBERED = ".codebook-*"  # what a run leaves beside the documents


def output(*command, **options):
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, stdout=subprocess.PIPE, **options).stdout.decode()


class Times(NamedTuple):
    """Seconds by the clock and of the processors: the latter say more when the machine has
    other things to do."""

    clock: float
    processor: float

    def and_then(self, other):
        return Times(self.clock + other.clock, self.processor + other.processor)


def timed(*command, times=1, **options):
    """What a command takes from start to end."""
    return Times(*map(float, output(TOOLS / "run", "-n", times, *command, **options).split()[:2]))


def peak_memory(*command, **options):
    """KiB."""
    return int(output(TOOLS / "run", *command, **options).split()[2])


def floor(*arguments):
    """What the bare system calls take, see floor.c."""
    return Times(*map(float, output(TOOLS / "floor", *arguments).split()[:2]))


def find_options():
    """The long options, and the short ones, that this codebook has."""
    return set(re.findall(r"(?:^|\s)(--?[a-z][a-z-]*)", output(CODEBOOK, "--help")))


OPTIONS = find_options()


# ---- a place to work ----

class Place:
    """A directory that is removed at the end; in memory unless BENCH_DIR says otherwise."""

    def __init__(self):
        parent = os.environ.get("BENCH_DIR") or ("/dev/shm" if os.path.isdir("/dev/shm") else None)
        self.path = Path(tempfile.mkdtemp(prefix="codebook-bench.", dir=parent))
        self.catalogs = {}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)

    def new(self, name):
        """A path where nothing is, also if something was."""
        path = self.path / name
        if path.is_dir():
            output("rm", "-rf", path)  # faster than shutil.rmtree() by far
        else:
            path.unlink(missing_ok=True)
        return path

    def catalog(self, protocols, codes):
        """A catalog with so many protocols and codes each, made when first asked for."""
        key = (protocols, codes)
        if key not in self.catalogs:
            self.catalogs[key] = Catalog(self.path / f"{protocols}x{codes}", protocols, codes)
        return self.catalogs[key]


class Catalog:
    def __init__(self, path, protocols, codes):
        self.path = path
        self.name = f"{protocols}×{codes}"
        self.documents = protocols * codes * (codes - 1) // 2 * 2
        output("python3", TOP / "tests/bench/synth.py", path, "--protocols", protocols, "--codes", codes,
               "--codebook", CODEBOOK)

    def command(self, command, *arguments):
        """codebook, with this catalog and all its pairs."""
        return [CODEBOOK, command, "--data", self.path / "data", "--po", self.path / "po",
                "--templates", self.path / "templates", "--pairs", "all", *arguments]

    def build(self, out, *arguments):
        return self.command("build", "--out", out, *arguments)

    def input_bytes(self):
        return sum(path.stat().st_size for path in self.path.glob("[dp]*/*") if path.is_file())


# ---- timing ----

@dataclass
class Contender:
    """Something to be measured, in turns with others."""

    name: str
    run: Optional[Callable[[], Times]]  # None: cannot be measured here
    note: str = ""  # why it cannot, or what has to be known about the number
    documents: int = 0
    bytes: int = 0
    bar: Optional[float] = None  # the ratio to the first contender that is not to be exceeded
    results: list = field(default_factory=list)

    def clock(self):
        return statistics.median(times.clock for times in self.results)

    def rate(self):
        """Documents in a second."""
        return self.documents / self.clock()

    def processor(self):
        return statistics.median(times.processor for times in self.results)

    def times(self, first):
        """How often the first fits into it, by the clock and of the processors: the medians of what
        each round says, for a machine may be slower in one round than in another."""
        pairs = list(zip(self.results, first.results))
        return Times(statistics.median(mine.clock / other.clock for mine, other in pairs),
                     statistics.median(mine.processor / other.processor for mine, other in pairs))


def measure(contenders, rounds=ROUNDS):
    """A B C B C A C A B …, so that what else the machine does meets all of them, and none
    always has the same one before it."""
    for i in range(rounds):
        first = i % len(contenders)
        for contender in contenders[first:] + contenders[:first]:
            if contender.run:
                contender.results.append(contender.run())


# ---- tables ----

def number(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def verdict(value, limit):
    """Whether a bar is reached, "–" where none is set."""
    if limit is None:
        return "–"
    return f"≤ {limit:g}: {'yes' if value <= limit else 'NO'}"


def print_table(title, columns, rows):
    """A Markdown table; the first column is text."""
    widths = [max(len(str(row[i])) for row in [columns, *rows]) for i in range(len(columns))]

    def line(row):
        cells = [str(cell).ljust(width) if i == 0 else str(cell).rjust(width)
                 for i, (cell, width) in enumerate(zip(row, widths))]
        return "| " + " | ".join(cells) + " |"

    marks = ["-" * widths[0]] + ["-" * (width - 1) + ":" for width in widths[1:]]
    print(f"\n{' '.join(title.split())}\n\n{line(columns)}\n{line(marks)}", *map(line, rows), sep="\n", flush=True)


def milliseconds(seconds):
    return f"{seconds * 1000:,.0f}" if seconds >= 0.1 else f"{seconds * 1000:.1f}"


def row_of(contender, first):
    if not contender.results:
        return [contender.name, contender.note or "not there", "", "", "", "", "", ""]
    clock, processor, times = contender.clock(), contender.processor(), contender.times(first)
    return [contender.name,
            milliseconds(clock),
            number(contender.documents / clock) if contender.documents else "",
            number(contender.bytes / clock / 1e6) if contender.bytes else "",
            f"{times.clock:.2f}",
            verdict(times.clock, contender.bar),
            milliseconds(processor),
            f"{times.processor:.2f}"]


def print_ratios(title, contenders):
    """Times, and how often the first fits into each, by the clock and of the processors."""
    columns = ["", "ms", "documents/s", "MB/s", "× first", "bar", "processor ms", "× first"]
    print_table(title, columns, [row_of(c, contenders[0]) for c in contenders])
    for contender in contenders:
        if contender.results and contender.note:
            print(f"  {contender.name}: {contender.note}")


# ---- the machine ----

def cpu_model():
    try:
        return re.search(r"^model name\s*: (.*)$", Path("/proc/cpuinfo").read_text(), re.M)[1]
    except (OSError, TypeError):
        return platform.processor() or platform.machine()


def file_system(path):
    try:
        return output("stat", "-f", "-c", "%T", path).strip()
    except (OSError, subprocess.CalledProcessError):
        return "file system unknown"


def print_machine(place):
    load = os.getloadavg()[0]
    print(f"{cpu_model()}, {os.cpu_count()} processors; {platform.system()} {platform.release()};"
          f" {file_system(place.path)}; load {load:.1f}")
    print(f"{output(CODEBOOK, '--version').strip()}; medians of {ROUNDS} rounds, each round everything in turn")
