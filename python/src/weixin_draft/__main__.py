"""The command line tool: `python -m weixin_draft`, and the script `weixin-draft`."""

import signal
import sys

from ._core import run_command


def main() -> int:
    """Runs the tool with the arguments of this process; its exit code."""
    # Ctrl-C ends the tool at once, as it ends the binary.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return run_command(["weixin-draft", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
