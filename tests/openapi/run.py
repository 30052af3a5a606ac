"""Tries `schema/openapi.json` in practice: with generators, and against the sandbox.

    python3 tests/openapi/run.py             everything whose tools are on this machine
    python3 tests/openapi/run.py --all       a missing tool is a failure, as in CI
    python3 tests/openapi/run.py --seed 7    other requests than those of every day

What is tried: the document is valid; openapi-typescript's types compile in
strict mode, and refuse what they should; the server that
fastapi-code-generator writes starts and judges the test vectors; schemathesis
calls the sandbox, and then document, checker and sandbox have to agree on every
request it made. What is installed and generated lies in folders that git
ignores.

Needs Python 3.10 or later and nothing else; each part says which tools it wants.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from urllib.request import Request, urlopen

from sandbox import running_sandbox

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
BUILD = HERE / ".build"
DOCUMENT = ROOT / "schema" / "openapi.json"
VENV = HERE / ".venv" / ("Scripts" if os.name == "nt" else "bin")
CHECKS = "not_a_server_error,content_type_conformance,response_schema_conformance,answers_as_documented"
EXAMPLES = 50


def call(*command: str | Path, **environment: str) -> None:
    subprocess.run([str(part) for part in command], cwd=HERE, env={**os.environ, **environment}, check=True)


def python(*arguments: str | Path, **environment: str) -> None:
    call(VENV / "python", *arguments, **environment)


def install() -> None:
    """The tools in Python."""
    call(sys.executable, "-m", "venv", ".venv")
    python("-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", "requirements.txt")


def validate(seed: int) -> None:
    """The document is valid OpenAPI 3.1."""
    python("-m", "openapi_spec_validator", DOCUMENT)


def typescript(seed: int) -> None:
    """Types by openapi-typescript compile in strict mode."""
    npm = shutil.which("npm") or "npm"
    call(npm, "ci", "--silent", "--no-audit", "--no-fund")
    call(npm, "exec", "--", "openapi-typescript", DOCUMENT, "-o", BUILD / "api.ts")
    call(npm, "exec", "--", "tsc")


def server(seed: int) -> None:
    """A server by fastapi-code-generator starts and judges the vectors."""
    cases = BUILD / "cases.ndjson"
    sys.path.insert(0, str(ROOT / "tests" / "consumers"))
    import run as consumers

    consumers.BUILD, consumers.CASES = BUILD, cases
    consumers.write_cases()
    shutil.rmtree(BUILD / "server", ignore_errors=True)
    call(VENV / "fastapi-codegen", "--input", DOCUMENT, "--output", BUILD / "server", PYTHONWARNINGS="ignore")
    python("-B", "generated_server.py", cases)


def add_material(address: str) -> None:
    """Adds the material that `hooks.py` asks for."""
    body = b'--b\r\nContent-Disposition: form-data; name="media"; filename="a.gif"\r\n\r\nGIF89a\r\n--b--\r\n'
    address += "/cgi-bin/material/add_material?type=image&access_token=SANDBOX_TOKEN"
    with urlopen(Request(address, body, {"Content-Type": "multipart/form-data; boundary=b"})) as answer:
        assert b"SANDBOX_PICTURE_1" in answer.read()


def schemathesis(seed: int) -> None:
    """Document, checker and sandbox agree on what schemathesis sends."""
    exchanges = BUILD / "exchanges.ndjson"
    exchanges.unlink(missing_ok=True)
    call("cargo", "build", "--quiet", "--locked", "-p", "weixin-draft-cli")
    with running_sandbox(ROOT) as (command, address):
        add_material(address)
        arguments = ["--url", address, "--checks", CHECKS, "--phases", "examples,coverage,fuzzing"]
        arguments += ["--max-examples", str(EXAMPLES), "--seed", str(seed), "--continue-on-failure"]
        python(
            *("-B", "-m", "schemathesis.cli", "run", DOCUMENT, *arguments),
            SCHEMATHESIS_HOOKS="hooks",
            PYTHONPATH=str(HERE),
            WEIXIN_DRAFT_EXCHANGES=str(exchanges),
        )
    python("-B", "agree.py", exchanges, command)


PARTS: tuple[tuple[Callable[[int], None], tuple[str, ...]], ...] = (
    (validate, ()),
    (typescript, ("node", "npm")),
    (server, ()),
    (schemathesis, ("cargo",)),
)


def run(part: Callable[[int], None], tools: tuple[str, ...], seed: int) -> str:
    name = part.__name__
    missing = [tool for tool in tools if shutil.which(tool) is None]
    if missing:
        print(f"== {name}: SKIPPED, not on this machine: {', '.join(missing)}", flush=True)
        return "skipped"
    print(f"== {name}: {part.__doc__}", flush=True)
    begin = time.monotonic()
    try:
        part(seed)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"== {name}: FAILED: {error}", flush=True)
        return "failed"
    print(f"== {name}: passed in {time.monotonic() - begin:.0f} s", flush=True)
    return "passed"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--all", action="store_true", help="fail when a tool is missing")
    parser.add_argument("--seed", type=int, default=1, help="what schemathesis begins with")
    options = parser.parse_args()
    BUILD.mkdir(exist_ok=True)
    install()
    outcomes = [run(part, tools, options.seed) for part, tools in PARTS]
    passed, failed, skipped = (outcomes.count(outcome) for outcome in ("passed", "failed", "skipped"))
    print(f"\n{passed} passed, {failed} failed, {skipped} skipped")
    return 1 if failed or (options.all and skipped) else 0


if __name__ == "__main__":
    sys.exit(main())
