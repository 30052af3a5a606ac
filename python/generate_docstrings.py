"""Writes what the compiled half says of itself to where people read it.

    python generate_docstrings.py           writes the stub and docs/python-api.md
    python generate_docstrings.py --check   fails when one is not up to date

Docstrings are written in Rust. Editors read the stub `_core.pyi`, so they are copied
there; and the API reference is made of the docstrings of all public names. Run it with
a Python in which the package is installed.
"""

from __future__ import annotations

import ast
import inspect
import subprocess
import sys
from pathlib import Path
from typing import Any

import weixin_draft
from weixin_draft import _core, testing

HERE = Path(__file__).resolve().parent
STUB = HERE / "src" / "weixin_draft" / "_core.pyi"
REFERENCE = HERE.parent / "docs" / "python-api.md"

BUILTIN = (BaseException, dict)

Definition = ast.ClassDef | ast.FunctionDef


def documented_stub(text: str) -> str:
    """The stub with the docstrings of the module in place of those it has."""
    lines = text.splitlines()
    changes: list[tuple[int, int, list[str]]] = []
    for owner, node in definitions(ast.parse(text)):
        found = inspect.getdoc(getattr(owner, node.name, None)) if owner is not None else None
        if not found or (node.name.startswith("__") and node.name.endswith("__")):
            continue
        changes.append(change(node, found, lines))
    for begin, end, replacement in sorted(changes, reverse=True):
        lines[begin:end] = replacement
    return "\n".join(lines) + "\n"


def definitions(module: ast.Module) -> list[tuple[Any, Definition]]:
    """Classes, functions and methods, each with what it is an attribute of."""
    found: list[tuple[Any, Definition]] = []
    for node in module.body:
        if isinstance(node, ast.FunctionDef):
            found.append((_core, node))
        if isinstance(node, ast.ClassDef):
            found.append((_core, node))
            owner = getattr(_core, node.name, None)
            found.extend((owner, each) for each in node.body if isinstance(each, ast.FunctionDef))
    return found


def change(node: Definition, text: str, lines: list[str]) -> tuple[int, int, list[str]]:
    """Which lines become which; a body of dots goes."""
    indent = " " * (node.col_offset + 4)
    quoted = [f"{indent}{line}".rstrip() for line in text.splitlines()]
    quoted[0] = f'{indent}"""{quoted[0].strip()}'
    quoted = [*quoted, f'{indent}"""'] if len(quoted) > 1 else [f'{quoted[0]}"""']
    first = node.body[0]
    is_docstring = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant)
    if not is_docstring:
        decorators = first.decorator_list if isinstance(first, Definition) else []
        begin = min([first.lineno, *(each.lineno for each in decorators)]) - 1
        return begin, begin, quoted
    assert first.end_lineno is not None
    line = lines[first.lineno - 1]
    if line.strip() != "..." and line.rstrip().endswith("..."):
        # `def f() -> int: ...`
        return first.lineno - 1, first.lineno, [line.rstrip().removesuffix(" ..."), *quoted]
    return first.lineno - 1, first.end_lineno, quoted


def reference() -> str:
    """The API reference in Markdown."""
    parts = [
        "# The Python package, name by name\n\n"
        "Made from the docstrings by `python/generate_docstrings.py`. "
        "[The guide](python.md) shows how they are used together.\n"
    ]
    for name in sorted(weixin_draft.__all__, key=str.lower):
        parts.extend(entry(f"wd.{name}", getattr(weixin_draft, name)))
    parts.extend(entry("weixin_draft.testing.Sandbox", testing.Sandbox))
    return "\n".join(parts)


def entry(name: str, value: Any) -> list[str]:
    if not (inspect.isclass(value) or callable(value)):
        return []
    text = inspect.getdoc(value) or ""
    if not text or text.startswith(("dict(", "Represent a PEP 604")):
        return []
    parts = [f"## {name}\n", f"```text\n{text}\n```\n"]
    if inspect.isclass(value):
        members = {
            each: member
            for each, member in sorted(inspect.getmembers(value))
            if not each.startswith("_")
            # A default value has no words but those of its class.
            and inspect.getdoc(member) not in (None, "", inspect.getdoc(type(member)))
            and not any(hasattr(builtin, each) for builtin in value.__mro__ if builtin in BUILTIN)
        }
        rows = [
            f"- `{each}`: {' '.join((inspect.getdoc(member) or '').split(chr(10) * 2)[0].split())}"
            for each, member in members.items()
        ]
        parts.extend([*rows, ""] if rows else [])
    return parts


def formatted(stub: str) -> str:
    """The stub as ruff leaves it, where ruff is there."""
    command = [sys.executable, "-m", "ruff", "format", "--stdin-filename", str(STUB), "-"]
    result = subprocess.run(command, input=stub, capture_output=True, text=True, check=False)
    return result.stdout if result.returncode == 0 else stub


def main() -> int:
    stub = STUB.read_text(encoding="utf-8")
    made = {STUB: formatted(documented_stub(stub)), REFERENCE: reference()}
    if "--check" in sys.argv[1:]:
        stale = [file for file, text in made.items() if file.read_text(encoding="utf-8") != text]
        print(*(f"not up to date: {file}" for file in stale), sep="\n")
        return 1 if stale else 0
    for file, text in made.items():
        file.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
