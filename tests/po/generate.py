"""generate.py SEED COUNT DIRECTORY: writes .po files that are different each time and the
same for the same seed: entries of all kinds in odd layouts, half of the files with a
mistake.

Left out is what exceptions.txt lists, such as bytes that are no UTF-8.

SPDX-License-Identifier: MIT"""
import os
import random
import sys

# No line end at the start or the end of a string: msgfmt wants it at both msgid and msgstr.
PIECES = ["a", "b", "Zeile", "aa\\nbb", "\\t", "\\\"", "\\\\", "\\101", "\\x4a.", "\\a\\b\\f\\v\\r.", "{n}", "你好",
          "ä", " ", "#, fuzzy", "msgid", "%d", "\t", "\\1a", "<cmd>X</cmd>", "\\344\\275\\240", "b\\\nc", "k" * 200]
BAD_PIECES = ["\\q", "\\", "\\x", "\\xg", "\\9", "\\004", "\n", '"', "\\\r", "\\e"]
COMMENTS = ["# c", "#", "#. auto", "#: a.xml b.xml:3", "#, fuzzy", "#, c-format, fuzzy", "#, nofuzzy",
            "#, c-format", "#,fuzzy", "#  fuzzy", "# msgid \"x\"", "#. \\", "#! fuzzy", "#~", "#|", "#~ # c"]
JUNK = ["hello", "msgidx", "}", "7", "[", "]", "\"", "\"x\"", "msgstr", "msgid \"a\"", "#~ \"x\"", "#| \"x\"",
        "#| msgid \"x\"", "\\", "ä", "'", "msgstr[0] \"x\"", "msgstr \"x\"", "msgctxt \"x\"", "#~| msgid \"x\""]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)

    def number(self, limit):
        return int(self.random.random() * limit)

    def chance(self, percent):
        return self.number(100) < percent

    def pick(self, items):
        return items[self.number(len(items))]

    def text(self):
        return "".join(self.pick(PIECES) for _ in range(1 + self.number(3)))

    def space(self):
        return self.pick([" ", " ", " ", "", "\t", "  ", " \r"])

    def strings(self, text, prefix):
        """The text as one string or several, on this line and on more."""
        parts = [f'"{text}"'] + [f'"{self.text()}"' for _ in range(self.number(3)) if self.chance(25)]
        if self.chance(10):
            parts.insert(0, '""')
        between = "\n" + prefix if self.chance(60) else self.space()
        return between.join(parts)

    def field(self, keyword, text, prefix=""):
        gap = self.space() if self.chance(90) else "\n" + prefix
        return prefix + keyword + gap + self.strings(text, prefix) + self.pick(["\n", "\n", "\n", "\n\n", "\r\n"])

    def comments(self):
        lines = [self.pick(COMMENTS) + "\n" for _ in range(self.number(4))]
        # What msgfmt makes of two lines of flags is an exception.
        flags = [line for line in lines if line[1] in ",!"]
        return "".join(line for line in lines if line[1] not in ",!" or line is flags[0])

    def previous(self, mark):
        fields = [self.field("msgctxt", self.text(), mark)] if self.chance(40) else []
        fields.append(self.field("msgid", self.text(), mark))
        if self.chance(20):
            fields.append(self.field("msgid_plural", self.text(), mark))
        return fields

    def entry(self, id):
        """The lines of an entry, as a list of fields."""
        obsolete = self.chance(15)
        mark = self.pick(["#~ ", "#~"]) if obsolete else ""
        fields = self.previous(("#~| " if obsolete else "#| ")) if self.chance(15) else []
        if self.chance(40):
            fields.append(self.field("msgctxt", self.pick(["x", "y", "", "x|y"]), mark))
        fields.append(self.field("msgid", id, mark))
        if self.chance(15):
            fields.append(self.field("msgid_plural", self.text(), mark))
            for i in range(1 + self.number(3)):
                index = self.pick([f"[{i}]", f" [ {i} ] ", f"[0{i}]"])
                fields.append(self.field("msgstr" + index, "" if self.chance(20) else self.text(), mark))
        else:
            fields.append(self.field("msgstr", "" if self.chance(20) else self.text(), mark))
        return [self.comments()] + fields

    def header(self):
        return ['msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n']

    def spoil(self, fields):
        """Makes one mistake, or what looks like one."""
        at = self.number(len(fields))
        kind = self.number(6)
        if kind == 0:
            del fields[at]
        elif kind == 1:
            copied = fields[self.number(len(fields))]
            if "#," not in copied and "#!" not in copied:
                fields.insert(at, copied)
        elif kind == 2:
            fields.insert(at, self.pick(JUNK) + self.pick([" ", "\n"]))
        elif kind == 3:
            fields[at] = fields[at].replace('"', "", 1)
        elif kind == 4:
            fields[at] = fields[at].replace('"\n', self.pick(BAD_PIECES) + '"\n', 1)
        else:
            marks = [i for i, char in enumerate(fields[at]) if char in "#~|[]_ \n"]
            cut = self.pick(marks) if marks else 0
            fields[at] = fields[at][:cut] + fields[at][cut + 1:]

    def file(self):
        entries = [self.entry(str(i) + self.text()) for i in range(1 + self.number(8))]
        if self.chance(70):
            entries.insert(self.number(len(entries)) if self.chance(20) else 0, self.header())
        fields = [field for entry in entries for field in entry if field]
        if self.chance(50):
            self.spoil(fields)
        text = "".join(fields)
        if self.chance(15):
            text = text.rstrip("\n")
        if self.chance(10):
            text = text.replace("\n", "\r\n").replace("\\\r\n", "\\\n")
        return text


def main(seed, count, directory):
    for i in range(int(count)):
        text = Generator(int(seed) + i).file()
        with open(os.path.join(directory, f"{int(seed) + i}.po"), "wb") as file:
            file.write(text.encode("utf-8"))


main(*sys.argv[1:])
