//! Help and usage errors in both languages.

use insta::assert_snapshot;

use crate::support::{run, weixin_draft};

#[test]
fn help_in_chinese() {
    assert_snapshot!(run(&["check", "--help", "--lang", "zh-CN"]));
    let mut command = weixin_draft(&["--help"]);
    let output = command.env("LANG", "zh_CN.UTF-8").output().unwrap();
    let shown = String::from_utf8(output.stdout).unwrap();
    for words in ["用法：", "命令", "选项", "检查请求", "退出码"] {
        assert!(shown.contains(words), "{shown}");
    }
    assert!(run(&["check", "--help"]).contains("Usage: weixin-draft check"));
}

#[test]
fn help_in_chinese_fits_the_terminal() {
    for width in [40, 72, 100] {
        for command in [&["--help"][..], &["push", "-h"], &["push", "--help"], &["list", "--help"]]
        {
            let mut command = weixin_draft(&[command, &["--lang", "zh"]].concat());
            let output = command.env("COLUMNS", width.to_string()).output().unwrap();
            let shown = String::from_utf8(output.stdout).unwrap();
            for line in shown.lines() {
                let columns = unicode_width::UnicodeWidthStr::width(line);
                let is_usage = line.contains("weixin-draft ");
                assert!(columns <= width || is_usage, "{columns} > {width}: {line}");
            }
        }
    }
}

#[test]
fn usage_errors_name_the_right_help() {
    let cases: [(&[&str], &str, &str); 14] = [
        (
            &["check", "--format", "json", "--format", "text"],
            "--format <FORMAT> is given twice: give it once",
            "--format <FORMAT> 出现了两次，请只写一次",
        ),
        (&["check", "--watch"], "there is no option --watch", "没有 --watch 这个选项"),
        (
            &["check", "--fromat", "json"],
            "there is no option --fromat: did you mean --format?",
            "没有 --fromat 这个选项，是不是想写 --format？",
        ),
        (
            &["check", "--format", "xml"],
            "--format <FORMAT> cannot be xml: use text, json, github, sarif, junit",
            "--format <FORMAT> 不能是 xml，可用的值：text、json、github、sarif、junit",
        ),
        (
            &["sandbox", "--port", "99999"],
            "--port <PORT> cannot be 99999: write a whole number from 0 to 65535",
            "--port <PORT> 不能是 99999：请填写 0 到 65535 的整数",
        ),
        (
            &["convert", "x.json", "--index", "a"],
            "--index <N> cannot be a: write a whole number",
            "--index <N> 不能是 a：请填写整数",
        ),
        (
            &["pictures", "x.json", "--jobs", "0"],
            "--jobs <N> cannot be 0: write a whole number above 0",
            "--jobs <N> 不能是 0：请填写大于 0 的整数",
        ),
        (
            &["check", "--format", "jsn"],
            "--format <FORMAT> cannot be jsn: use text, json, github, sarif, junit; did you mean json?",
            "--format <FORMAT> 不能是 jsn，可用的值：text、json、github、sarif、junit；是不是想写 json？",
        ),
        (
            &["check", "--level", "x"],
            "--level <CODE=LEVEL> cannot be x: write CODE=LEVEL, such as title_long=off",
            "--level <CODE=LEVEL> 不能是 x：请写成 规则=级别，如 title_long=off",
        ),
        (
            &["check", "--level"],
            "--level <CODE=LEVEL> needs a value",
            "--level <CODE=LEVEL> 需要一个值",
        ),
        (
            &["check", "--content", "--ndjson"],
            "--content[=<TYPE>] cannot be used together with --ndjson",
            "--content[=<TYPE>] 不能与 --ndjson 同时使用",
        ),
        (&["push"], "missing: <FILE>", "缺少：<FILE>"),
        (&["crop", "9x9", "x"], "unexpected argument: x", "多余的参数：x"),
        (
            &["crop", "9x9", "--focus", "2"],
            "--focus <X,Y> cannot be 2: write X,Y, such as 0.5,0.3",
            "--focus <X,Y> 不能是 2：请写成 X,Y，如 0.5,0.3",
        ),
    ];
    for (arguments, english, chinese) in cases {
        let help = format!("weixin-draft {} --help", arguments[0]);
        let shown = run(arguments);
        assert_eq!(
            shown,
            format!("exit code 2\n--- stderr\nerror: {english} ({help} says more)\n")
        );
        let shown = run(&[arguments, &["--lang=zh_CN"]].concat());
        assert_eq!(shown, format!("exit code 2\n--- stderr\n错误：{chinese}（详见 {help}）\n"));
    }
    let shown = run(&["chek"]);
    assert!(
        shown.contains(
            "there is no command chek: did you mean check? (weixin-draft --help says more)"
        ),
        "{shown}"
    );
    let shown = run(&["check", "--lang", "fr"]);
    assert!(shown.contains("unknown language: use en or zh"), "{shown}");
    let shown = run(&["check", "none.json", "--lang", "ZH"]);
    assert!(shown.contains("错误：无法读取 none.json：文件不存在"), "{shown}");
}

#[test]
fn the_language_is_that_of_the_system() {
    let language = |variables: &[(&str, &str)]| {
        let mut command = weixin_draft(&["check", "none.json"]);
        let output = command.envs(variables.iter().copied()).output().unwrap();
        let shown = String::from_utf8(output.stderr).unwrap();
        if shown.starts_with("错误：") { "zh" } else { "en" }
    };
    assert_eq!(language(&[("LANG", "zh_CN.UTF-8")]), "zh");
    assert_eq!(language(&[("LANG", "zh_CN.UTF-8"), ("LC_ALL", "en_GB.UTF-8")]), "en");
    // As gettext has it: a list, which a locale without a language switches off.
    assert_eq!(language(&[("LANG", "en_US.UTF-8"), ("LANGUAGE", "fr:zh_CN:en")]), "zh");
    assert_eq!(language(&[("LANG", "zh_CN.UTF-8"), ("LANGUAGE", "en")]), "en");
    assert_eq!(language(&[("LC_ALL", "C"), ("LANGUAGE", "zh_CN")]), "en");
    assert_eq!(language(&[("LC_ALL", "C.UTF-8"), ("LANGUAGE", "zh_CN")]), "en");
    assert_eq!(language(&[("LANGUAGE", "zh_CN")]), "zh");
    assert_eq!(language(&[]), "en");
}

/// A word that no line has room for, such as a path, leaves the first words whole.
#[test]
fn an_error_in_a_narrow_terminal_begins_with_error() {
    let name = "x".repeat(60);
    for (language, begin) in [("en", "error: cannot read"), ("zh", "错误：无法读取")] {
        let mut command = weixin_draft(&["check", &name, "--lang", language]);
        let output = command.env("COLUMNS", "30").output().unwrap();
        let told = String::from_utf8(output.stderr).unwrap();
        assert!(told.starts_with(begin) && told.contains(&name), "{told}");
    }
}

#[test]
fn a_missing_command_is_told_in_either_language() {
    assert!(run(&["--lang", "en"]).contains("error: a command is missing, such as check ("));
    assert!(run(&["--lang", "zh"]).contains("错误：缺少命令，如 check（"));
}
