//! A bad and a good example of every rule, from the vectors.

use serde_json::{Map, Value, json};
use weixin_draft::{Applicability, Checker, RULES, Rule, check_json};

use crate::support::{self, Case};

/// Longer pieces of text are cut: a page shows what a mistake looks like, not its size.
const MAX_PIECE: usize = 240;

/// Longer pieces are not compared with others.
const MAX_COMPARED: usize = 2_000;

/// The rules on how a body is spelt, which its values do not show.
const SPELLING: [&str; 3] = ["invalid_json", "duplicate_key", "escaped_body"];

/// The rules whose mistake is that a member is there.
const SUPERFLUOUS: [&str; 3] = ["read_only_field", "field_not_for_type", "no_effect"];

/// What to write instead of the vectors' mistake, where the vectors' good cases are
/// there to come near the rule, and teach nothing.
const GOOD: [(&str, &str); 21] = [
    ("newspic_markup", "周一"),
    ("external_image", "<p>周一</p><img src=\"https://mmbiz.qpic.cn/a/0\">"),
    ("javascript_removed", "<p>x</p>"),
    ("anchor_link", "<p>春[1]</p>"),
    ("preview_link", "<a href=\"https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQr-_12\">x</a>"),
    ("typographic_quotes", "<p style=\"color:red\">x</p>"),
    ("escaped_text", "春季"),
    ("garbled_text", "<p>春天</p>"),
    ("control_character", "春天"),
    ("placeholder_value", "春季菜单"),
    ("markdown_left", "<p>这是 <strong>重点</strong> 。</p>"),
    ("escaped_markup", "<p>春</p>"),
    ("content_is_path", "<p>周一开始供应。</p>"),
    ("local_source_url", "https://example.com/a"),
    ("document_markup", "<p>春</p>"),
    ("outside_link", "<p><a href=\"https://mp.weixin.qq.com/s/AbCdEfGhIjKlMnOpQr-_12\">菜</a></p>"),
    ("removed_position", "<section><p>春</p></section>"),
    ("nested_list", "<ul><li>春<ul><li>夏</li></ul></li></ul>"),
    ("zero_height_text", "<section><p>春</p></section>"),
    ("block_in_leaf", "<section><section><span leaf=\"\">春</span></section></section>"),
    ("deep_nesting", "<section><p>春</p></section>"),
];

/// For each rule, by its code, the piece of a body that breaks it and the same piece of
/// one that does not.
pub(crate) fn rule_examples() -> Map<String, Value> {
    let cases = support::cases();
    RULES.iter().map(|rule| (rule.code.to_owned(), example(rule, &cases))).collect()
}

fn example(rule: &Rule, cases: &[Case]) -> Value {
    if SPELLING.contains(&rule.code) {
        return before_and_after(rule, cases);
    }
    let own = || cases.iter().filter(|case| case.file == rule.code);
    let of_rule = |case: &Case| {
        let found = case.violations.iter().find(|(code, ..)| code == rule.code);
        found.map(|(_, _, path)| path.clone().unwrap_or_default())
    };
    // One that breaks nothing else and says where, if there is one.
    let is_clear = |case: &&Case| {
        case.violations.len() == 1 && of_rule(case).is_some_and(|path| !path.is_empty())
    };
    let bad = own().find(is_clear).or_else(|| own().find(|case| of_rule(case).is_some()));
    let bad = bad.unwrap_or_else(|| panic!("no vector breaks {}", rule.code));
    let path = of_rule(bad).unwrap();
    let bad: Value = serde_json::from_slice(&bad.body).unwrap();
    let (parent, name) = path.rsplit_once('/').unwrap_or_default();
    if SUPERFLUOUS.contains(&rule.code) {
        let mut good = bad.pointer(parent).unwrap().clone();
        good.as_object_mut().unwrap().shift_remove(name);
        return pair(rule, &bad, parent, &good);
    }
    if let Some((_, good)) = GOOD.iter().find(|(code, _)| *code == rule.code) {
        return pair(rule, &bad, &path, &json!(good));
    }
    let others = own().chain(cases.iter().filter(|case| case.file == "valid"));
    let others = others.filter(|case| case.violations.is_empty());
    let others: Vec<Value> =
        others.filter_map(|case| serde_json::from_slice(&case.body).ok()).collect();
    for path in [&*path, parent] {
        let Some(mistake) = bad.pointer(path) else { continue };
        let candidates = others.iter().filter_map(|other| other.pointer(path));
        let candidates = candidates.filter(|good| is_mended(rule, &bad, path, good));
        if let Some(good) = nearest(mistake, candidates) {
            return pair(rule, &bad, path, good);
        }
    }
    panic!("no vector comes near {}", rule.code)
}

