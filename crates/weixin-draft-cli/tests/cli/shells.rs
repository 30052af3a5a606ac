//! `completions` and `man`.

use std::fs;
use std::process::Command;

use crate::support::{run, scratch, weixin_draft};

fn script(shell: &str) -> String {
    let output = weixin_draft(&["completions", shell]).output().unwrap();
    assert!(output.status.success());
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn bash_completes_commands_and_options() {
    let path = scratch("completions").join("weixin-draft.bash");
    fs::write(&path, script("bash")).unwrap();
    let complete = |line: &str| {
        // What bash does when Tab is pressed.
        let program = format!(
            "source '{}'; COMP_WORDS=({line} ''); COMP_CWORD=$((${{#COMP_WORDS[@]}} - 1)); \
             _weixin__draft weixin-draft '' \"${{COMP_WORDS[COMP_CWORD - 1]}}\"; echo \"${{COMPREPLY[@]}}\"",
            path.display()
        );
        let output = Command::new("bash").args(["-c", &program]).output().unwrap();
        assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    };
    assert!(complete("weixin-draft").contains(" errcode "));
    assert!(complete("weixin-draft check").contains("--statistics"));
    assert!(complete("weixin-draft check --format").contains("sarif"));
}

#[test]
fn other_shells_have_scripts_too() {
    for (shell, line) in [
        ("zsh", "#compdef weixin-draft"),
        ("fish", "complete -c weixin-draft"),
        ("powershell", "Register-ArgumentCompleter"),
    ] {
        assert!(script(shell).contains(line), "{shell}");
    }
    assert!(run(&["completions", "tcsh"]).contains("use bash, elvish, fish, powershell, zsh"));
}

#[test]
fn manual_pages() {
    let page = run(&["man", "check"]);
    assert!(page.contains(".TH weixin-draft-check 1") && page.contains("\\-\\-fix"), "{page}");
    assert!(run(&["man", "chek"]).contains("there is no command chek"));
    assert!(run(&["man", "--lang", "zh"]).contains("退出码"));
    let directory = scratch("man");
    let all = directory.to_string_lossy();
    weixin_draft(&["man", "--all", &all]).assert().code(0);
    let names: Vec<_> = fs::read_dir(&directory).unwrap().map(|it| it.unwrap().path()).collect();
    assert!(names.contains(&directory.join("weixin-draft.1")));
    assert!(names.contains(&directory.join("weixin-draft-update.1")));
    // Where there is a reader of manuals, it understands every page.
    for name in names {
        let Ok(output) = Command::new("groff").args(["-man", "-Tutf8", "-ww"]).arg(&name).output()
        else {
            return;
        };
        let warnings = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success() && warnings.is_empty(), "{}: {warnings}", name.display());
    }
}
