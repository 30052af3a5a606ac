//! Text that is not JSON is told what it is, where, and what to do about it.

mod support;

use weixin_draft::{Language, Report, Violation, check_json};

/// The one violation of a text that is not JSON.
fn only_violation(report: &Report, text: &str) -> Violation {
    let of_json = report.violations().iter().filter(|violation| violation.code == "invalid_json");
    let found: Vec<_> = of_json.collect();
    assert_eq!(found.len(), 1, "{text}: {report}");
    assert_eq!(report.violations().last(), Some(found[0]), "{text}");
    found[0].clone()
}

/// Checks a text in which ‸ marks the place that should be named.
#[track_caller]
fn assert_says(marked: &str, words: &str) {
    let offset = marked.find('‸').unwrap_or_else(|| panic!("no mark in {marked}"));
    let text = marked.replacen('‸', "", 1);
    let violation = only_violation(&check_json(text.as_bytes()), &text);
    let message = violation.message(Language::English);
    assert!(message.contains(words), "{text}\nsays: {message}\nwanted: {words}");
    let location = violation.location.as_ref().unwrap();
    assert_eq!(location.range.start, offset, "{text}\nsays: {message}");
    assert!(location.range.end <= text.len(), "{text}");
    // No sentence names a place: that is what the location is for.
    assert!(
        !message.contains("line ")
            || message.contains("line break")
            || message.contains("new line")
            || message.contains("a line"),
        "{message}"
    );
    let chinese = violation.message(Language::Chinese);
    assert!(!chinese.contains(['{', '}']) || message.contains(['{', '}']), "{chinese}");
}

#[test]
fn comments_are_named() {
    assert_says("{\"media_id\": \"M\", ‸// the draft\n \"index\": 0}", "a comment (//)");
    assert_says("{\"media_id\": \"M\" ‸/* a { */, \"index\": 0}", "a comment (/*)");
    assert_says("{\"media_id\": \"M\",\n‸# the draft\n \"index\": 0}", "a comment (#)");
    assert_says("‸// a request\n{\"media_id\": \"M\"}", "a comment (//)");
    assert_says("‸# a request\n{\"media_id\": \"M\"}", "a comment (#)");
    assert_says("‸# a request\n\n#2\n [{\"media_id\": \"M\"}]", "a comment (#)");
    assert_says("‸#!/usr/bin/env x\n[\n{}]", "a comment (#)");
    assert_says("{\"media_id\": \"M\"} ‸// the end", "a comment (//)");
    assert_says("{\"index\": ‸/* zero */ 0}", "a comment (/*)");
}

#[test]
fn commas_and_colons_are_counted() {
    assert_says("{\"media_id\": \"M\", \"index\": 0‸,\n}", "one comma too many");
    assert_says("{\"a\": [1‸, ]}", "one comma too many");
    assert_says("{\"media_id\": \"M\",‸, \"index\": 0}", "one comma too many");
    assert_says("{‸, \"index\": 0}", "one comma too many");
    assert_says("{\"index\": 0}‸,", "one comma too many");
    assert_says("{\"media_id\": \"M\"‸\n \"index\": 0}", "a comma is missing");
    assert_says("{\"a\": [{}‸ {}]}", "a comma is missing");
    assert_says("{\"a\": [\"x\"‸ \"y\"]}", "a comma is missing");
    assert_says("{\"index\"‸ 0}", "a colon is missing");
    assert_says("{\"media_id\"‸ \"M\"}", "a colon is missing");
    assert_says("{\"media_id\" ‸=> \"M\"}", "=> is PHP or Ruby, not JSON");
    assert_says("{\"media_id\" ‸= \"M\"}", "= (U+003D) is wrong here");
    assert_says("{\"index\"‸}", "a value is missing before } (U+007D)");
    assert_says("{\"index\": ‸, \"a\": 1}", "a value is missing before , (U+002C)");
    assert_says("{\"index\"‸= 0}", "= (U+003D) is wrong here. Write :");
    assert_says("{\"a\": \"M\"‸、\"index\": 0}", "、 (U+3001) is wrong here. Write ,");
    assert_says("{\"a\": \"M\" ‸、 \"index\": 0}", "、 (U+3001) is wrong here. Write ,");
    assert_says("{\"title\": \"他‸\"、她\"\"}", "this quote ends the string");
    assert_says("{\"index\": 0‸; \"a\": 1}", "; (U+003B) is wrong here. Write ,");
    assert_says("{\"content\"‸, \"x\", \"a\": 1}", ", (U+002C) is wrong here. Write :");
    assert_says("{\"index\"‸, 0}", ", (U+002C) is wrong here. Write :");
    assert_says("{\"index\"‸, \"a\": 1}", "a value is missing before , (U+002C)");
    assert_says("{\"a\": \"x\"‸ \"b\": \"y\"}", "a comma is missing");
}