/// The example, of which is made sure that it is one.
fn pair(rule: &Rule, body: &Value, path: &str, good: &Value) -> Value {
    assert!(is_mended(rule, body, path, good), "{}: {good}", rule.code);
    let bad = body.pointer(path).unwrap();
    json!({"bad": cut(&member(path, bad)), "good": cut(&member(path, good))})
}

/// Whether a body keeps to a rule once this value is in that place.
fn is_mended(rule: &Rule, body: &Value, path: &str, value: &Value) -> bool {
    let mut body = body.clone();
    *body.pointer_mut(path).unwrap() = value.clone();
    let report = check_json(body.to_string().as_bytes());
    report.violations().iter().all(|violation| violation.code != rule.code)
}

/// The piece of a body with a mistake in its spelling, before and after its fix.
fn before_and_after(rule: &Rule, cases: &[Case]) -> Value {
    let checker = Checker::new();
    for case in cases.iter().filter(|case| case.file == rule.code) {
        let Ok(before) = str::from_utf8(&case.body) else { continue };
        let breaks_it = case.violations.len() == 1 && case.violations[0].0 == rule.code;
        let fixed = checker.fix(before.as_bytes(), Applicability::Unsafe);
        // What is sent is raw UTF-8 in any case.
        let Ok(sent) = checker.prepare(&fixed.body) else { continue };
        if breaks_it && before.starts_with('{') && !before.contains('\n') {
            let (bad, good) = around_the_difference(before, sent.body());
            return json!({"bad": cut(&bad), "good": cut(&good)});
        }
    }
    panic!("no vector of {} is fixed", rule.code)
}

/// What differs in two texts, with a little around it, from the beginning of a member on.
fn around_the_difference(one: &str, other: &str) -> (String, String) {
    const AROUND: usize = 24;
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let shorter = one.len().min(other.len());
    let before = (0..shorter).take_while(|at| one[*at] == other[*at]).count();
    let from_end = |at: &usize| one[one.len() - 1 - at] == other[other.len() - 1 - at];
    let after = (0..shorter - before).take_while(from_end).count();
    let begins_member = |character: &char| matches!(character, ',' | '{');
    let member = one[..before.saturating_sub(AROUND)].iter().rposition(begins_member);
    let begin = member.map_or(0, |at| at + 1);
    let piece = |text: &[char]| {
        let end = (text.len() - after + AROUND).min(text.len());
        let shown: String = text[begin..end].iter().collect();
        let left_out = |is_cut| if is_cut { "…" } else { "" };
        format!("{}{}{}", left_out(begin > 0), shown.trim_end(), left_out(end < text.len()))
    };
    (piece(&one), piece(&other))
}

/// The candidate that differs least.
fn nearest<'a>(mistake: &Value, candidates: impl Iterator<Item = &'a Value>) -> Option<&'a Value> {
    let mistake = mistake.to_string();
    let difference = |other: &&Value| {
        let other = other.to_string();
        match mistake.len().max(other.len()) {
            0..MAX_COMPARED => strsim::levenshtein(&mistake, &other),
            length => length,
        }
    };
    candidates.min_by_key(difference)
}

/// A member with its name, an entry of an array or a whole body without one.
fn member(path: &str, value: &Value) -> String {
    let name = path.rsplit('/').next().unwrap_or_default();
    let has_no_name = name.bytes().all(|byte| byte.is_ascii_digit());
    if has_no_name { value.to_string() } else { format!("{}: {value}", json!(name)) }
}

/// A piece, and its length where it is too long to be shown whole.
fn cut(piece: &str) -> Value {
    let length = piece.chars().count();
    match piece.char_indices().nth(MAX_PIECE) {
        Some((end, _)) => json!({"text": format!("{}…", &piece[..end]), "length": length}),
        None => json!({"text": piece}),
    }
}
