"""What several tests need. They run against an installed package, never the source tree."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import weixin_draft
from weixin_draft.testing import Sandbox

ROOT = Path(__file__).resolve().parents[2]


def pytest_configure() -> None:
    package = Path(weixin_draft.__file__).resolve()
    if ROOT / "python" / "src" in package.parents:
        sys.exit(f"tested is the source tree: {package}; use python/tests/run.py")


@pytest.fixture(scope="session")
def _server() -> Iterator[Sandbox]:
    with Sandbox() as sandbox:
        yield sandbox


@pytest.fixture
def sandbox(_server: Sandbox) -> Sandbox:
    _server.reset()
    return _server


@pytest.fixture
def client(sandbox: Sandbox) -> Iterator[weixin_draft.Client]:
    with weixin_draft.Client(sandbox.TOKEN, base_url=sandbox.base_url) as client:
        yield client