#[test]
fn what_programs_mail_and_diffs_have_is_named() {
    assert_says("{\"a\": \"x\" ‸+ \"y\"}", "strings are joined here");
    assert_says("{\"a\": \"x\" ‸. $y}", "strings are joined here");
    assert_says("{\"a\": \"x\" ‸\"y\"}", "strings are joined here");
    assert_says("{\"a\": \"x\"\n  ‸\"y\", \"b\": 1}", "strings are joined here");
    assert_says("{\"title\": ‸u'x'}", "how Python or JavaScript shows");
    assert_says("{\"title\": ‸f\"{title}\"}", "how Python or JavaScript shows");
    assert_says("{\"content\": ‸Rb'x'}", "how Python or JavaScript shows");
    assert_says("{\"articles\": ‸[object Object]}", "how Python or JavaScript shows");
    assert_says("‸[object Object]", "how Python or JavaScript shows");
    assert_says("‸{{\"media_id\": \"M\"}}", "{ (U+007B) is doubled");
    assert_says("{\"articles\": ‸{{ \"title\": \"T\"}}}", "{ (U+007B) is doubled");
    assert_says("‸={\"media_id\": \"M\"}", "text in front of the JSON");
    assert_says("‸data: {\"media_id\": \"M\"}\n\n", "text in front of the JSON");
    assert_says("‸articles: {\"title\": \"T\"}\nindex: 0\n", "this is YAML");
    assert_says("[\"media_id\" ‸=> \"M\"]", "=> is PHP or Ruby");
    assert_says("{:‸media_id => \"M\"}", "this name has no quotes");
    assert_says("‸> {\n> \"media_id\": \"M\"}", "lines begin with >");
    assert_says("‸+{\n+\"media_id\": \"M\"}", "lines begin with +");
    assert_says("{\n‸-\"media_id\": \"M\"}", "lines begin with -");
    assert_says("{\"index\": ‸/* 0}", "this /* is never closed. Add */");
    assert_says("{\"articles\": ‸\"title\": \"T\"}", "members of an object without the object");
}

