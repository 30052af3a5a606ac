"""Tries "A fixed address" of docs/client.md with a real nginx and a real sshd, all on this machine.

    python3 tests/gateways.py          what is on this machine
    python3 tests/gateways.py --all    a missing tool is a failure

The guide's nginx file is used as it is written, but for addresses, paths of files
and who may use it. A second server in the place of the vendor's has its
certificate and passes on to a sandbox. The tunnel is the guide's `ssh -N -D`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "openapi"))

from sandbox import running_sandbox  # noqa: E402

GUIDES = ("docs/client.md", "docs/client.zh-CN.md")
ACCOUNT = {"WEIXIN_APPID": "SANDBOX_APPID", "WEIXIN_SECRET": "SANDBOX_SECRET"}
NOBODY = "nobody"
"""Who sshd runs as where everything runs as root: then it needs no user of its own, but PAM, since
this one has no password."""


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def await_port(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, f"{process.args} ended with {process.returncode}"
        with socket.socket() as client:
            if client.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise TimeoutError(f"nothing listens on {port}")


@contextmanager
def running(command: list[str], port: int, **options: object) -> Iterator[None]:
    process = subprocess.Popen(command, **options)  # type: ignore[call-overload]
    try:
        await_port(port, process)
        yield
    finally:
        process.terminate()
        process.wait()


def certificate(folder: Path, name: str) -> None:
    """A certificate for this machine, which is its own authority: `name.crt` and `name.key`."""
    names = f"subjectAltName=DNS:{socket.gethostname()},DNS:localhost,DNS:api.weixin.qq.com,IP:127.0.0.1"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=gateway"]
    # A certificate of an authority is none of a server.
    command += ["-addext", "basicConstraints=critical,CA:FALSE"]
    command += ["-addext", names, "-keyout", f"{name}.key", "-out", f"{name}.crt"]
    subprocess.run(command, cwd=folder, check=True, stderr=subprocess.DEVNULL)


def nginx_file(guide: str, folder: Path, port: int, vendor: int) -> str:
    text = (ROOT / guide).read_text(encoding="utf-8")
    (block,) = re.findall(r"```nginx\n(.*?)```", text, re.DOTALL)
    for ours, here in (
        ("listen 443 ssl", f"listen {port} ssl"),
        ("https://api.weixin.qq.com/", f"https://localhost:{vendor}/"),
        ("/etc/nginx/", f"{folder}/"),
        ("/etc/ssl/certs/ca-certificates.crt", f"{folder}/vendor.crt"),
        ("198.51.100.7", "127.0.0.1"),
    ):
        assert block.count(ours) >= 1, f"{guide}: {ours} is not in the nginx file"
        block = block.replace(ours, here)
    return block


def nginx_settings(guide: str, folder: Path, port: int, vendor: int, sandbox: str) -> str:
    scratch = "".join(f"{name}_temp_path {folder}/{name};\n" for name in TEMPORARY)
    user = "user root;" if os.geteuid() == 0 else ""
    return f"""
{user}
daemon off; pid {folder}/nginx.pid; error_log stderr error;
events {{}}
http {{
{scratch}
{nginx_file(guide, folder, port, vendor)}
server {{
    listen {vendor} ssl;
    ssl_certificate {folder}/vendor.crt;
    ssl_certificate_key {folder}/vendor.key;
    access_log off;
    client_max_body_size 16m;
    location / {{ proxy_pass {sandbox}; proxy_set_header Host {sandbox.removeprefix("http://")}; }}
}}
}}
"""


TEMPORARY = ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")


def call(command: str, arguments: list[str], folder: Path, **variables: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.lower().endswith("_proxy")}
    environment |= {"SSL_CERT_FILE": str(folder / "gateway.crt"), **ACCOUNT, **variables}
    options = ["--no-config", "--lang", "en", "--system-roots"]
    result = subprocess.run([command, *arguments, *options], env=environment, capture_output=True, encoding="utf-8")
    assert result.returncode == 0, f"{arguments}: {result.returncode}\n{result.stdout}{result.stderr}"
    return result.stdout


def try_calls(command: str, gateway: str, sandbox: str, folder: Path, **variables: str) -> None:
    """A token, a draft read, pushed and compared, a picture, and a body of two megabytes."""
    gateway_options = ["--base-url", gateway]
    call(command, ["token", *gateway_options], folder, **variables)
    file = folder / "menu.json"
    call(command, ["pull", "SANDBOX_NEWS", "--index", "0", "-o", str(file), *gateway_options], folder, **variables)
    body = json.loads(file.read_text(encoding="utf-8"))
    body["articles"]["title"] = "春季菜单 🍵"
    body["articles"]["content"] = f'<p style="color: red">{"周一" * 5000}</p>' + '<p class="x"></p>' * 40_000
    file.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    call(command, ["push", str(file), *gateway_options], folder, **variables)
    with urlopen(f"{sandbox}/sandbox/drafts") as answer:
        stored = json.load(answer)["SANDBOX_NEWS"]["news_item"][0]
    assert stored["title"] == "春季菜单 🍵", stored["title"]
    photo = str(ROOT / "examples" / "pictures" / "photo.jpg")
    call(command, ["cover", photo, *gateway_options], folder, **variables)
    with urlopen(f"{sandbox}/sandbox/reset", data=b"") as answer:
        answer.read()


@contextmanager
def tunnel(folder: Path) -> Iterator[str]:
    """The guide's tunnel, to an sshd of ours; gives the address of the proxy."""
    is_root = os.geteuid() == 0
    user = NOBODY if is_root else os.environ.get("USER", NOBODY)
    keys = folder / "ssh"
    keys.mkdir(exist_ok=True)
    for name in ("host", "user"):
        if not (keys / name).exists():
            subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(keys / name)], check=True)
    port, proxy = free_port(), free_port()
    settings = f"""
Port {port}
ListenAddress 127.0.0.1
HostKey {keys}/host
AuthorizedKeysFile {keys}/user.pub
PidFile none
UsePAM {"yes" if is_root else "no"}
StrictModes no
"""
    (keys / "sshd_config").write_text(settings, encoding="utf-8")
    options = {}
    if is_root:
        folder.chmod(0o755)
        for path in (keys, *keys.iterdir()):
            shutil.chown(path, NOBODY)
        options = {"user": NOBODY}
    sshd = [shutil.which("sshd", path=SBIN) or "sshd", "-D", "-e", "-q", "-f", str(keys / "sshd_config")]
    ssh = ["ssh", "-q", "-p", str(port), "-i", str(keys / "user")]
    ssh += ["-o", "StrictHostKeyChecking=no", "-o", f"UserKnownHostsFile={keys}/known", "-o", "BatchMode=yes"]
    ssh += ["-N", "-D", f"127.0.0.1:{proxy}", f"{user}@127.0.0.1"]
    with running(sshd, port, **options), running(ssh, proxy):
        yield f"socks5h://127.0.0.1:{proxy}"


