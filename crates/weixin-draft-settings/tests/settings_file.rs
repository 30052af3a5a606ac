//! Settings files, good and bad.

use std::fs;
use std::path::{Path, PathBuf};

use weixin_draft::{Checker, Language, Level};
use weixin_draft_settings::{SettingsFile, find};

fn parse(text: &str) -> SettingsFile {
    SettingsFile::parse(Path::new("/site/weixin-draft.toml"), text).unwrap()
}

fn scratch(test: &str) -> PathBuf {
    let directory = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("settings-{test}"));
    drop(fs::remove_dir_all(&directory));
    fs::create_dir_all(&directory).unwrap();
    directory
}

#[test]
fn every_key_is_read() {
    let file = parse(
        "strict = true\nlang = \"zh-CN\"\ndrop_nulls = true\nimage_hosts = [\"a.cn\", \"b.cn\"]\n\
         [levels]\ntitle_long = \"error\"\n",
    );
    let settings = file.settings();
    assert!(settings.strict && settings.drop_nulls);
    assert_eq!(file.language(), Some(Language::Chinese));
    assert_eq!(settings.image_hosts, ["a.cn", "b.cn"]);
    assert_eq!(settings.levels["title_long"], Level::Error);
    Checker::from_settings(settings).unwrap();
    assert_eq!(parse("").language(), None);
}

#[test]
fn later_patterns_win_and_are_relative_to_the_file() {
    let file = parse(
        "[levels]\ntitle_long = \"error\"\n[per-file-levels]\n\
         \"old/**\" = { title_long = \"off\" }\n\"*.draft.json\" = { title_long = \"warning\" }\n",
    );
    let level = |path: &str| file.settings_for(Path::new(path)).levels["title_long"];
    assert_eq!(level("/site/new/a.json"), Level::Error);
    assert_eq!(level("/site/old/2024/a.json"), Level::Off);
    assert_eq!(level("/site/old/a.draft.json"), Level::Warning);
    assert_eq!(level("/site/new/old/a.json"), Level::Error);
    assert_eq!(level("/elsewhere/old/a.json"), Level::Error);
}

#[test]
fn mistakes_have_a_place_and_a_cure_in_both_languages() {
    let cases = [
        (
            "strikt = true",
            "1:1: there is no key strikt: did you mean strict?",
            "1:1: 没有名为 strikt 的键，是不是想写 strict？",
        ),
        ("a = 1\nlevels = {}", "1:1: there is no key a: remove it", "1:1: 没有名为 a 的键，请删除"),
        (
            "language = 'zh'",
            "1:1: there is no key language: did you mean lang?",
            "1:1: 没有名为 language 的键，是不是想写 lang？",
        ),
        (
            "image_hosts = 'a.cn'",
            "1:15: image_hosts has a value of the wrong type: write image_hosts = [\"cdn.example.cn\"]",
            "1:15: image_hosts 的值类型不对，请写成 image_hosts = [\"cdn.example.cn\"]",
        ),
        (
            "lang = zh",
            "1:8: text needs quotes, such as lang = \"zh\"",
            "1:8: 文本需要加引号，如 lang = \"zh\"",
        ),
        ("strict =\n", "1:9: a value is missing after the equals sign", "1:9: 等号后面缺少值"),
        (
            "lang = 'fr'",
            "1:8: unknown language: use \"en\" or \"zh\"",
            "1:8: 未知的语言，请使用 \"en\" 或 \"zh\"",
        ),
        (
            "strict = true\nstrict = true",
            "2:1: this key occurs twice: keep one of the two",
            "2:1: 该键出现了两次，请保留一个",
        ),
        (
            "[levels]\ntitle_long = 'loud'",
            "2:14: unknown level: use \"error\", \"warning\" or \"off\"",
            "2:14: 未知的级别，请使用 \"error\"、\"warning\" 或 \"off\"",
        ),
        (
            "[per-file-levels]\n'a[' = {}",
            "2:1: this is not a pattern: close its brackets, as in \"drafts/[ab]*.json\"",
            "2:1: 不是有效的通配符模式，请检查括号是否成对，如 \"drafts/[ab]*.json\"",
        ),
        (
            "[levels",
            "1:8: this is not TOML: write key = value, and close brackets and quotes",
            "1:8: 不符合 TOML 语法：请写成“键 = 值”，并检查括号和引号是否成对",
        ),
    ];
    for (text, english, chinese) in cases {
        let error = SettingsFile::parse(Path::new("s.toml"), text).unwrap_err();
        assert_eq!(error.message(Language::English), format!("s.toml:{english}"));
        assert_eq!(error.message(Language::Chinese), format!("s.toml:{chinese}"));
    }
    let error = SettingsFile::read(Path::new("none.toml")).unwrap_err();
    assert_eq!(error.to_string(), "none.toml: there is no such file");
    assert_eq!(error.message(Language::Chinese), "none.toml：文件不存在");
    assert_eq!(error.place(), None);
}

#[test]
fn the_nearest_file_counts_up_to_the_repository() {
    let outer = scratch("find");
    let inner = outer.join("repository/a/b");
    fs::create_dir_all(&inner).unwrap();
    fs::write(outer.join("weixin-draft.toml"), "").unwrap();
    assert_eq!(find(&inner), Some(outer.join("weixin-draft.toml")));
    fs::create_dir(outer.join("repository/.git")).unwrap();
    assert_eq!(find(&inner), None);
    let own = outer.join("repository/weixin-draft.toml");
    fs::write(&own, "").unwrap();
    assert_eq!(find(&inner), Some(own.clone()));
    assert!(!SettingsFile::read(&own).unwrap().is_of_another_user());
}

/// Only who may hand files to others can try it.
#[cfg(unix)]
#[test]
fn a_file_of_another_user_is_known() {
    let file = scratch("foreign").join("weixin-draft.toml");
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(&file, "").unwrap();
    if std::os::unix::fs::chown(&file, Some(65_534), None).is_ok() {
        assert!(SettingsFile::read(&file).unwrap().is_of_another_user());
    }
}