#[test]
fn quotes_are_straight_and_double() {
    assert_says("{‸'media_id': 'M'}", "' (U+0027) is wrong here. Write \"");
    assert_says("{\"media_id\": ‸'M'}", "' (U+0027) is wrong here. Write \"");
    assert_says("{\"media_id\": ‸`M`}", "` (U+0060) is wrong here. Write \"");
    assert_says("{‸“media_id”: \"M\"}", "“ (U+201C) is wrong here. Write \"");
    assert_says("{\"media_id\": ‸“M”}", "“ (U+201C) is wrong here. Write \"");
    assert_says("{\"media_id‸”: \"M\"}", "” (U+201D) is wrong here. Write \"");
    assert_says("{\"title\": \"x‸”, \"a\": \"y\"}", "” (U+201D) is wrong here. Write \"");
    assert_says("{\"title\": \"x‸',\n \"a\": \"y\"}", "' (U+0027) is wrong here. Write \"");
    assert_says("{\"title\": \"x‸'}", "' (U+0027) is wrong here. Write \"");
    assert_says("{\"title\": ‸\"他说“好”, \"a\": \"y\"}", "never closed");
    assert_says("{\"title\": ‸\"it's ok', \"a\": \"y\"}", "never closed");
    assert_says("{\"content\": \"<p class=‸\"\">x</p>\"}", "this quote ends the string");
    assert_says("{\"‸\"media_id\"\": \"\"M\"\"}", "\" (U+0022) is doubled");
    assert_says("{\"title\": \"‸\"x\"\"}", "\" (U+0022) is doubled");
    assert_says("\"{\"‸\"media_id\"\": \"\"M\"\"}\"", "\" (U+0022) is doubled");
    assert_says("{\"title\": \"‸\"他\"说\"}", "this quote ends the string");
    assert_says("{\"content\": \"<p class=‸\"x\">\"}", "this quote ends the string");
    assert_says("{\"title\": \"He said ‸\"hello\" to us\"}", "this quote ends the string");
    assert_says("{\"title\": \"他说‸\"你好\"\"}", "this quote ends the string");
    assert_says("{\"content\": ‸\"\"\"<p>\"\"\"}", "strings in three quotes");
    assert_says("{‸&quot;media_id&quot;: &quot;M&quot;}", "as HTML writes them");
    assert_says("{‸\\\"media_id\\\": \\\"M\\\"}", "the JSON was escaped");
}

#[test]
fn names_and_words_are_quoted_or_json() {
    assert_says("{‸media_id: \"M\"}", "this name has no quotes");
    assert_says("{\"a\": 1, ‸标题: \"M\"}", "this name has no quotes");
    assert_says("{\"media_id\": ‸MEDIA_ID}", "this text has no quotes");
    assert_says("{\"title\": ‸春季}", "this text has no quotes");
    for word in ["None", "undefined", "nil", "NULL"] {
        assert_says(&format!("{{\"author\": ‸{word}}}"), &format!("{word} is not JSON"));
    }
    for word in ["True", "False", "TRUE"] {
        assert_says(&format!("{{\"need_open_comment\": ‸{word}}}"), "Write 1 for yes and 0 for no");
    }
    for word in ["NaN", "Infinity", "-Infinity", "nan"] {
        assert_says(&format!("{{\"author\": ‸{word}}}"), "is not JSON");
    }
    assert_says("‸NaN", "NaN is not JSON, and a value is required");
    assert_says("{\"articles\": {\"author\": ‸None}}", "leave the field out");
    assert_says("{\"articles\": {\"title\": ‸None}}", "a value is required here");
    assert_says("{\"articles\": [‸None]}", "a value is required here");
    assert_says("‸None", "a value is required here");
    assert_says("{\"media_id\": ‸<MEDIA_ID>}", "< (U+003C) begins a template");
    assert_says("{\"media_id\": ‸${id}}", "$ (U+0024) begins a template");
    assert_says("{\"title\": ‸<title>, \"content\": \"<p>x</p>\"}", "< (U+003C) begins a template");
    assert_says("{\"content\": ‸<p>x</p>}", "this HTML has no quotes");
    assert_says("{\"content\": ‸<img src=\"x\">}", "this HTML has no quotes");
    assert_says("{\"title\": ‸={{ $json.title }}}", "= (U+003D) begins a template");
    assert_says("‸={{ $json }}", "= (U+003D) begins a template");
    assert_says("{\"title\": ‸nil, \"unknown\": 1}", "a value is required here");
    assert_says("{\"title\": ‸title}", "for a variable's name, write its value");
    assert_says("{\"media_id\": ‸{{id}}}", "{ (U+007B) begins a template");
    assert_says("{\"index\": ‸{{ index }}}", "{ (U+007B) begins a template");
    assert_says("{\"index\": 0, ‸{% if a %}\"b\": 1}", "{ (U+007B) begins a template");
    assert_says("‸{% if a %}{}{% endif %}", "{ (U+007B) begins a template");
    assert_says("{\"media_id\": \"M\", ‸...}", "an ellipsis");
}

