// What the command line, which is Rust, says and does to every case.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { text } from "./compare.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** The command: `WEIXIN_DRAFT`, or built from the repository. */
export function command() {
  if (process.env.WEIXIN_DRAFT) return process.env.WEIXIN_DRAFT;
  execFileSync("cargo", ["build", "--quiet", "--locked", "-p", "weixin-draft-cli"], { cwd: ROOT, stdio: "inherit" });
  return join(process.env.CARGO_TARGET_DIR ?? join(ROOT, "target"), "debug", "weixin-draft");
}

/** For each case by its name: the report, and the body with safe fixes and with all of them; null where nothing changes. */
export function reference(cases) {
  const reports = JSON.parse(run(cases, []).stdout);
  const [fixed, fixedUnsafely] = [run(cases, ["--fix"]).bodies, run(cases, ["--fix", "--unsafe-fixes"]).bodies];
  return Object.fromEntries(cases.map(({ name }, index) => {
    const { file, ...report } = reports[index];
    return [name, { report, fixed: fixed[index], fixedUnsafely: fixedUnsafely[index] }];
  }));
}

/** Checks every body as a file of its own: what the command prints, and what the files hold then. */
function run(cases, how) {
  const folder = mkdtempSync(join(tmpdir(), "weixin-draft-"));
  try {
    const files = cases.map(({ body }, index) => {
      const file = join(folder, `${index}.json`);
      writeFileSync(file, body);
      return file;
    });
    const options = ["--no-config", "--lang", "en", "check", "--format", "json", ...how];
    const { stdout } = spawnSync(command(), [...options, ...files], { encoding: "utf8", maxBuffer: 1 << 30 });
    return { stdout, bodies: files.map((file, index) => changed(readFileSync(file), cases[index].body)) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function changed(now, before) {
  return now.equals(before) ? null : text(now);
}
