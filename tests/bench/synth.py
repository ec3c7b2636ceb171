#!/usr/bin/env python3
"""synth.py: a catalog of any size, with its translation, for measurements.

    synth.py DIR [--protocols=8] [--codes=64] [--seed=1] [--codebook=out/bin/codebook]

writes DIR/data (one file for each protocol), DIR/templates (those of this tree, with an
outputs.xml that has the Markdown pages of pairs only) and DIR/po (zh_CN, made word by word:
real characters and the markup kept, but no sentence that means anything). The same
arguments give the same bytes. A page of a pair has about 3.2 KB, half of it text that is
translated, with code spans, references and characters that have to be escaped.

SPDX-License-Identifier: MIT"""

import argparse
import random
import re
import shutil
import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

TOP = Path(__file__).resolve().parents[2]

OUTPUTS = """<?xml version="1.0" encoding="UTF-8"?>
<outputs>
  <output kind="markdown" each="pair" lang="each" format="markdown" template="markdown/pair"
          path="{language.tag}/{protocol.id}/{a.slug}-vs-{b.slug}.md"/>
</outputs>
"""

# The words of all texts, each with its translation; "-" has none.
NOUNS = """server 服务器 client 客户端 message 邮件 reply 应答 command 命令 address 地址 queue 队列
connection 连接 session 会话 mailbox 邮箱 recipient 收件人 sender 发件人 limit 限制 account 账户
transaction 事务 relay 中继 operator 管理员 setting 设置 policy 策略 handshake 握手 standard 标准
extension 扩展 header 标头 domain 域名 certificate 证书 greeting 问候 attempt 尝试 resource 资源
parameter 参数 log 日志 filter 过滤器 network 网络 password 密码 timeout 超时"""
VERBS = """refuses 拒绝 accepts 接受 closes 关闭 repeats 重试 checks 检查 needs 需要 keeps 保留 sends 发送
expects 等待 reports 报告 answers 回答 opens 打开 changes 更改 delays 推迟 names 指明 forgets 丢弃"""
ADJECTIVES = """temporary 临时 permanent 永久 local 本地 remote 远程 unknown 未知 busy 繁忙 empty 空白
valid 有效 invalid 无效 large 过大 pending 待处理 secure 安全 missing 缺失 common 常见 next 下一个
separate 单独"""
OTHERS = """the - a - of 的 and 和 for 供 before 之前 after 之后 while 期间 because 因为 without 没有 with 带有
unless 除非 again 再次 later 稍后 at 在 once 一旦 it 它 that 即 send 发送 code 代码 codes 代码 instead 改用
see 参见 one 一 not 不 in 在 protocol 协议 status 状态 synthetic 合成 only 只 is 是 of 的 to 到 class 类别
party 一方 value 取值 facet 方面 case 情形 associated 关联 both 两者 nobody 无人 specification 规范"""

LITERALS = ["VRFY", "RCPT", "max_size=10", "550 5.1.1", "a*b_c", "user@example.org", "x|y", "<none>"]
CODES_PER_COMPARISON = 8


def vocabulary():
    words = " ".join((NOUNS, VERBS, ADJECTIVES, OTHERS)).split()
    return dict(zip(words[::2], words[1::2]))


def english(words):
    return words.split()[::2]


class Writer:
    """Text of one protocol; every choice comes from one seeded generator."""

    def __init__(self, seed, values):
        self.random = random.Random(seed)
        self.values = values
        self.pick = self.random.choice
        self.nouns, self.verbs, self.adjectives = map(english, (NOUNS, VERBS, ADJECTIVES))

    def noun(self):
        adjective = self.pick(self.adjectives) + " " if self.random.random() < 0.4 else ""
        return adjective + self.pick(self.nouns)

    def clause(self):
        return f"the {self.noun()} {self.pick(self.verbs)} the {self.noun()}"

    def markup(self):
        kind = self.random.random()
        if kind < 0.5:
            element = self.pick(["cmd", "lit", "reply", "field"])
            return f" with <{element}>{escape(self.pick(LITERALS))}</{element}>"
        if kind < 0.7:
            return f' instead of <code ref="{self.pick(self.values)}"/>'
        if kind < 0.9:
            return f' (<src ref="spec-{self.random.randint(1, 6)}" section="{self.section()}"/>)'
        return " at x &lt; y &amp; z_1*"

    def section(self):
        return f"{self.random.randint(2, 9)}.{self.random.randint(1, 9)}"

    def sentence(self):
        joint = self.pick([" and ", " because ", ", while ", " unless "])
        text = self.clause() + (joint + self.clause() if self.random.random() < 0.5 else "")
        text += self.markup() if self.random.random() < 0.5 else ""
        return text[0].upper() + text[1:] + "."

    def prose(self, sentences):
        return " ".join(self.sentence() for _ in range(sentences))

    def title(self):
        return f"{self.pick(self.adjectives)} {self.pick(self.nouns)}".title()


