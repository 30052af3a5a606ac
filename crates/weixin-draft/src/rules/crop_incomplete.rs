//! `crop_incomplete`.

use super::{Check, InSchema, Rule, Source};
use crate::read::Request;
use crate::report::{Finding, Level, Notes, Words};

pub(crate) static RULE: Rule = Rule {
    code: "crop_incomplete",
    level: Level::Error,
    movable: true,
    source: Source::Sense,
    summary: Words {
        en: "An entry of crop_percent_list has all of ratio, x1, y1, x2, y2.",
        zh: "crop_percent_list 的每一项都有 ratio、x1、y1、x2、y2。",
    },
    reason: Words {
        en: "All are optional on the vendor's page, but an entry that lacks one has no meaning.",
        zh: "文档没有要求必填，但缺少任何一个，这一项就没有意义。",
    },
    message: Words {
        en: "this entry of crop_percent_list lacks {name}. Add it, or remove the entry.",
        zh: "crop_percent_list 的这一项缺少 {name}。请补上，或删除这一项。",
    },
    in_schema: InSchema::No,
    check: Check::Request(check),
};

fn check(request: &Request<'_>, notes: &mut Notes<'_>) {
    let Some(article) = request.article() else {
        return;
    };
    article.each_crop(|_, crop, path| {
        for (field, value) in [("ratio", &crop.ratio)].into_iter().chain(crop.corners()) {
            if value.is_absent() {
                notes.add(Finding::of(&RULE, crop.end).name(field), &path.name(field));
            }
        }
    });
}
