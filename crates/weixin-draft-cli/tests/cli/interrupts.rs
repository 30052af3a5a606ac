//! Ctrl-C in every phase, and what `ps` shows meanwhile.
#![cfg(unix)]

use std::fs;
use std::io::Read as _;
use std::os::unix::process::ExitStatusExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use weixin_draft_sandbox::{APPID, Fault, NEWS, SECRET, Sandbox};

use crate::support::{examples, interruptible, scratch};

/// Longer than any test waits.
const SLOW: Fault = Fault::Slow { milliseconds: 60_000 };

/// A call of the command that waits for an answer of the sandbox.
struct Waiting {
    sandbox: Sandbox,
    child: Child,
    requests: usize,
}

impl Waiting {
    /// The call of an endpoint that is not answered: the first, or one after others.
    fn start(
        arguments: &[&str],
        folder: &Path,
        endpoint: &str,
        after: u32,
        requests: usize,
    ) -> Self {
        let sandbox = Sandbox::start().unwrap();
        sandbox.fail_later(endpoint, SLOW, after, 1);
        let mut command = interruptible();
        command.args(arguments).args([
            "--base-url",
            &sandbox.base_url(),
            "--no-config",
            "--lang",
            "en",
        ]);
        command.current_dir(folder).env_remove("WEIXIN_ACCESS_TOKEN");
        command.env("WEIXIN_APPID", APPID).env("WEIXIN_SECRET", SECRET);
        let child = command.stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let waiting = Waiting { sandbox, child, requests };
        let end = Instant::now() + Duration::from_secs(30);
        while waiting.sandbox.requests().len() < requests {
            assert!(Instant::now() < end, "{arguments:?}: {:?}", waiting.sandbox.requests());
            sleep(Duration::from_millis(10));
        }
        waiting
    }

    /// Presses Ctrl-C: the command ends by it, and sends nothing more. What it says.
    fn interrupt(mut self) -> String {
        let pid = self.child.id().to_string();
        let begin = Instant::now();
        assert!(Command::new("kill").args(["-INT", &pid]).status().unwrap().success());
        let status = self.child.wait().unwrap();
        assert_eq!(status.signal(), Some(2), "{status}");
        assert!(begin.elapsed() < Duration::from_secs(10), "{:?}", begin.elapsed());
        assert_eq!(self.sandbox.requests().len(), self.requests);
        let mut said = String::new();
        self.child.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        said
    }
}

#[test]
fn ctrl_c_ends_an_edit_in_every_phase() {
    let folder = scratch("interrupted-edit");
    let arguments = ["edit", NEWS, "--index", "0", "--set", "title=Summer"];
    for (endpoint, after, requests) in [
        ("stable_token", 0, 1),
        ("draft/get", 0, 2),
        ("draft/get", 1, 3),
        ("draft/update", 0, 4),
        ("draft/get", 2, 5),
    ] {
        let kept = folder.join("SANDBOX_NEWS.0.before.json");
        assert!(!kept.exists());
        let waiting = Waiting::start(&arguments, &folder, endpoint, after, requests);
        let said = waiting.interrupt();
        if requests < 4 {
            assert!(said.ends_with("interrupted: no draft was changed\n"), "{said}");
        } else {
            assert!(
                said.contains("interrupted: the update was sent and may have arrived"),
                "{said}"
            );
            assert!(said.contains("weixin-draft push SANDBOX_NEWS.0 --undo"), "{said}");
            fs::remove_file(kept).unwrap();
        }
    }
}

#[test]
fn ctrl_c_ends_every_command_that_calls() {
    let folder = scratch("interrupted-commands");
    let news = fs::read_to_string(examples().join("news.json")).unwrap();
    fs::write(folder.join("news.json"), news).unwrap();
    const UNCHANGED: &str = "no draft was changed";
    for (arguments, endpoint, requests, words) in [
        (vec!["token"], "stable_token", 1, UNCHANGED),
        (vec!["list"], "draft/batchget", 2, UNCHANGED),
        (vec!["pull", NEWS, "--index", "0", "-o", "pulled.json"], "draft/get", 2, UNCHANGED),
        (vec!["push", "news.json"], "draft/get", 2, UNCHANGED),
        (vec!["add", "news.json"], "stable_token", 1, UNCHANGED),
        (vec!["add", "news.json"], "draft/add", 2, "the draft may have been added"),
    ] {
        let said = Waiting::start(&arguments, &folder, endpoint, 0, requests).interrupt();
        assert!(said.contains(words), "{said}");
    }
    assert!(!folder.join("pulled.json").exists());
}

#[cfg(feature = "pictures")]
#[test]
fn ctrl_c_ends_uploads_and_leaves_the_file() {
    let folder = scratch("interrupted-uploads");
    for name in ["menu.json", "photo.jpg"] {
        fs::copy(examples().join("pictures").join(name), folder.join(name)).unwrap();
    }
    let before = fs::read(folder.join("menu.json")).unwrap();
    let arguments = ["pictures", "menu.json", "--upload", "--write", "--no-cache"];
    let said = Waiting::start(&arguments, &folder, "media/uploadimg", 0, 2).interrupt();
    assert!(said.contains("nothing else was changed"), "{said}");
    assert_eq!(fs::read(folder.join("menu.json")).unwrap(), before);
}

#[test]
fn ps_shows_neither_secret_nor_token() {
    let folder = scratch("ps");
    let arguments = ["edit", NEWS, "--index", "0", "--set", "title=Summer"];
    let waiting = Waiting::start(&arguments, &folder, "draft/update", 0, 4);
    let pid = waiting.child.id().to_string();
    let output = Command::new("ps").args(["-o", "args=", "-p", &pid]).output();
    let shown = match output {
        Ok(output) if output.status.success() => {
            String::from_utf8_lossy(&output.stdout).into_owned()
        }
        // What it reads, where there is no such program.
        _ => fs::read_to_string(format!("/proc/{pid}/cmdline")).unwrap(),
    };
    assert!(shown.contains("edit") && shown.contains(NEWS), "{shown}");
    assert!(!shown.contains(SECRET) && !shown.contains("SANDBOX_TOKEN"), "{shown}");
    waiting.interrupt();
}