#[test]
fn look_alikes_are_named() {
    assert_says("{\"index\"‸：0}", "： (U+FF1A) is wrong here. Write :");
    assert_says("{\"index\": 0‸，\"a\": 1}", "， (U+FF0C) is wrong here. Write ,");
    assert_says("‸｛\"index\": 0}", "｛ (U+FF5B) is wrong here. Write {");
    assert_says("{\"index\": 0‸｝", "｝ (U+FF5D) is wrong here. Write }");
    assert_says("{\"a\": ‸［1]}", "［ (U+FF3B) is wrong here. Write [");
    assert_says("{\"index\": ‸０}", "０ (U+FF10) is wrong here. Write 0");
    assert_says("{‸\u{A0}\"index\": 0}", "an invisible character, U+00A0");
    assert_says("{\"index\":‸\u{3000}0}", "an invisible character, U+3000");
    assert_says("{\"index\": 0‸\u{200B}}", "an invisible character, U+200B");
    assert_says("{\"index\": 0}‸\0", "an invisible character, U+0000");
}

#[test]
fn strings_are_closed_and_escaped() {
    assert_says("{\"title\": \"a‸\nb\"}", "a line break (U+000A)");
    assert_says("{\"title\": \"a‸\r\nb\"}", "a line break (U+000D)");
    assert_says("{\"title\": \"a‸\tb\"}", "a tab (U+0009)");
    assert_says("{\"title\": \"a‸\u{1}b\"}", "a control character, U+0001");
    assert_says("{\"title\": ‸\"Menu,\n \"index\": 0}", "never closed");
    assert_says("{\"title\": ‸\"Menu\n}", "never closed");
    assert_says("{\"media_id\":‸\"M1,\"index\":0}", "never closed");
    assert_says("[‸\"a,\"b\"]", "never closed");
    assert_says("{\"a\": [\"x\", ‸\"y,\"z\", \"t\"]}", "never closed");
    assert_says("[\"他说,‸\"你好\"\"]", "this quote ends the string");
    assert_says("{\"articles\":{\"title\":‸\"春季}, \"index\":0}", "never closed");
    assert_says("{\"title\":\"他说,‸\"你好\"\"}", "this quote ends the string");
    assert_says("{‸\"media_id:\"M1\",\"index\":0}", "never closed");
    assert_says("{‸\"index: 0, \"media_id\":\"M1\"}", "never closed");
    assert_says("{‸\"articles:{\"title\":\"T\"}}", "never closed");
    assert_says("{\"a:\"‸ \"M1\"}", "a colon is missing");
    assert_says("{\"title\": ‸\"Menu", "the string that begins here is never closed");
    assert_says("{\"title\": \"‸\\d\"}", "no escape of d (U+0064)");
    assert_says("{\"title\": \"It‸\\'s\"}", "no escape of ' (U+0027). Remove the backslash");
    assert_says("{\"title\": \"‸\\u12g4\"}", "four hexadecimal digits");
    assert_says("{\"title\": \"a‸\\\nb\"}", "does not continue a string");
    assert_says("{\"title\": \"a‸\\\r\nb\"}", "does not continue a string");
    assert_says("{\"title\": \"‸\\ud83d\"}", "half a character");
}

#[test]
fn brackets_are_closed_where_they_were_opened() {
    assert_says(
        "‸{\"media_id\": \"M\", \"index\": 0, \"articles\": {\"title\": \"T\"}",
        "this { is never closed. Add }",
    );
    assert_says("{\"a\": ‸[1, 2", "this [ is never closed. Add ]");
    assert_says("{\"a\": [1, 2‸}", "} (U+007D) closes what is not open; ] is expected first");
    assert_says("{\"a\": 1‸]", "] (U+005D) closes what is not open; } is expected first");
    assert_says("{\"a\": 1}‸}", "} (U+007D) closes nothing");
    assert_says("\"media_id\"‸: \"M\"", "members of an object without the object");
}