FACETS = [  # id, attributes, number of values, whether values have a meaning
    ("outcome", "", 4, True),
    ("retry", "", 4, True),
    ("actor", ' multiple="yes"', 5, True),
    ("connection", ' multiple="yes" varies="yes"', 4, True),
    ("transaction", ' multiple="yes"', 4, False),
    ("phase", ' multiple="yes" place="yes"', 6, False),
    ("command", ' multiple="yes" place="yes"', 8, None),
]


def head(w, p):
    name = f"Protocol {p}"
    yield f'<protocol id="p{p}" name="P{p}" codes="decimal" version="1.0.0" date="2026-01-01">'
    yield f"<title>{name}</title><term>status code</term><summary>Synthetic codes</summary>"
    yield f"<description><p>{w.prose(3)}</p></description><sources>"
    for i in range(1, 7):
        yield (f'<source id="spec-{i}" number="SPEC {p}{i}" status="proposed-standard" date="2020-0{i}"'
               f' href="https://spec.example/p{p}/{i}" anchor="section-">{w.title()} Specification</source>')
    yield "</sources><roles>" + "".join(f'<role id="role-{i}">The {w.noun()} party</role>' for i in range(1, 4))
    yield "</roles><classes>"


def classes(w, bases, size):
    for i, base in enumerate(bases):
        yield (f'<class id="class-{i}" label="{i + 2}xx" from="{base}" to="{base + size - 1}"><name>{w.title()}</name>'
               f"<description><p>{w.prose(1)}</p></description></class>")
    yield "</classes>"


def facets(w):
    yield "<facets>"
    for facet, attributes, count, meaning in FACETS:
        yield f'<facet id="{facet}"{attributes}><name>{facet.title()} Facet</name>'
        for i in range(count):
            if meaning is None:
                yield f'<value id="value-{i}" literal="CMD{i}"/>'
            else:
                text = f"<meaning>{w.prose(1)}</meaning>" if meaning else ""
                yield f'<value id="value-{i}"><name>{w.title()}</name>{text}</value>'
        yield "</facet>"
    yield "</facets>"


def facts(w):
    yield "<facts>"
    for facet, attributes, count, _ in FACETS:
        several = w.random.randint(1, 2) if "multiple" in attributes else 1
        values = sorted(w.random.sample(range(count), several))
        yield f'<fact facet="{facet}" values="{" ".join(f"value-{v}" for v in values)}"/>'
    yield "</facts>"


def code(w, value, class_index):
    title = w.title()
    yield (f'<code value="{value}" id="{title.lower().replace(" ", "-")}-{value}" class="class-{class_index}"'
           f' since="1.0.0" status="standard">')
    yield f"<name>{title}</name><phrase>{w.clause().capitalize()}</phrase><summary>{w.clause().capitalize()}</summary>"
    yield f"<description><p>{w.prose(2)}</p></description>"
    yield f'<when><p>{w.sentence()}</p><p id="second">{w.sentence()}</p></when>'
    yield f"<choose>Send {value} in that case. {w.sentence()}</choose>"
    yield f'<fix role="role-{w.random.randint(1, 3)}"><p>{w.sentence()}</p></fix>'
    yield from facts(w)
    for source in sorted(w.random.sample(range(1, 7), 2)):
        yield f'<ref source="spec-{source}" section="{w.section()}"/>'
    yield f'<see code="{w.pick([v for v in w.values if v != value])}"/></code>'


