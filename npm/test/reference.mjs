// The reports of the command line, which is Rust, on every case.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The command: `WEIXIN_DRAFT`, or built from the repository. */
export function command() {
  if (process.env.WEIXIN_DRAFT) return process.env.WEIXIN_DRAFT;
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "weixin-draft-cli"], { cwd: ROOT, stdio: "inherit" });
  return join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug", "weixin-draft");
}

/** The report on each case by its name. */
export function reference(cases) {
  const folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
  try {
    const files = cases.map(({ body }, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, body);
      return file;
    });
    const options = ["--no-config", "--lang", "en", "check", "--format", "json"];
    const { stdout } = spawnSync(command(), [...options, ...files], { encoding: "utf8", maxBuffer: 1 << 30 });
    const reports = JSON.parse(stdout);
    return Object.fromEntries(cases.map(({ name }, index) => {
      const { file, ...report } = reports[index];
      return [name, report];
    }));
  } finally {
    rmSync(folder, { recursive: true });
  }
}