#[test]
fn numbers_are_plain() {
    assert_says("{\"index\": ‸01}", "no leading zero");
    assert_says("{\"index\": ‸+1}", "not a number in JSON");
    assert_says("{\"index\": ‸.5}", "not a number in JSON");
    assert_says("{\"index\": ‸1.}", "not a number in JSON");
    assert_says("{\"index\": ‸0x1F}", "not a number in JSON");
    assert_says("{\"index\": ‸12px}", "not a number in JSON");
    assert_says("{\"index\": ‸1_000}", "not a number in JSON");
    assert_says("{\"index\": ‸1,000}", "not a number in JSON");
    assert_says("{\"index\": ‸12,000,000, \"a\": 1}", "not a number in JSON");
    assert_says("{\"index\": 1,‸000x: 1}", "this name has no quotes");
}

#[test]
fn more_than_one_value_is_told_from_one_a_line() {
    assert_says("{\"index\": 0}\n‸{\"index\": 1}\n", "--ndjson");
    assert_says("{\"index\": 0} ‸{\"index\": 1}", "another JSON value follows. ");
    assert_says(
        "{\"index\": 0}, ‸{\"index\": 1}".replace(", ‸", "‸, ").as_str(),
        "another JSON value follows. ",
    );
    assert_says("{\"index\": 0} ‸done", "something follows the JSON, beginning with d (U+0064)");
}

#[test]
fn other_files_are_said_to_be_what_they_are() {
    assert_says("‸<!DOCTYPE html>\n<p>x</p>", "this is HTML");
    assert_says("‸<section style=\"x\">正文</section>", "this is HTML");
    assert_says("‸<?xml version=\"1.0\"?><a/>", "this is XML");
    assert_says("‸<xml><ToUserName/></xml>", "this is XML");
    assert_says("‸---\nmedia_id: M\n", "this is YAML");
    assert_says("‸media_id: M\nindex: 0\n", "this is YAML");
    assert_says("‸- media_id: M\n  index: 0\n", "this is YAML");
    assert_says("‸-\n  media_id: M\n", "this is YAML");
    assert_says("‸- 1", "not a number in JSON");
    assert_says("‸-x", "not a number in JSON");
    assert_says("‸---\ntitle: T\n---\n# Menu\n", "this is Markdown");
    assert_says("‸# 春季菜单\n\n正文\n", "this is Markdown");
    assert_says("‸# 说明\n\nmedia_id: M\narticles:\n  title: T\n# x\n- a\n", "this is YAML");
    assert_says("‸# 菜单\n作者: 春季\n\n正文\n", "this is Markdown");
    assert_says("‸## 小标题\n[链接](https://a.example)", "this is Markdown");
    assert_says("‸# Menu\n\n[![Build](https://a.example)]\n", "this is Markdown");
    assert_says("‸#菜单\n\n正文\n", "this is Markdown");
    assert_says("‸[链接](https://a.example)\n\n正文", "this is Markdown");
    assert_says("‸[![图](https://a.example)](b)\n", "this is Markdown");
    assert_says("[‸链接]", "this text has no quotes");
    assert_says("‸1. 一\n2. 二", "this is Markdown");
    assert_says("‸1.x", "not a number in JSON");
    assert_says("‸| a | b |\n|---|---|", "this is Markdown");
    assert_says("‸正文\n\n**粗体**\n\n- 一\n", "this is Markdown");
    assert_says("‸见[链接](https://a.example)。", "this is Markdown");
    assert_says("‸#!/usr/bin/env node\nconsole.log(1)\n", "this is plain text");
    assert_says("‸# a script\nimport json\nprint(json)\n", "this is plain text");
    assert_says("‸# a script\n\nset -e\necho 菜单\n", "this is plain text");
    assert_says("‸# settings\nTOKEN=QQQ\n", "this is plain text");
    assert_says("‸# Menu\n====\n", "this is Markdown");
    assert_says("‸# menu\n\nspring\n\n## soups\n", "this is Markdown");
    assert_says("‸# settings\n\n[package]\nname = \"x\"\n", "this is a TOML or INI file");
    assert_says("‸[package]\nname = \"x\"\n", "this is a TOML or INI file");
    assert_says("‸[[bin]]\n# x\nname = \"x\"\n", "this is a TOML or INI file");
    assert_says("‸# Menu\n\n[TOC]\n\nSpring menu\n", "this is Markdown");
    assert_says("[‸package]", "this text has no quotes");
    assert_says("‸// a script\nconst a = {b: \"c\"};\n", "this is plain text");
    assert_says("‸/* a */\n// b\nfunction f() {}\n", "this is plain text");
    assert_says("‸-- x\nselect 1;", "this is plain text");
    assert_says("‸/* a */ // b\n[{\"media_id\": \"M\"}]", "a comment (/*)");
    assert_says("‸1、一\n2、二\n", "this is plain text");
    assert_says("\n‸1）一", "this is plain text");
    assert_says("‸12. 一\n13. 二", "this is Markdown");
    assert_says("‸import json\n# x\nprint(2**3)\n> x", "this is plain text");
    assert_says("‸```json\n{\"media_id\": \"M\"}\n```", "a code fence");
    assert_says("# Menu\n\n‸```json\n{\"media_id\": \"M\"}\n```", "a code fence");
    assert_says("‸# Menu\n\n```sh\nls\n```", "this is Markdown");
    assert_says("‸%7B%22media_id%22%3A%22M%22%7D", "URL-encoded");
    assert_says("{\n‸<<<<<<< HEAD\n\"index\": 0", "a merge conflict (<<<<<<<)");
    assert_says("{\"index\": 0,\n‸=======\n", "a merge conflict (=======)");
    assert_says("‸media_id=M&index=0", "form data");
    assert_says("‸eyJtZWRpYV9pZCI6ICJNIn0=\n", "this is Base64");
    assert_says("‸eyJtZWRpYV9pZCI6ICJNIiwg\nImluZGV4IjogMH0K", "this is Base64");
    assert_says("‸media_id_and_index_of_i=", "this is Base64");
    assert_says("‸media_id_and_index_of=M", "form data");
    assert_says("‸SpringMenuFromMondayOnNow", "plain text");
    assert_says("‸<?php\necho json_encode($draft);\n", "this is a PHP file");
    assert_says("‸Spring menu from Monday", "plain text");
    assert_says("‸Here is the request: {\"media_id\": \"M\"}", "text in front of the JSON");
    assert_says("‸\u{FEFF}{}", "a byte order mark (U+FEFF)");
    assert_says("‸ ", "the body is empty");
}

