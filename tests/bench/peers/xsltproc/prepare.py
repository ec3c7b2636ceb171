"""prepare.py PREPARED: the contexts as XML, in PREPARED/xml: a list is repeated
elements, what is false or empty is left out.

SPDX-License-Identifier: MIT"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape


def elements(name, value):
    if isinstance(value, list):
        return "".join(elements(name, item) for item in value)
    if isinstance(value, dict):
        inner = "".join(elements(key, item) for key, item in value.items() if key[0] != "-")
    else:
        inner = "" if value is True else escape(value or "")
    return f"<{name}>{inner}</{name}>\n" if inner or value is True else ""


prepared = Path(sys.argv[1])
(prepared / "xml").mkdir()
for path in (prepared / "contexts").glob("*.json"):
    group = json.loads(path.read_text(encoding="utf-8"))
    group["codes"] = list(group["codes"].values())
    (prepared / "xml" / f"{path.stem}.xml").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n' + elements("group", group), encoding="utf-8")
