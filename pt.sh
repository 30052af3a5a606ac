#!/bin/sh
cd /tmp/emptydir
R=/work/wt/python
PYTHONDONTWRITEBYTECODE=1 $R/.venv/bin/python -m pytest -c $R/python/pyproject.toml --rootdir $R/python/tests -p no:cacheprovider "$@"