#[test]
fn other_bytes_are_said_to_be_what_they_are() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let request = "{\"media_id\": \"M\", \"title\": \"春季\"}";
    let cases: [(Vec<u8>, &str); 10] = [
        (b"\x7FELF\x02\x01\x01\x00\xFF".to_vec(), "binary data"),
        (utf16(request), "encoded in UTF-16"),
        ([vec![0xFF, 0xFE], utf16(request)].concat(), "encoded in UTF-16"),
        (request.encode_utf16().flat_map(u16::to_be_bytes).collect(), "encoded in UTF-16"),
        (
            request.chars().flat_map(|character| u32::from(character).to_le_bytes()).collect(),
            "encoded in UTF-32",
        ),
        (b"\x1F\x8B\x08\x00".to_vec(), "packed with gzip"),
        (b"PK\x03\x04\x14\x00".to_vec(), "packed with ZIP"),
        (b"\x89PNG\r\n\x1A\n".to_vec(), "a PNG file"),
        (b"{\"title\": \"\xB4\xBA\"}".to_vec(), "the byte 0xB4"),
        (request.as_bytes()[..request.len() - 4].to_vec(), "in the middle of a value"),
    ];
    for (body, words) in cases {
        let violation = only_violation(&check_json(&body), words);
        let message = violation.message(Language::English);
        assert!(message.contains(words), "{message}");
    }
}

