"""messages.py MANUAL SOURCE...: prints each message of the sources that the DIAGNOSTICS of
codebook(1) do not explain. Format directives stand for any text; of a message with a count
the manual has the plural.

SPDX-License-Identifier: MIT"""
import re
import sys

PLACEHOLDER = re.compile(r"%[-.*0-9]*(?:l|z)?[a-z]|%%")
STRING = r'"((?:[^"\\]|\\.)*)"'
ARGUMENT = r"\s*((?:%s\s*)+)" % STRING
CALLS = [re.compile(r"\bN?_\(%s\)" % ARGUMENT), re.compile(r"\bngettext\(\s*%s,%s," % (STRING, ARGUMENT)),
         re.compile(r"\bC_\(\s*%s,%s\)" % (STRING, ARGUMENT))]
# What is no complaint: the level, names of things within messages, and reports on standard
# output.
NOT_DIAGNOSTICS = re.compile(r"\\n|^(?:error|warning|note): $|^(?:an? |HTML text|JSON$|C code$|Markdown text|roff$|source code$|text$)")


def plain(roff):
    text = re.sub(r"\\f.", "", roff)
    for escape, char in ((r"\-", "-"), (r"\(aq", "'"), (r"\(dq", '"'), (r"\e", "\\"), (r"\&", "")):
        text = text.replace(escape, char)
    return re.sub(r"\s+", " ", text)


manual = plain(open(sys.argv[1], encoding="utf-8").read())
for path in sys.argv[2:]:
    source = open(path, encoding="utf-8").read()
    for argument in (call.groups()[-2] for pattern in CALLS for call in pattern.finditer(source)):
        message = "".join(re.findall(STRING, argument)).replace('\\"', '"')
        if " " not in message or NOT_DIAGNOSTICS.search(message):
            continue
        parts = [part.strip() for part in PLACEHOLDER.split(message)]
        if not all(part in manual for part in parts if len(part) > 6):
            print(f"{path}: {message}")