SBIN = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin"))


def main() -> int:
    missing = [tool for tool in ("nginx", "sshd", "ssh", "openssl", "cargo") if shutil.which(tool, path=SBIN) is None]
    if missing:
        print(f"SKIPPED, not on this machine: {', '.join(missing)}")
        return 1 if "--all" in sys.argv else 0
    subprocess.run(["cargo", "build", "--quiet", "-p", "weixin-draft-cli"], cwd=ROOT, check=True)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        command, sandbox = stack.enter_context(running_sandbox(ROOT))
        for name in ("gateway", "vendor"):
            certificate(folder, name)
        for guide in GUIDES:
            port, vendor = free_port(), free_port()
            settings = folder / "nginx.conf"
            settings.write_text(nginx_settings(guide, folder, port, vendor, sandbox), encoding="utf-8")
            nginx = [shutil.which("nginx", path=SBIN) or "nginx", "-p", str(folder), "-c", str(settings)]
            with running([*nginx, "-e", "stderr"], port):
                try_calls(command, f"https://localhost:{port}/weixin", sandbox, folder)
                print(f"{guide}: nginx passes everything on", flush=True)
                # Servers on this machine by their own names are called directly.
                gateway = f"https://{socket.gethostname()}:{port}/weixin"
                with tunnel(folder) as proxy:
                    try_calls(command, gateway, sandbox, folder, ALL_PROXY=proxy)
                    print(f"{guide}: so does the tunnel", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
