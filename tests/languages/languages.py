"""languages.py: what the generated sources have to say, by the JSON of the same protocol.

  languages.py expected FILE.json            the lines that each program has to print
  languages.py python|go|rust|typescript FILE.json   a program that prints them

A program walks all codes with all that is known about each, finds each by its name in
small letters, and asks for the classes of numbers that are no codes.

SPDX-License-Identifier: MIT
"""

import json
import sys


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)["languages"]["en"]


def value_of(protocol, code):
    return str(code["number"]) if protocol["numeric"] else code["value"]


def facts_of(protocol, code):
    stated = {fact["id"]: fact["values"] for fact in code["facts"]}
    return [",".join(value["id"] for value in stated.get(facet["id"], [])) for facet in protocol["facets"]]


def flag(value):
    return "yes" if value else "no"


def reference(code):
    first = code["references"][0]
    sections = first["sections"]
    return first["number"] + (" section " + sections[0]["section"] if sections else "")


def names(protocol):
    return [name["identifier"] for name in protocol["names"]]


def unknown(protocol):
    known = {code["number"] for code in protocol["codes"]} if protocol["numeric"] else set()
    return [
        (number, class_["id"])
        for class_ in protocol["classes"]
        if protocol["numeric"] and class_["ranged"]
        for number in (class_["from"], class_["to"])
        if number not in known
    ]


def expected(protocol):
    for code in protocol["codes"]:
        yield "\t".join(
            [
                "code",
                value_of(protocol, code),
                code["identifier"],
                code["name"],
                code["phrase"] or "",
                code["summary"],
                reference(code),
                code["class"]["id"],
                flag(code["primary"]),
                flag(code["status"]["deprecated"]),
            ]
            + facts_of(protocol, code)
        )
    for name in protocol["names"]:
        code = protocol["codes"][name["position"]]
        owner = next(c for c in protocol["codes"] if c["value"] == code["value"] and c["primary"])
        yield "\t".join(["name", name["identifier"], value_of(protocol, code), owner["name"]])
    for number, class_ in unknown(protocol):
        yield f"class\t{number}\t{class_}"
    yield "unknown"


PYTHON = """import importlib
import sys

sys.stdout.reconfigure(encoding="utf-8", newline="\\n")
m = importlib.import_module("codebook.@ID@")


def ids(fact):
    return "" if fact is None else ",".join(v.value for v in fact) if isinstance(fact, tuple) else fact.value


def flag(value):
    return "yes" if value else "no"


for i in m.CODES:
    assert m.Code[i.name] is i.code is m.Code(i.code.value) is m.Code.find(i.code.value)
    if i.primary:
        assert i.code.info is i and i.code.name == i.name
        assert (i.code.title, i.code.phrase, i.code.summary) == (i.title, i.phrase, i.summary)
        assert (i.code.reference, i.code.class_) == (i.reference, i.class_)
    print("code", i.code.value, i.name, i.title, i.phrase, i.summary, i.reference, i.class_.value,
          flag(i.primary), flag(i.deprecated)@FACTS@, sep="\\t")
for name in @NAMES@:
    code = m.Code.from_name(name.lower())
    assert code is m.Code.from_name(name)
    print("name", name, code.value, code.title, sep="\\t")
for number in @NUMBERS@:
    print("class", number, m.class_of(number).value, sep="\\t")
assert m.Code.from_name("no such name") is None and m.Code.from_name("") is None
assert m.Code.find(@UNKNOWN@) is None
print("unknown")
"""

GO = """package main

import (
	"fmt"
	"strings"

	m "check/@ID@"
)

func flag(value bool) string {
	if value {
		return "yes"
	}
	return "no"
}

@SETS@
func main() {
	for _, i := range m.All() {
		found, ok := i.Code.Info()
		if !ok || found.Code != i.Code || !found.Primary || (i.Primary && found != i) || i.Code.Title() != found.Title ||
			i.Code.Phrase() != found.Phrase || i.Code.Summary() != found.Summary || i.Code.String() != found.Name ||
			i.Code.Class() != found.Class || i.Code.Reference() != found.Reference {
			panic(i.Name)
		}
		fmt.Println(strings.Join([]string{"code", fmt.Sprint(@VALUE@(i.Code)), i.Name, i.Title, i.Phrase, i.Summary, i.Reference,
			i.Class.String(), flag(i.Primary), flag(i.Deprecated)@FACTS@}, "\\t"))
	}
	for _, name := range []string{@NAMES@} {
		code, ok := m.FromName(strings.ToLower(name))
		if again, _ := m.FromName(name); !ok || again != code {
			panic(name)
		}
		fmt.Println(strings.Join([]string{"name", name, fmt.Sprint(@VALUE@(code)), code.Title()}, "\\t"))
	}
	for _, number := range []m.Code{@NUMBERS@} {
		fmt.Println(strings.Join([]string{"class", fmt.Sprint(@VALUE@(number)), number.Class().String()}, "\\t"))
	}
	if _, ok := m.FromName("no such name"); ok {
		panic("a name")
	}
	if _, ok := m.Code(@UNKNOWN@).Info(); ok || m.Code(@UNKNOWN@).Title() != "" {
		panic("a code")
	}
	fmt.Println("unknown")
}
"""

