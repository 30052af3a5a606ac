//! `index_out_of_range`.

use serde_json::json;

use super::{Checks, Finding, Findings, InSchema, Keyword, Rule, Source};
use crate::json::{Integral, Pointer};
use crate::report::{Level, Words};
use crate::request::Request;

/// The largest index that can be sent; a draft holds far fewer articles.
const MAX_INDEX: i64 = u32::MAX as i64;

pub(crate) static RULE: Rule = Rule {
    code: "index_out_of_range",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "index is from 0 to 4,294,967,295; the first article of a draft is 0.",
        zh: "index 取值 0 到 4,294,967,295，草稿的第一篇文章是 0。",
    },
    reason: Words {
        en: "The server answers 40114 to an index outside the draft.",
        zh: "index 不在草稿范围内时服务器返回 40114。",
    },
    message: Words {
        en: "index is {found}, and should be from 0 to {limit}. Count the draft's articles from 0.",
        zh: "index 为 {found}，应在 0 到 {limit} 之间。草稿中的文章从 0 开始计数。",
    },
    in_schema: InSchema::Keywords(&[
        Keyword { fields: INDEX, name: "minimum", value: || json!(0) },
        Keyword { fields: INDEX, name: "maximum", value: || json!(MAX_INDEX) },
    ]),
    fixes: &[],
    typed: true,
    checks: Checks { request: Some(check), ..Checks::NONE },
};

const INDEX: &[(&str, &str)] = &[("DraftUpdate", "index")];

fn check(request: &Request<'_>, findings: &mut Findings<'_>) {
    let Some(index) = request.index.given() else {
        return;
    };
    let integral = index.integral();
    if matches!(integral, Integral::Small(0..=MAX_INDEX)) {
        return;
    }
    let finding = Finding::of(&RULE, index.range()).limit(MAX_INDEX);
    let finding = match integral {
        Integral::Small(value) => finding.found(value),
        Integral::Huge | Integral::No => finding.found(index.shortened()),
    };
    findings.add(finding, &Pointer::ROOT.name("index"));
}
