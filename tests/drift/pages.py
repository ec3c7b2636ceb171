"""pages.py CHECK DIRECTORY CATALOG: prints what is wrong with the HTML of Markdown pages.

structure  markup that was not understood, links that lead nowhere
twice      a sentence that stands twice on a comparison
english    a sentence of English on a page of another language

SPDX-License-Identifier: MIT
"""

import os
import re
import sys
from html.parser import HTMLParser
from urllib.parse import unquote


class Page(HTMLParser):
    """The text of each block, with what is inside code, links and stress taken apart."""

    def __init__(self):
        super().__init__()
        self.open = []
        self.blocks = []  # of [tag, text, plain]: plain without code, links and stress
        self.links = []
        self.rows = []

    def handle_starttag(self, tag, attributes):
        if tag in ("br", "hr", "img"):
            self.handle_data(" ")
            return
        self.open.append(tag)
        if tag in ("p", "li", "td", "th", "h1", "h2", "h3", "pre", "blockquote"):
            self.blocks.append([tag, "", ""])
        if tag == "tr":
            self.rows.append(0)
        if tag in ("td", "th"):
            self.rows[-1] += 1
        if tag == "table":
            self.rows.append(None)
        if tag == "a":
            self.links.append(dict(attributes).get("href", ""))

    def handle_endtag(self, tag):
        while self.open and self.open.pop() != tag:
            pass

    def handle_data(self, data):
        if not self.blocks:
            return
        block = self.blocks[-1]
        block[1] += data
        if not {"code", "a", "em", "pre"} & set(self.open):
            block[2] += data


def read(path):
    page = Page()
    with open(path, encoding="utf-8") as file:
        page.feed(file.read())
    page.close()
    return page


def structure(path, name, page, catalog):
    del catalog
    for tag, text, plain in page.blocks:
        if tag != "pre" and re.search(r"(^|\s)\|(\s|$)|-{3,}\|", plain):
            yield f"{name}: a table that is none: {text.strip()[:80]}"
        if tag != "pre" and re.search(r"\*\*|(^|\s)`|\]\(|^\s*#+ |~~|\\[|*_\[\]<>&]", plain):
            yield f"{name}: markup that shows: {text.strip()[:80]}"
        if tag in ("h1", "h2", "h3", "th") and tag != "th" and not text.strip():
            yield f"{name}: an empty heading"
    width = None
    for cells in page.rows:
        if cells is None:
            width = None
        elif width is None:
            width = cells
        elif cells != width:
            yield f"{name}: a row with {cells} cells under a head with {width}"
    for link in page.links:
        if not link:
            yield f"{name}: a link to nothing"
        elif not re.match(r"https?://", link):
            target = os.path.normpath(os.path.join(os.path.dirname(path), unquote(link)))
            if not os.path.exists(re.sub(r"\.md$", ".html", target)):
                yield f"{name}: a link to {link}"


def sentences(text):
    """What ends as a sentence does."""
    for sentence in re.findall(r"[^.。]*(?:\.(?=\s|$)|。)", text):
        sentence = " ".join(sentence.split())
        if len(sentence) >= (6 if re.search(r"[\u4e00-\u9fff]", sentence) else 12):
            yield sentence


def twice(path, name, page, catalog):
    del path, catalog
    if "-vs-" not in name:
        return
    seen = {}
    for tag, text, _ in page.blocks:
        if tag == "pre":
            continue
        text = re.sub(r"^\s*\d{3}\s+", "", text)  # "252 ..." in the list of differences
        for sentence in sentences(text):
            seen[sentence] = seen.get(sentence, 0) + 1
    for sentence, count in seen.items():
        if count > 1:
            yield f"{name}: {count} times: {sentence}"


def words_that_may_stay(catalog):
    """Names of software, sources and codes, phrases: what no translation changes."""
    with open(catalog, encoding="utf-8") as file:
        text = file.read()
    kept = re.findall(r'(?:number|software|vendor|literal|value)="([^"]+)"', text)
    kept += re.findall(r"<(?:phrase|name)>([^<]*)</", text)
    return sorted(set(kept), key=len, reverse=True)


def english(path, name, page, catalog):
    del path
    if name.startswith("en/"):
        return
    for tag, _, plain in page.blocks:
        if tag == "pre":
            continue
        plain = re.sub(r"“[^”]*”|「[^」]*」|\bEnglish\b", "", plain)  # what is quoted is quoted as it is
        for kept in catalog:
            if kept in plain:
                plain = plain.replace(kept, "")
        # Three lower-case words in a row are no name.
        found = re.search(r"\b[A-Za-z']+(?:[ ,]+[a-z'-]+){3,}", plain)
        if found:
            yield f"{name}: {found.group(0)}"


def main():
    check = {"structure": structure, "twice": twice, "english": english}[sys.argv[1]]
    catalog = words_that_may_stay(sys.argv[3])
    for directory, folders, files in os.walk(sys.argv[2]):
        folders.sort()
        for file in sorted(files):
            path = os.path.join(directory, file)
            name = os.path.relpath(path, sys.argv[2])
            for line in check(path, name, read(path), catalog):
                print(line)


main()
