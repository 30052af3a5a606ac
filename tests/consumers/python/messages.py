"""Prints what is wrong with each request of a file, one line a problem."""

import json
import sys
from pathlib import Path

from check import problems

for bad in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
    for problem in problems(bad["request"]):
        print(problem)
