//! `check --fix`.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::process::Output;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::support::{code, request, scratch, show, weixin_draft};

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

/// What JSON in a string holds may have lines of its own.
#[test]
fn a_line_stays_a_line() {
    let article = r#"{\n  \"title\": \"春\",\r\n  \"content\": \"x\", \"thumb_media_id\": \"C\"}"#;
    let text =
        format!("{{\"media_id\": \"M\", \"index\": 0, \"articles\": \"{article}\"}}\n{{}}\n");
    let output = stdin(&["check", "--fix", "--ndjson"], &text);
    let mended = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = mended.lines().collect();
    let good = r#"{"media_id": "M", "index": 0, "articles": {   "title": "春",    "content": "x", "thumb_media_id": "C"}}"#;
    assert_eq!(lines, [good, "{}"]);
}

fn broken_line(title: &str) -> String {
    request(title).replace(r#""index":0"#, r#""index":"0""#) + "\n"
}

#[test]
fn packed_files_are_shown_and_not_rewritten() {
    let directory = scratch("fix-packed");
    let text = broken_line("春") + &request("夏") + "\n";
    let mut gzip = GzEncoder::new(Vec::new(), Compression::fast());
    gzip.write_all(text.as_bytes()).unwrap();
    let packed = [gzip.finish().unwrap(), zstd::encode_all(text.as_bytes(), 1).unwrap()];
    for (name, tool, bytes) in
        [("a.ndjson.gz", "gunzip", &packed[0]), ("a.ndjson.zst", "unzstd", &packed[1])]
    {
        fs::write(directory.join(name), bytes).unwrap();
        let call = |option| {
            let mut command = weixin_draft(&["check", option, name]);
            show(&command.current_dir(&directory).output().unwrap())
        };
        let shown = call("--fix");
        assert!(shown.starts_with("exit code 2\n"), "{shown}");
        assert!(shown.contains(&format!("cannot write {name}: compressed files")), "{shown}");
        assert!(shown.contains(tool), "{shown}");
        assert!(shown.contains(&format!("{name}:1:36: error[wrong_type] /index")), "{shown}");
        assert!(shown.contains("2 requests checked, 1 cannot be sent"), "{shown}");
        assert!(shown.contains("0 fixes applied"), "{shown}");
        assert_eq!(&fs::read(directory.join(name)).unwrap(), bytes);
        let shown = call("--diff");
        assert!(shown.starts_with("exit code 0\n"), "{shown}");
        assert!(shown.contains(&format!("\n+{}\n", request("春"))), "{shown}");
        assert!(shown.contains("1 fix would be applied"), "{shown}");
        // With nothing to mend, nothing has to be written.
        let good = zstd::encode_all(request("春").as_bytes(), 1).unwrap();
        fs::write(directory.join(name), good).unwrap();
        assert!(call("--fix").starts_with("exit code 0\n"));
    }
    let mut command = weixin_draft(&["check", "--fix", "--ndjson"]);
    let mended = command.write_stdin(packed[0].clone()).output().unwrap().stdout;
    assert_eq!(String::from_utf8(mended).unwrap(), request("春") + "\n" + &request("夏") + "\n");
}

#[test]
fn what_cannot_be_written_is_told_with_its_findings() {
    let directory = scratch("fix-unwritable");
    let file = directory.join("a.json");
    fs::write(&file, BROKEN).unwrap();
    fs::set_permissions(&file, fs::Permissions::from_mode(0o444)).unwrap();
    let call = |name: &str, format: &str| {
        let mut command = weixin_draft(&["check", "--fix", name, "--format", format]);
        command.current_dir(&directory).output().unwrap()
    };
    let shown = show(&call("a.json", "text"));
    assert!(shown.starts_with("exit code 2\n"), "{shown}");
    assert!(shown.contains("error: cannot write a.json: the file is read-only"), "{shown}");
    assert!(shown.contains("error[wrong_type] /index"), "{shown}");
    assert!(shown.contains("1 request checked, 1 cannot be sent"), "{shown}");
    assert!(shown.contains("4 fixable with --fix."), "{shown}");
    assert_eq!(fs::read_to_string(&file).unwrap(), BROKEN);
    let reports: serde_json::Value =
        serde_json::from_slice(&call("a.json", "json").stdout).unwrap();
    assert_eq!(reports[0]["violations"].as_array().unwrap().len(), 5);
    let shown = show(&call("none.json", "text"));
    assert!(!shown.contains("No requests."), "{shown}");
}

/// A pipe that a process reads from stays a pipe.
#[test]
fn what_is_no_file_is_not_replaced() {
    let directory = scratch("fix-pipe");
    let pipe = directory.join("pipe.json");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let writer = {
        let pipe = pipe.clone();
        std::thread::spawn(move || fs::write(pipe, BROKEN).unwrap())
    };
    let output = weixin_draft(&["check", "--fix", pipe.to_str().unwrap()]).output().unwrap();
    writer.join().unwrap();
    let shown = show(&output);
    assert!(shown.starts_with("exit code 2\n"), "{shown}");
    assert!(shown.contains("pipe.json: this is not a regular file"), "{shown}");
    assert!(shown.contains("error[wrong_type] /index"), "{shown}");
    let kind = fs::metadata(&pipe).unwrap().file_type();
    assert!(std::os::unix::fs::FileTypeExt::is_fifo(&kind));
}

/// Where standard output holds the diff, standard error holds a report that can be read.
#[test]
fn a_report_for_programs_is_alone_on_standard_error() {
    let output = stdin(&["check", "--diff", "--format", "json"], BROKEN);
    let reports: serde_json::Value = serde_json::from_slice(&output.stderr).unwrap();
    assert_eq!(reports[0]["violations"][0]["code"], "unknown_field");
}

/// Every line changes, which a search for the shortest diff would take hours for.
#[test]
fn a_diff_of_very_many_lines_takes_no_time() {
    let lines = 20_000;
    let text = broken_line("春").repeat(lines);
    let output = stdin(&["check", "--diff", "--ndjson", "--quiet"], &text);
    assert_eq!(code(&output), 0);
    let diff = String::from_utf8(output.stdout).unwrap();
    assert_eq!(diff.lines().filter(|line| line.starts_with("+{")).count(), lines);
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

/// `--diff` changes nothing, so the places are those of the file that is there.
#[test]
fn places_beside_a_diff_are_those_of_the_file() {
    let broken = "\u{FEFF}{\"media_id\": \"M\\n\", \"index\": \"0\", // first\n \"articles\": {\"author\": null, \"title\": \"\"}}";
    let position = |arguments: &[&str], input: &str| {
        let arguments = [&["check", "--diff", "--format", "json"], arguments].concat();
        let text = String::from_utf8(stdin(&arguments, input).stderr).unwrap();
        let report = text.lines().rfind(|line| line.contains("empty_value")).unwrap();
        let report = report.trim_start_matches(',');
        let report: serde_json::Value = serde_json::from_str(report).unwrap();
        let mut violations = report["violations"].as_array().unwrap().iter();
        let empty = violations.find(|it| it["code"] == "empty_value").unwrap().clone();
        (empty["line"].as_u64().unwrap(), empty["column"].as_u64().unwrap(), empty["range"].clone())
    };
    let (line, column, range) = position(&[], broken);
    let at = broken.rfind("\"\"").unwrap();
    assert_eq!((line, column), (2, 40));
    assert_eq!(range, serde_json::json!({"start": at, "end": at + 2}));
    let output = stdin(&["check", "--diff"], broken);
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(shown.contains("-:2:40: error[empty_value]"), "{shown}");
    assert!(
        shown.contains("  2 |  \"articles\": {\"author\": null, \"title\": \"\"}}\n"),
        "{shown}"
    );

    let lines = format!("{}{}\n", broken_line("春"), request("").replace(":0,", ":\"0\","));
    let (line, column, _) = position(&["--ndjson"], &lines);
    assert_eq!((line, column), (1, 60));

    let html = "<ul>\n <li onclick=\"f('x')\">Menu</li></ul><img src=\"a.png\">";
    let output = stdin(&["check", "--content", "--diff"], html);
    let shown = String::from_utf8(output.stderr).unwrap();
    assert!(shown.contains("-:2:42: <img>"), "{shown}");
}
