//! The settings file.

use std::fs;
use std::path::Path;

use insta::assert_snapshot;

use crate::support::{request, scratch, show, weixin_draft};

/// Checks a request with an external image, in this directory.
fn check_in(directory: &Path, arguments: &[&str]) -> String {
    let body = request("春").replace("周一起", "<img src='https://cdn.example.cn/a.png'>");
    let mut command = weixin_draft(&[&["check"], arguments].concat());
    let output = command.current_dir(directory).write_stdin(body).output().unwrap();
    show(&output).replace(&*directory.to_string_lossy(), "DIRECTORY")
}

#[test]
fn the_nearest_file_counts() {
    let outer = scratch("config-nearest");
    let inner = outer.join("a/b");
    fs::create_dir_all(&inner).unwrap();
    fs::write(outer.join("weixin-draft.toml"), "image_hosts = [\"cdn.example.cn\"]").unwrap();
    assert!(check_in(&inner, &[]).starts_with("exit code 0"));
    fs::write(outer.join("a/weixin-draft.toml"), "lang = \"zh\"").unwrap();
    let shown = check_in(&inner, &[]);
    assert!(shown.starts_with("exit code 1") && shown.contains("错误[external_image]"), "{shown}");
}

#[test]
fn options_win() {
    let directory = scratch("config-options");
    let text = "strict = true\nlang = \"zh\"\n[levels]\nexternal_image = \"warning\"\n";
    fs::write(directory.join("weixin-draft.toml"), text).unwrap();
    assert!(check_in(&directory, &[]).starts_with("exit code 1"));
    assert!(check_in(&directory, &["--strict=false"]).starts_with("exit code 0"));
    assert!(check_in(&directory, &["--level", "external_image=off"]).starts_with("exit code 0"));
    assert!(check_in(&directory, &["--lang", "en"]).contains("error[external_image]"));
    let shown = check_in(&directory, &["--no-config", "--level", "external_image=warning"]);
    assert!(shown.starts_with("exit code 0") && shown.contains("warning["), "{shown}");
}

#[test]
fn a_file_can_be_named() {
    let directory = scratch("config-named");
    let path = directory.join("other.toml");
    fs::write(&path, "[levels]\nexternal_image = \"off\"\n").unwrap();
    assert!(check_in(&directory, &["--config", "other.toml"]).starts_with("exit code 0"));
    let shown = check_in(&directory, &["--config", "none.toml"]);
    assert!(
        shown.starts_with("exit code 2\n--- stderr\nerror: none.toml: there is no such file"),
        "{shown}"
    );
    let shown = check_in(&directory, &["--config", "none.toml", "--no-config"]);
    assert!(shown.starts_with("exit code 2"), "{shown}");
}

#[test]
fn mistakes_are_named_with_their_place() {
    let directory = scratch("config-mistakes");
    let shown = |text: &str| {
        fs::write(directory.join("weixin-draft.toml"), text).unwrap();
        check_in(&directory, &[])
    };
    assert_snapshot!(shown("\n[levels]\nextern_image = \"off\"\n"));
    assert_snapshot!(shown("[levels]\nexternal_image = \"loud\"\n"));
    assert_snapshot!(shown("[levels]\nmissing_field = \"off\"\n"));
    assert_snapshot!(shown("image_hosts = [\"ok.cn\", \"http://x\"]\n"));
    assert_snapshot!(shown("stric = true\n"));
    assert_snapshot!(shown("lang = \"fr\"\n"));
    assert_snapshot!(shown("strict = \n"));
}

#[test]
fn a_wrong_code_does_not_keep_the_rules_from_being_listed() {
    let directory = scratch("config-rules");
    fs::write(directory.join("weixin-draft.toml"), "[levels]\nx = \"off\"\n").unwrap();
    for arguments in [&["rules"][..], &["errcode", "0"], &["schema"], &["crop", "10x10"]] {
        weixin_draft(arguments).current_dir(&directory).assert().code(0);
    }
}

#[test]
fn settings_are_those_of_the_checked_file() {
    let directory = scratch("config-of-the-file");
    let project = directory.join("project");
    fs::create_dir_all(project.join("old")).unwrap();
    let text = "lang = \"zh\"\n[per-file-levels]\n\"old/**\" = { external_image = \"off\" }\n";
    fs::write(project.join("weixin-draft.toml"), text).unwrap();
    let body = request("春").replace("周一起", "<img src='https://cdn.example.cn/a.png'>");
    fs::write(project.join("a.json"), &body).unwrap();
    fs::write(project.join("old/b.json"), &body).unwrap();
    let check = |arguments: &[&str]| {
        let mut command = weixin_draft(&[&["check"], arguments].concat());
        let output = command.current_dir(&directory).write_stdin(body.clone()).output().unwrap();
        show(&output).replace(&*directory.to_string_lossy(), "DIRECTORY")
    };
    let shown = check(&["project", "--verbose"]);
    assert!(shown.contains("已检查 2 个请求，其中 1 个不可发送"), "{shown}");
    assert!(shown.contains("配置文件：DIRECTORY/project/weixin-draft.toml\n"), "{shown}");
    assert!(check(&["-", "--stdin-filename", "project/old/c.json"]).starts_with("exit code 0"));
    // Another project's broken file does not keep this one from being checked.
    fs::create_dir(directory.join("broken")).unwrap();
    fs::write(directory.join("broken/weixin-draft.toml"), "lang = zh\n").unwrap();
    fs::write(directory.join("broken/a.json"), &body).unwrap();
    let shown = check(&["broken/a.json", "project/a.json", "--lang", "en"]);
    assert!(shown.starts_with("exit code 2"), "{shown}");
    assert!(shown.contains("project/a.json:1:"), "{shown}");
    assert!(shown.contains("DIRECTORY/broken/weixin-draft.toml:1:8: text needs quotes"), "{shown}");
}

#[test]
fn settings_are_told_with_verbose() {
    let directory = scratch("config-verbose");
    // Nothing above the directory counts.
    fs::create_dir(directory.join(".git")).unwrap();
    assert!(check_in(&directory, &["--verbose"]).contains("settings: none\n"));
    assert!(!check_in(&directory, &[]).contains("settings:"));
    fs::write(directory.join("weixin-draft.toml"), "").unwrap();
    let shown = check_in(&directory, &["--verbose"]);
    assert!(shown.contains("settings: DIRECTORY/weixin-draft.toml\n"), "{shown}");
}

#[cfg(unix)]
#[test]
fn settings_of_another_user_are_named() {
    use std::os::unix::fs::chown;
    let directory = scratch("config-foreign");
    let path = directory.join("weixin-draft.toml");
    fs::write(&path, "[levels]\nexternal_image = \"off\"\n").unwrap();
    const SOMEBODY: u32 = 12_345;
    if chown(&path, Some(SOMEBODY), None).is_err() {
        // Only the administrator can give files away.
        return;
    }
    let shown = check_in(&directory, &[]);
    let told = "settings of another user: DIRECTORY/weixin-draft.toml (--no-config ignores them)";
    assert!(shown.starts_with("exit code 0") && shown.contains(told), "{shown}");
    let shown = check_in(&directory, &["--no-config"]);
    assert!(shown.starts_with("exit code 1") && !shown.contains("another user"), "{shown}");
}
