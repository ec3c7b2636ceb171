"""prepare.py PREPARED: a site for Hugo in PREPARED/hugo, with a content file for each page,
which holds nothing but its context as JSON front matter, and the codes as site data.

SPDX-License-Identifier: MIT"""

import json
import shutil
import sys
from pathlib import Path

CONFIG = {
    "baseURL": "https://example.org/",
    "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
    "mediaTypes": {"text/markdown": {"suffixes": ["md"]}},
    "outputFormats": {"page": {"mediaType": "text/markdown", "isPlainText": True, "ugly": True}},
    "outputs": {"page": ["page"]},
    "uglyURLs": True,
    "disablePathToLower": True,
}


def write(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False) + "\n",
                    encoding="utf-8")


prepared = Path(sys.argv[1])
site = prepared / "hugo"
write(site / "config.json", CONFIG)
for language in ("en", "zh_CN"):
    target = site / "layouts" / language / "single.page.md"
    target.parent.mkdir(parents=True)
    shutil.copy(prepared / "templates" / language / "hugo/pair.md", target)
for path in (prepared / "contexts").glob("*.json"):
    group = json.loads(path.read_text(encoding="utf-8"))
    write(site / "data" / path.name, group["codes"])
    for pair in group["pairs"]:
        url = pair.pop("path")
        write(site / "content" / url, {"type": group["language"], "url": f"/{url}", "group": path.stem, **pair})
