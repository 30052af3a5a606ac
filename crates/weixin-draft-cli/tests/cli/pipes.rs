//! Readers that go away.

use std::io::{BufRead, BufReader, Read};
use std::process::{Command, Stdio};

use assert_cmd::cargo::cargo_bin;

use crate::support::{examples, request, scratch};

#[test]
fn a_closed_pipe_ends_quietly() {
    let file = scratch("pipe").join("many.ndjson");
    std::fs::write(&file, (request("") + "\n").repeat(100_000)).unwrap();
    let file = file.to_string_lossy();
    for arguments in [&["check", "--ndjson", &*file][..], &["rules"], &["schema"]] {
        let mut child = Command::new(cargo_bin!("weixin-draft"))
            .args(arguments)
            .env("LC_ALL", "C")
            .current_dir(examples())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut line = String::new();
        // Reads a line, then closes the pipe.
        BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
        let code = child.wait().unwrap().code();
        let mut errors = String::new();
        child.stderr.take().unwrap().read_to_string(&mut errors).unwrap();
        assert_eq!(errors, "");
        assert_eq!(code, Some(i32::from(arguments[0] == "check")), "{arguments:?}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_told_in_either_language() {
    let words = [
        ("en", "error: standard output: the disk is full\n"),
        ("zh", "错误：标准输出：磁盘已满\n"),
    ];
    // A little is written at the end, and much before.
    for arguments in [["errcode", "40007"], ["schema", "openapi"]] {
        for (language, told) in words {
            let output = Command::new(cargo_bin!("weixin-draft"))
                .args(arguments)
                .args(["--lang", language])
                .stdout(std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap())
                .output()
                .unwrap();
            assert_eq!(String::from_utf8_lossy(&output.stderr), told, "{arguments:?}");
            assert_eq!(output.status.code(), Some(2));
        }
    }
}
