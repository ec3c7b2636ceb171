"""contexts.py: what other template engines need to write the pages that codebook writes.

contexts_make() leaves in a directory

    contexts/LANGUAGE-PROTOCOL.json   for each page its path and the values that it names
    templates/LANGUAGE/ENGINE/...     the templates, with the sentences of that language

The values are text ready for Markdown: what codebook escapes and marks up for every page,
the others find done. So they have less to do, and their pages are the same to the byte.
Comparing the codes is done for them too.

SPDX-License-Identifier: MIT"""

import json
import re
import shutil
from pathlib import Path

from lab import output
from synth import read_po

PEERS = Path(__file__).resolve().parent / "peers"
TOP = PEERS.parents[2]

def xslt_value(name):
    path = ("$" if name.startswith(("a.", "b.")) else "") + name.replace(".", "/")
    return f'</xsl:text><xsl:value-of select="{path}"/><xsl:text>'


# How each engine names a value of the context inside of a sentence.
PLACEHOLDERS = {
    "mustache": lambda name: "{{" + name + "}}",
    "jinja2": lambda name: "{{ " + name + " }}",
    "hugo": lambda name: "{{ $" + name + " }}",
    "xsltproc": xslt_value,
}


def flagged(value):
    """With -first and -last in the items of each list, as templates of codebook have them."""
    if isinstance(value, dict):
        return {key: flagged(item) for key, item in value.items()}
    if not isinstance(value, list):
        return value
    items = [flagged(item) for item in value]
    for i, item in enumerate(items):
        if isinstance(item, dict):
            item.update({"-first": i == 0, "-last": i == len(items) - 1})
    return items


def read_context(path):
    """The templates in contexts/ write JSON, but with the backslashes of Markdown, and with
    links from code to code, for which the tree that is compared has no pages."""
    text = path.read_text(encoding="utf-8").replace("\\", "\\\\")
    return flagged(json.loads(re.sub(r"\[(\w+)\]\(code-\w+\.json\)", r"\1", text)))


def group_of(directory, top):
    codes = {code["value"]: code for code in map(read_context, directory.glob("code-*.json"))}
    pairs = [{"path": str(path.relative_to(top)), **read_context(path)} for path in sorted(directory.glob("*.md"))]
    return {"language": directory.parent.name, "codes": codes, "pairs": pairs}


def resolve(text, engine, translation):
    """With {{#tr}}Codes of {protocol.name}{{/tr}} in the language of a translation."""
    def sentence(match):
        source = re.sub(r"\s+", " ", match[1])
        placeholder = PLACEHOLDERS[engine]
        return re.sub(r"\{([\w.]+)\}", lambda name: placeholder(name[1]), translation.get(source) or source)
    return re.sub(r"\{\{#tr\}\}(.*?)\{\{/tr\}\}", sentence, text, flags=re.S)


def template_files():
    for engine in ("jinja2", "hugo", "xsltproc"):
        for path in (PEERS / engine).glob("pair.*"):
            yield engine, path.name, path
    for path in (TOP / "templates").glob("*/*.mustache"):
        yield "mustache", f"{path.parent.name}/{path.name}", path


def contexts_make(catalog, directory):
    """For a Catalog of lab.py; the directory is there and empty."""
    templates = directory / "context-templates"
    shutil.copytree(catalog.path / "templates", templates)
    shutil.copytree(PEERS / "contexts", templates / "contexts")
    shutil.copy(PEERS / "contexts/outputs.xml", templates)
    raw = directory / "raw"
    output(*catalog.build(raw, "--templates", templates))
    (directory / "contexts").mkdir()
    for group in sorted(raw.glob("*/*")):
        (directory / "contexts" / f"{group.parent.name}-{group.name}.json").write_text(
            json.dumps(group_of(group, raw), ensure_ascii=False), encoding="utf-8")
    shutil.rmtree(raw)
    messages = read_po((catalog.path / "po/zh_CN.po").read_text(encoding="utf-8"))
    for language, translation in (("en", {}), ("zh_CN", {key[1]: text for key, text in messages if not key[0]})):
        for engine, name, path in template_files():
            target = directory / "templates" / language / engine / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(resolve(path.read_text(encoding="utf-8"), engine, translation), encoding="utf-8")
