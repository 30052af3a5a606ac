//! How the tests call the command.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::{env, fs};

use assert_cmd::Command;
use assert_cmd::cargo::cargo_bin_cmd;

/// The examples of the repository.
pub(crate) fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../examples")
}

/// The command with these arguments, beside the examples, in an environment
/// that says nothing.
pub(crate) fn weixin_draft(arguments: &[&str]) -> Command {
    let mut command = cargo_bin_cmd!("weixin-draft");
    for (name, _) in env::vars() {
        let is_locale = name.starts_with("LC_") || name == "LANG" || name == "LANGUAGE";
        let is_colour = name.contains("COLOR") || name == "TERM" || name == "CI";
        if is_locale || is_colour || name == "WEIXIN_ACCESS_TOKEN" {
            command.env_remove(name);
        }
    }
    command.current_dir(examples()).args(arguments);
    command
}

/// Calls the command and gives back its exit code and what it wrote.
pub(crate) fn run(arguments: &[&str]) -> String {
    show(&weixin_draft(arguments).output().expect("the command runs"))
}

/// Calls the command with something on standard input.
pub(crate) fn run_with_stdin(arguments: &[&str], stdin: impl Into<Vec<u8>>) -> String {
    let mut command = weixin_draft(arguments);
    show(&command.write_stdin(stdin).output().expect("the command runs"))
}

/// Exit code, standard output and, where there is some, standard error.
pub(crate) fn show(output: &Output) -> String {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).expect("output is UTF-8");
    let mut shown = format!("exit code {}\n", code(output));
    for (name, bytes) in [("stdout", &output.stdout), ("stderr", &output.stderr)] {
        if !bytes.is_empty() {
            let _always_fits = write!(shown, "--- {name}\n{}", text(bytes));
        }
    }
    shown
}

pub(crate) fn code(output: &Output) -> i32 {
    output.status.code().expect("the command ended by itself")
}

/// An empty directory for one test.
pub(crate) fn scratch(test: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("cli-{test}"));
    // There may be one of an earlier run, or none.
    drop(fs::remove_dir_all(&directory));
    fs::create_dir_all(&directory).expect("a directory can be made");
    directory
}

/// A small request without violations, with this title.
pub(crate) fn request(title: &str) -> String {
    format!(
        r#"{{"media_id":"SANDBOX_NEWS","index":0,"articles":{{"title":"{title}","content":"<p>周一起</p>","thumb_media_id":"cover-1"}}}}"#
    )
}

/// The command as a process that Ctrl-C ends, even where these tests run in the background
/// of a shell: what a shell starts there ignores it, and so do its children.
pub(crate) fn interruptible() -> std::process::Command {
    let program = env!("CARGO_BIN_EXE_weixin-draft");
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let ignored = ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    if ignored.unwrap_or_default() & 0b10 == 0 {
        return std::process::Command::new(program);
    }
    let mut command = std::process::Command::new("env");
    command.args(["--default-signal=INT", program]);
    command
}
