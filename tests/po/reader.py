"""reader.py DUMP DIRECTORY [EXCEPTIONS]: compares our reading of each .po file in a directory
with that of msgfmt, and prints what differs.

DUMP is the program made of dump.c. EXCEPTIONS lists where we mean to differ; see there.

SPDX-License-Identifier: MIT"""
import concurrent.futures
import glob
import os
import re
import struct
import subprocess
import sys
import tempfile
import threading

END_OF_LINE = "end of line inside a string"
MIXED = "an entry has '#~' before all its lines or before none"


def read_mo(path):
    """{key: translation}, both bytes; of a plural, its first form."""
    if not os.path.exists(path):  # msgfmt writes none where it has nothing to write
        return {}
    with open(path, "rb") as file:
        data = file.read()
    magic, _, count, keys, values = struct.unpack_from("<5I", data)
    if magic != 0x950412DE:
        magic, _, count, keys, values = struct.unpack_from(">5I", data)
    order = "<" if data[0] == 0xDE else ">"

    def string(table, i):
        length, offset = struct.unpack_from(order + "2I", data, table + 8 * i)
        return data[offset:offset + length].split(b"\0")[0]

    return {string(keys, i): string(values, i) for i in range(count)}


def msgfmt(path, *options):
    """What is in the .mo file, or None, and the lines that msgfmt complains about."""
    mo = os.path.join(temporary, str(threading.get_ident()))
    if os.path.exists(mo):
        os.remove(mo)
    run = subprocess.run(["msgfmt", *options, "-o", mo, path], check=False, close_fds=False,
                         stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    if run.returncode == 0:
        return read_mo(mo), []
    messages = run.stderr.decode("utf-8", "replace")
    lines = re.findall(r"^%s:(\d+):(?!.*\.\.\.this is the location)" % re.escape(path), messages, re.M)
    return None, [int(line) for line in lines]


class Ours:
    """What one file is for our reader."""

    def __init__(self):
        self.entries, self.usable, self.message, self.line, self.column = {}, {}, None, 0, 0

    def add(self, path, line):
        if line.startswith("header "):
            header = bytes.fromhex(line.split()[1][1:])
            if header:
                self.entries[b""] = self.usable[b""] = header
        elif line.startswith("entry "):
            key, value = (bytes.fromhex(word[1:]) for word in line.split()[1:3])
            self.entries[key] = value
            if line.endswith(" usable"):
                self.usable[key] = value
        elif self.message is None and ": error: " in line:
            place, self.message = line.split(": error: ", 1)
            self.line, self.column = (int(number) for number in place[len(path) + 1:].split(":"))

    def __str__(self):
        return f"we say {self.line}: {self.message}" if self.message else "we accept it"


def read_ours(dump, paths):
    files = {}
    run = subprocess.run([dump, *paths], capture_output=True, check=False)
    if run.returncode or run.stderr:
        print(f"{dump}: status {run.returncode}: {run.stderr.decode('utf-8', 'replace')}")
    for line in run.stdout.decode("utf-8", "backslashreplace").split("\n"):
        if line.startswith("file "):
            path = line[5:]
            ours = files[path] = Ours()
        elif line:
            ours.add(path, line)
    return files


def same_line(path, ours, lines):
    """Whether msgfmt complains about the same line. We name the one that a token begins on;
    msgfmt the one that it ends on, which is another where lines are joined by a backslash,
    and the one below a comment or a line that ends inside a string. Of "#~" before some
    lines of an entry msgfmt says nothing where the entry has another mistake."""
    with open(path, "rb") as file:
        text = file.read().split(b"\n")[ours.line - 1:] + [b""]
    last = ours.line
    while text[last - ours.line].endswith(b"\\"):
        last += 1
    last += ours.message == END_OF_LINE or text[0][ours.column - 1:ours.column] == b"#"
    if ours.message == MIXED:
        last = max(last, min(lines))
    return any(ours.line <= line <= last for line in lines)


def compare_contents(path, ours, usable):
    """What is wrong, or None."""
    everything, lines = msgfmt(path, "--use-fuzzy", "--use-untranslated")
    if everything is None:
        return f"msgfmt --use-fuzzy complains about lines {lines}"
    if not everything.get(b""):  # an empty header is none
        everything.pop(b"", None)
    if ours.usable != usable:
        return f"usable: {ours.usable}, for msgfmt {usable}"
    if ours.entries != everything:
        return f"entries: {ours.entries}, for msgfmt {everything}"
    return None


def compare(path, ours, exception):
    """What is wrong, or None."""
    if exception:
        as_meant = (ours.message is None) == (exception != "refuses")
        return None if as_meant else f"{ours}; the exception is that it {exception} it"
    usable, lines = msgfmt(path)
    if (usable is None) != (ours.message is not None):
        return f"{ours}; msgfmt {'complains about lines ' + str(lines) if usable is None else 'accepts it'}"
    if usable is not None:
        return compare_contents(path, ours, usable)
    return None if same_line(path, ours, lines) else f"{ours}; msgfmt complains about lines {lines}"


def read_exceptions(path):
    words = [line.split(None, 2) for line in open(path, encoding="utf-8") if line[0] not in "#\n"]
    return {name: kind for name, kind, _ in words}


def main(dump, directory, exceptions=None):
    exceptions = read_exceptions(exceptions) if exceptions else {}
    paths = sorted(glob.glob(os.path.join(directory, "*.po")))
    ours = read_ours(dump, paths)
    for name in exceptions.keys() - {os.path.basename(path) for path in paths}:
        print(f"{name}: an exception for a file that is not there")
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {path: pool.submit(compare, path, ours[path], exceptions.get(os.path.basename(path)))
                for path in paths}
    for path, job in jobs.items():
        if job.result():
            print(f"{path}: {job.result()}")
    if not paths:
        print(f"{directory}: no .po file")


with tempfile.TemporaryDirectory() as temporary:
    main(*sys.argv[1:])
