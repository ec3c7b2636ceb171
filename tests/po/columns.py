"""columns.py help|table < TEXT: prints the lines of `codebook --help` that are wider than 80
columns or whose text does not begin in the same column, or the lines of a table whose last four
columns do not end where those of the others do. A wide character has two columns.

SPDX-License-Identifier: MIT"""
import re
import sys
import unicodedata


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def wrong_help(line):
    syntax = re.match(r"  \S+(?: \S+)*? +(?=[^ -~])", line)
    return width(line) > 80 or (syntax and width(syntax.group()) != 27)


def ends(line):
    return [width(line[: match.end()]) for match in re.finditer(r"\S+", line)][-4:]


lines = sys.stdin.buffer.read().decode().splitlines()
if sys.argv[1] == "help":
    wrong = [line for line in lines if wrong_help(line)]
else:
    wrong = [line for line in lines if ends(line) != ends(lines[-1])]
print("".join(f"{line}\n" for line in wrong or ([] if lines else ["nothing"])), end="")
