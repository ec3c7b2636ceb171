"""messages.py MANUAL SOURCE...: prints each message of the sources that the DIAGNOSTICS of
codebook(1) do not explain. Format directives stand for any text.

SPDX-License-Identifier: MIT"""
import re
import sys

PLACEHOLDER = re.compile(r"%[-.*0-9]*(?:l|z)?[a-z]|%%")
STRING = r'"((?:[^"\\]|\\.)*)"'
CALL = re.compile(r"\bN?_\(\s*((?:%s\s*)+)\)" % STRING)
# What is no complaint: names of things within messages, and reports on standard output.
NOT_DIAGNOSTICS = re.compile(r"\\n|^(?:an? |HTML text|JSON$|C code$|Markdown text|roff$|source code$|text$)")


def plain(roff):
    text = re.sub(r"\\f.", "", roff)
    for escape, char in ((r"\-", "-"), (r"\(aq", "'"), (r"\(dq", '"'), (r"\e", "\\"), (r"\&", "")):
        text = text.replace(escape, char)
    return re.sub(r"\s+", " ", text)


manual = plain(open(sys.argv[1], encoding="utf-8").read())
for path in sys.argv[2:]:
    for call in CALL.finditer(open(path, encoding="utf-8").read()):
        message = "".join(re.findall(STRING, call.group(1))).replace('\\"', '"')
        if " " not in message or NOT_DIAGNOSTICS.search(message):
            continue
        parts = [part.strip() for part in PLACEHOLDER.split(message)]
        if not all(part in manual for part in parts if len(part) > 6):
            print(f"{path}: {message}")
