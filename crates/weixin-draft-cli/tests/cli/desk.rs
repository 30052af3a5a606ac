//! A sandbox to be called, and a folder to work in.

use std::fs;
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;
use weixin_draft_sandbox::Sandbox;

use crate::support::{show, weixin_draft};

/// A sandbox, and a folder to work in.
pub(crate) struct Desk {
    pub(crate) sandbox: Sandbox,
    pub(crate) folder: PathBuf,
}

impl Desk {
    pub(crate) fn new(name: &str) -> Self {
        let folder =
            std::env::temp_dir().join(format!("weixin-draft-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        Desk { sandbox: Sandbox::start().unwrap(), folder }
    }

    pub(crate) fn output(&self, arguments: &[&str]) -> Output {
        let mut command = weixin_draft(arguments);
        command.args(["--base-url", &self.sandbox.base_url(), "--lang", "en"]);
        command.current_dir(&self.folder).env("WEIXIN_ACCESS_TOKEN", "SANDBOX_TOKEN");
        command.output().unwrap()
    }

    /// Runs the command, which has to end with this exit code.
    #[track_caller]
    pub(crate) fn run(&self, code: i32, arguments: &[&str]) -> String {
        let output = self.output(arguments);
        let shown = show(&output);
        assert_eq!(output.status.code(), Some(code), "{shown}");
        shown
    }

    #[track_caller]
    pub(crate) fn json(&self, code: i32, arguments: &[&str]) -> Value {
        let output = self.output(&[arguments, &["--format", "json"]].concat());
        assert_eq!(output.status.code(), Some(code), "{}", show(&output));
        serde_json::from_slice(&output.stdout).expect("one value of JSON")
    }

    pub(crate) fn item(&self, media_id: &str, index: usize) -> Value {
        self.sandbox.draft(media_id).expect("the draft")["news_item"][index].clone()
    }

    pub(crate) fn read(&self, file: &str) -> Value {
        serde_json::from_slice(&fs::read(self.folder.join(file)).unwrap()).expect("JSON")
    }

    pub(crate) fn change(&self, file: &str, change: impl FnOnce(&mut Value)) {
        let mut value = self.read(file);
        change(&mut value);
        fs::write(self.folder.join(file), value.to_string()).unwrap();
    }

    /// Somebody else's edit.
    pub(crate) fn edit(&self, media_id: &str, fields: &Value) {
        assert!(self.sandbox.edit(media_id, 0, fields.as_object().expect("an object")));
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        drop(fs::remove_dir_all(&self.folder));
    }
}
