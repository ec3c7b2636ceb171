"""peers.py: the other template engines that write the pages of codebook, where they are
installed. None of them belongs to `make deps`.

SPDX-License-Identifier: MIT"""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from lab import Times, output

FOLDER = Path(__file__).resolve().parent / "peers"
# Where packages of the system and those of `npm install -g` are.
MODULES = [os.environ.get("NODE_PATH"), "/usr/share/nodejs", "/usr/lib/node_modules", "/usr/local/lib/node_modules"]
ENVIRONMENT = {**os.environ, "NODE_PATH": os.pathsep.join(filter(None, MODULES))}


@dataclass
class Peer:
    name: str
    folder: str
    interpreters: list  # of render.*: the first that passes the probe
    probe: list  # what succeeds where all that is needed is there
    counted: str  # what the seconds hold beside rendering and writing

    def found(self):
        """The interpreter to use, or None."""
        return next((i for i in self.interpreters if succeeds([i, *self.probe])), None)

    def prepare(self, prepared):
        if (FOLDER / self.folder / "prepare.py").exists():
            output("python3", FOLDER / self.folder / "prepare.py", prepared)

    def run(self, interpreter, prepared, out, workers):
        """What the peer itself measures."""
        script = next((FOLDER / self.folder).glob("render.*"))
        return Times(*map(float, output(interpreter, script, prepared, out, workers, env=ENVIRONMENT).split()))


def succeeds(command):
    try:
        return subprocess.run(command, capture_output=True, check=False, env=ENVIRONMENT).returncode == 0
    except OSError:
        return False


def python_where(expression):
    return ["-c", f"import shutil, sys; sys.exit(not ({expression}))"]


PEERS = [
    Peer("Jinja2", "jinja2", [sys.executable, "/usr/bin/python3"], ["-c", "import jinja2"], "nothing"),
    Peer("mustache.js", "mustache", ["node", "nodejs"], ["-e", "require('mustache')"], "nothing"),
    Peer("xsltproc", "xsltproc", [sys.executable], python_where("shutil.which('xsltproc')"), "start and XML"),
    Peer("Hugo", "hugo", [sys.executable], python_where("shutil.which('hugo')"), "start and content files"),
]