def comparisons(w):
    yield "<comparisons>"
    for i in range(0, len(w.values) - 1, CODES_PER_COMPARISON):
        yield (f'<compare a="{w.values[i]}" b="{w.values[i + 1]}"><lead>{w.prose(2)}</lead>'
               f'<difference id="first">{w.sentence()}</difference><decision><p>{w.prose(2)}</p></decision></compare>')
    yield "</comparisons>"


def protocol(seed, p, count):
    """The XML of one protocol: its codes are spread over four classes."""
    size = 100 if count <= 200 else 1000
    bases = [size * (i + 2) for i in range(4)]
    values = [(bases[i * 4 // count] + i - (i * 4 // count * count + 3) // 4, i * 4 // count) for i in range(count)]
    w = Writer(seed * 1000 + p, [value for value, _ in values])
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', *head(w, p), *classes(w, bases, size), *facets(w), "<codes>"]
    for value, class_index in values:
        lines += code(w, value, class_index)
    return "\n".join([*lines, "</codes>", *comparisons(w), "</protocol>", ""])


# ---- translation ----

HAN = r"[\u4e00-\u9fff，。（）]"


class Translator:
    """Word by word; what the templates say is taken from the translation of this tree."""

    def __init__(self, po):
        self.words = vocabulary()
        self.known = {key: text for key, text in read_po(po) if text}

    def plain(self, text):
        text = re.sub(r"[A-Za-z]+", lambda m: self.words.get(m[0].lower(), m[0]), text)
        text = re.sub(r"- ?", "", text)
        for mark, wide in ((", ", "，"), (". ", "。"), (".", "。"), ("(", "（"), (")", "）")):
            text = text.replace(mark, wide)
        return re.sub(rf"(?<={HAN}) (?={HAN})| (?=[，。（）])|(?<=[，。（）]) ", "", text)

    def markup(self, text):
        """Only what stands outside of elements, entities and placeholders."""
        kept = re.compile(r"(<(?:cmd|lit|reply|field)>.*?</\w+>|<[^>]*>|&\w+;|x &lt; y &amp; z_1\*|\{[\w.]+\}|[\d.]+\d)")
        parts = kept.split(text)
        parts[::2] = map(self.plain, parts[::2])
        return "".join(parts)

    def text(self, key):
        return self.known.get(key) or self.markup(key[1])


def read_po(text):
    """((context or None, msgid), msgstr) in the order of the file, still quoted as there."""
    for entry in re.split(r"\n\n+", text):
        field = dict(re.findall(r'^(msgctxt|msgid|msgstr) "(.*)"$', entry, re.M))
        if field.get("msgid"):
            yield (field.get("msgctxt"), field["msgid"]), field["msgstr"]


def translate(pot, po):
    translator = Translator(po)
    lines = ['msgid ""', 'msgstr ""', '"Language: zh_CN\\n"', '"Content-Type: text/plain; charset=UTF-8\\n"', ""]
    for (context, msgid), _ in read_po(pot):
        lines += [f'msgctxt "{context}"'] if context else []
        lines += [f'msgid "{msgid}"', f'msgstr "{translator.text((context, msgid))}"', ""]
    return "\n".join(lines)


# ---- files ----

def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def make(directory, protocols, codes, seed, codebook):
    directory = Path(directory)
    for name in ("data", "templates", "po"):
        shutil.rmtree(directory / name, ignore_errors=True)
    for p in range(1, protocols + 1):
        write(directory / "data" / f"p{p}.xml", protocol(seed, p, codes))
    shutil.copytree(TOP / "templates", directory / "templates")
    write(directory / "templates" / "outputs.xml", OUTPUTS)
    pot = subprocess.run([codebook, "pot", "--data", directory / "data", "--templates", directory / "templates"],
                         check=True, capture_output=True).stdout.decode()
    write(directory / "po" / "LINGUAS", "zh_CN\n")
    write(directory / "po" / "zh_CN.po", translate(pot, (TOP / "po/zh_CN.po").read_text(encoding="utf-8")))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory")
    parser.add_argument("--protocols", type=int, default=8)
    parser.add_argument("--codes", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--codebook", default=TOP / "out/bin/codebook")
    arguments = parser.parse_args()
    make(**vars(arguments))


if __name__ == "__main__":
    main()
