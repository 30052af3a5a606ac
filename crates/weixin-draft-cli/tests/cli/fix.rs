//! `check --fix`.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Output;

use crate::support::{code, scratch, weixin_draft};

fn stdin(arguments: &[&str], text: &str) -> Output {
    weixin_draft(arguments).write_stdin(text.to_owned()).output().unwrap()
}

const BROKEN: &str = r#"{"media_id": "M\n", "index": "0",
  "articles": [{"title": "T", "content": "<p>x</p>", "thumb_media_id": "C", "author": null, "titel": 1}]}
"#;
const SAFELY: &str = r#"{"media_id": "M", "index": 0,
  "articles": {"title": "T", "content": "<p>x</p>", "thumb_media_id": "C", "titel": 1}}
"#;

#[test]
fn files_are_mended_in_place_and_keep_their_mode() {
    let directory = scratch("fix");
    let file = directory.join("broken.json");
    fs::write(&file, BROKEN).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o640)).unwrap();
    let link = directory.join("link.json");
    std::os::unix::fs::symlink(&file, &link).unwrap();
    let output = weixin_draft(&["check", "--fix", link.to_str().unwrap()]).output().unwrap();
    // An unknown field is left, which nobody can mend.
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), SAFELY);
    assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(link.is_symlink());
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.contains("error[unknown_field] /articles/titel"), "{report}");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("link.json: 4 fixes applied"), "{told}");
    assert_eq!(fs::read_dir(&directory).unwrap().count(), 2, "something was left behind");
}

#[test]
fn contents_are_mended_in_place() {
    let directory = scratch("fix-content");
    let file = directory.join("page.html");
    fs::write(&file, "<ul>\n  <li onclick=\"a('b')\">春</li>\n</ul>\n").unwrap();
    let output = weixin_draft(&["check", "--fix", file.to_str().unwrap()]).output().unwrap();
    assert_eq!(code(&output), 0);
    assert_eq!(fs::read_to_string(&file).unwrap(), "<ul><li>春</li>\n</ul>\n");
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("page.html: 2 fixes applied"), "{told}");
    let newspic = ["check", "--content=newspic", "--fix", "--unsafe-fixes", "-"];
    let output = stdin(&newspic, "<p>春</p><p>夏</p>");
    assert_eq!((code(&output), String::from_utf8(output.stdout).unwrap()), (0, "春\n夏".into()));
}

#[test]
fn standard_input_is_mended_to_standard_output() {
    let output = stdin(&["check", "--fix", "-"], BROKEN);
    assert_eq!(code(&output), 1);
    assert_eq!(String::from_utf8(output.stdout).unwrap(), SAFELY);
    assert!(String::from_utf8(output.stderr).unwrap().contains("error[unknown_field]"));
    let good = SAFELY.replace(r#", "titel": 1"#, "");
    let output = stdin(&["check", "--fix"], &good);
    assert_eq!((code(&output), String::from_utf8(output.stdout).unwrap()), (0, good));
}

#[test]
fn a_diff_changes_nothing() {
    let directory = scratch("fix-diff");
    let file = directory.join("broken.json");
    fs::write(&file, BROKEN).unwrap();
    let arguments = ["check", "--diff", "--unsafe-fixes", file.to_str().unwrap()];
    let output = weixin_draft(&arguments).output().unwrap();
    assert_eq!(fs::read_to_string(&file).unwrap(), BROKEN);
    let diff = String::from_utf8(output.stdout).unwrap();
    assert!(diff.contains("\n-{\"media_id\": \"M\\n\", \"index\": \"0\",\n"), "{diff}");
    assert!(diff.contains("\n+{\"media_id\": \"M\", \"index\": 0,\n"), "{diff}");
    assert!(diff.starts_with("--- a/"), "{diff}");
    assert!(String::from_utf8(output.stderr).unwrap().contains("4 fixes would be applied"));
}

#[test]
fn lines_are_mended_one_by_one() {
    let directory = scratch("fix-lines");
    let file = directory.join("lines.ndjson");
    let good =
        r#"{"media_id":"M","index":0,"articles":{"title":"T","content":"x","thumb_media_id":"C"}}"#;
    let broken = good.replace(r#""index":0"#, r#""index":"0""#);
    fs::write(&file, format!("{good}\n\n{broken}\r\n{{\n")).unwrap();
    let arguments = ["check", "--fix", "--ndjson", file.to_str().unwrap()];
    let output = weixin_draft(&arguments).output().unwrap();
    assert_eq!(code(&output), 1);
    assert_eq!(fs::read_to_string(&file).unwrap(), format!("{good}\n\n{good}\r\n{{\n"));
    assert!(String::from_utf8(output.stdout).unwrap().contains("lines.ndjson:4:"));
}

#[test]
fn what_is_wrong_with_the_call_is_told() {
    let output = weixin_draft(&["check", "--unsafe-fixes", "news.json"]).output().unwrap();
    assert_eq!(code(&output), 2);
    let output = weixin_draft(&["check", "--fix", "none.json"]).output().unwrap();
    assert_eq!(code(&output), 2);
}

#[test]
fn the_summary_counts_what_can_be_mended() {
    let output = stdin(&["check"], BROKEN);
    let report = String::from_utf8(output.stdout).unwrap();
    assert!(report.ends_with("4 fixable with --fix.\n"), "{report}");
}