RUST = """#[path = @PATH@]
mod m;

fn flag(value: bool) -> &'static str {
    if value { "yes" } else { "no" }
}

fn main() {
    for i in m::CODES.iter() {
        let found = i.code.info().unwrap();
        assert!(found.code == i.code && found.primary && (!i.primary || found == i));
        assert_eq!(i.code.name(), Some(found.name));
        assert_eq!(i.code.phrase(), Some(found.phrase));
        assert_eq!(i.code.summary(), Some(found.summary));
        assert_eq!(i.code.reference(), Some(found.reference));
        assert_eq!(i.code.class(), Some(found.class));
        let facts: Vec<String> = vec![@FACTS@];
        let mut line = vec!["code".to_string(), i.code.to_string(), i.name.into(), i.title.into(), i.phrase.into(),
            i.summary.into(), i.reference.into(), i.class.id().into(), flag(i.primary).into(), flag(i.deprecated).into()];
        line.extend(facts);
        println!("{}", line.join("\\t"));
    }
    let names: &[&str] = &[@NAMES@];
    for name in names {
        let code = m::Code::from_name(&name.to_lowercase()).unwrap();
        assert_eq!(m::Code::from_name(name), Some(code));
        println!("name\\t{}\\t{}\\t{}", name, code, code.title().unwrap());
    }
@CLASSES@
    assert_eq!(m::Code::from_name("no such name"), None);
    assert_eq!(@FIND@, None);
    println!("unknown");
}
"""

TYPESCRIPT = """import * as m from "./@ID@";

const flag = (value: boolean): string => (value ? "yes" : "no");
const ids = (fact: string | readonly string[] | undefined): string =>
  fact === undefined ? "" : typeof fact === "string" ? fact : fact.join(",");
const assert = (truth: boolean, what: string): void => {
  if (!truth) {
    throw new Error(what);
  }
};

for (const i of m.codes) {
  const found = m.info(i.code);
  assert(found !== undefined && found.primary && (!i.primary || found === i), i.name);
  assert(m.Code[i.name] === i.code && m.isCode(i.code) && m.classOf(i.code) === found?.class, i.name);
  console.log(["code", i.code, i.name, i.title, i.phrase, i.summary, i.reference, i.class,
    flag(i.primary), flag(i.deprecated)@FACTS@].join("\\t"));
}
for (const name of [@NAMES@]) {
  const code = m.fromName(name.toLowerCase());
  assert(code !== undefined && m.fromName(name) === code, name);
  console.log(["name", name, code, m.info(code as m.Code)?.title].join("\\t"));
}
const numbers: number[] = [@NUMBERS@];
@CLASSES@
assert(m.fromName("toString") === undefined && m.fromName("no such name") === undefined, "a name");
assert(m.info(@UNKNOWN@) === undefined && !m.isCode(@UNKNOWN@), "a code");
console.log("unknown");
"""


def fill(template, **values):
    for key, value in values.items():
        template = template.replace("@" + key.upper() + "@", value)
    return template


def quoted(items):
    return ", ".join(json.dumps(item) for item in items)


def python(protocol):
    return fill(
        PYTHON,
        id=protocol["id"].replace("-", "_"),
        facts="".join(f", ids(i.{facet['symbol']}_fact)" for facet in protocol["facets"]),
        names=repr(names(protocol)),
        numbers=repr([number for number, _ in unknown(protocol)]),
        unknown="987654" if protocol["numeric"] else '"no such code"',
    )


def go(protocol):
    sets = ""
    facts = ""
    for facet in protocol["facets"]:
        camel = facet["camel"]
        if not facet["multiple"]:
            facts += f", i.{camel}Fact.String()"
            continue
        facts += f", ids{camel}(i.{camel}Fact)"
        sets += f"func ids{camel}(set m.{camel}Fact) string {{\n\tvar ids []string\n"
        for value in facet["values"]:
            sets += f"\tif set.Has(m.{camel}Fact{value['camel']}) {{\n\t\tids = append(ids, \"{value['id']}\")\n\t}}\n"
        sets += '\treturn strings.Join(ids, ",")\n}\n\n'
    return fill(
        GO,
        id=protocol["id"],
        sets=sets,
        facts=facts,
        value="int" if protocol["numeric"] else "string",
        names=quoted(names(protocol)),
        numbers=", ".join(str(number) for number, _ in unknown(protocol)),
        unknown="987654" if protocol["numeric"] else '"no such code"',
    )


def rust(protocol):
    facts = [
        f"i.{facet['symbol']}_fact.iter().map(|v| v.id()).collect::<Vec<_>>().join(\",\")" for facet in protocol["facets"]
    ]
    classes = [
        f'    println!("class\\t{number}\\t{{}}", m::Code({number}).class().unwrap().id());' for number, _ in unknown(protocol)
    ]
    return fill(
        RUST,
        path=json.dumps(protocol["id"] + ".rs"),
        facts=", ".join(facts),
        names=quoted(names(protocol)),
        classes="\n".join(classes),
        find="m::Code(987654).info()" if protocol["numeric"] else 'm::Code::find("no such code")',
    )


def typescript(protocol):
    walk = 'for (const number of numbers) {\n  console.log(["class", number, m.classOf(number)].join("\\t"));\n}'
    return fill(
        TYPESCRIPT,
        id=protocol["id"],
        facts="".join(f', ids(i.facts["{facet["id"]}"])' for facet in protocol["facets"]),
        names=quoted(names(protocol)),
        numbers=", ".join(str(number) for number, _ in unknown(protocol)),
        classes=walk if protocol["numeric"] else "assert(numbers.length === 0, \"a number\");",
        unknown="987654" if protocol["numeric"] else '"no such code"',
    )


def main():
    what, path = sys.argv[1:]
    protocol = load(path)
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    if what == "expected":
        for line in expected(protocol):
            print(line)
    else:
        print({"python": python, "go": go, "rust": rust, "typescript": typescript}[what](protocol), end="")


main()