/// A way to break a text.
type Break = fn(&str) -> Option<String>;

fn replaced(text: &str, from: &str, to: &str) -> Option<String> {
    text.contains(from).then(|| text.replacen(from, to, 1))
}

/// Each with some of the words that name it.
const BREAKS: [(&str, Break); 27] = [
    ("lines begin with >", |text| Some(format!("> {text}"))),
    ("lines begin with +", |text| replaced(text, ",\"index\"", ",\n+\"index\"")),
    ("strings are joined", |text| replaced(text, "\"title\":\"", "\"title\":\"x\" + \"")),
    ("a comment (//)", |text| replaced(text, "{", "{// x\n")),
    ("a comment (#)", |text| replaced(text, "\"index\"", "# x\n\"index\"")),
    ("one comma too many", |text| Some(format!("{},}}", &text[..text.len() - 1]))),
    ("one comma too many", |text| replaced(text, ",\"index\"", ",,\"index\"")),
    ("a comma is missing", |text| replaced(text, ",\"index\"", "\n\"index\"")),
    ("a colon is missing", |text| replaced(text, "\"index\":", "\"index\" ")),
    ("' (U+0027)", |text| replaced(text, "\"index\"", "'index'")),
    ("“ (U+201C)", |text| replaced(text, "\"index\"", "“index”")),
    ("has no quotes", |text| replaced(text, "\"index\"", "index")),
    ("None is not JSON", |text| replaced(text, "\"index\":0", "\"index\":None")),
    ("True is not JSON", |text| replaced(text, "\"index\":0", "\"index\":True")),
    ("undefined is not JSON", |text| replaced(text, "\"index\":0", "\"index\":undefined")),
    ("NaN is not JSON", |text| replaced(text, "\"index\":0", "\"index\":NaN")),
    ("： (U+FF1A)", |text| replaced(text, "\"index\":", "\"index\"：")),
    ("， (U+FF0C)", |text| replaced(text, ",\"index\"", "，\"index\"")),
    ("U+00A0", |text| replaced(text, "\"index\":", "\"index\":\u{A0}")),
    ("U+000A", |text| replaced(text, "\"title\":\"", "\"title\":\"x\n")),
    ("U+0001", |text| replaced(text, "\"title\":\"", "\"title\":\"x\u{1}")),
    ("is never closed", |text| Some(text[..text.len() - 1].to_owned())),
    ("is never closed", |text| Some(text[..text.find("\"title\":\"")? + 9].to_owned())),
    ("closes nothing", |text| Some(format!("{text}}}"))),
    ("--ndjson", |text| Some(format!("{text}\n{text}"))),
    ("a byte order mark", |text| Some(format!("\u{FEFF}{text}"))),
    ("text in front", |text| Some(format!("request = {text}"))),
];

#[test]
fn good_requests_broken_in_each_way_are_told_how() {
    let mut used = [0; BREAKS.len()];
    let good = support::cases().into_iter().filter(|case| case.file == "valid");
    for case in good {
        let Ok(text) = String::from_utf8(case.body) else { continue };
        let Ok(value) = serde_json::from_str::<serde_json::Value>(&text) else { continue };
        let text = value.to_string();
        for (way, (words, breaks)) in BREAKS.iter().enumerate() {
            let Some(broken) = breaks(&text) else { continue };
            let violation = only_violation(&check_json(broken.as_bytes()), &case.description);
            let message = violation.message(Language::English);
            assert!(message.contains(words), "{}: {message}\nwanted: {words}", case.description);
            used[way] += 1;
        }
    }
    assert!(used.iter().all(|times| *times > 0), "{used:?}");
}

/// An article alone is told as such, but not before it is JSON.
#[test]
fn what_follows_another_document_is_told() {
    let report = weixin_draft::check_json(br#"{"title":"T","content":"c"}}"#);
    let codes: Vec<_> = report.violations().iter().map(|found| found.code).collect();
    assert!(codes.contains(&"invalid_json"), "{codes:?}");
}
