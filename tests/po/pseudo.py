"""pseudo.py PAGE...: prints each text of Markdown pages in the pseudo-language that is not
in its brackets, so that nobody could translate it.

SPDX-License-Identifier: MIT"""
import re
import sys

# What is never translated: code, addresses of links, sources and what they are called,
# codes, software, and the names of languages and of the program.
REMOVED = [
    (r"(?s)^```.*?^```$", re.M), (r"⟦[^⟦⟧]*⟧", 0), (r"(`+)(?:(?!\1).)+\1", 0), (r"\]\([^)]*\)", 0),
    (r"\*[^*\n]+\*(?= · |$)", re.M), (r"<br>", 0), (r"\[(?:RFC|IANA|KP)[^\]]*\]?", 0), (r"RFC \d+", 0),
    (r"§[\w.]+", 0), (r"(?m)^\*\*\[?[^⟦\n]*\]?\*\*$", 0), (r"(?m)^- \[[^⟦\n]*\]? \*.*$", 0),
    (r"(?m)^- \[[\w .()-]+$", 0), (r"\bSMTP\b|\bcodebook\b", 0),
]

for path in sys.argv[1:]:
    text = open(path, encoding="utf-8").read()
    # Brackets may hold others: a sentence with a translated name in it.
    before = None
    while before != text:
        before = text
        for pattern, flags in REMOVED:
            text = re.sub(pattern, "", text, flags=flags)
    for line in text.splitlines():
        if re.search(r"[A-Za-zÀ-ÿ]{3,}", line):
            print(f"{path}: {line.strip()}")
