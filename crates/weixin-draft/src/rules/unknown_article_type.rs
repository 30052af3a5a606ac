//! `unknown_article_type`.

use super::edits::replace_text;
use super::outer_blank::outer_blank;
use super::unknown_field::NEAR_BUT_FOR;
use super::{ArticleContext, Checks, Finding, Findings, InSchema, Rule, RuleFix, Source};
use crate::json::{Text, name_of_character};
use crate::near_name::near_name;
use crate::report::{Applicability, Edit, Level, Words};
use crate::request::ArticleType;

pub(crate) static RULE: Rule = Rule {
    code: "unknown_article_type",
    level: Level::Error,
    movable: true,
    source: Source::Page,
    summary: Words {
        en: "article_type is news or newspic; left out, it is news.",
        zh: "article_type 只能是 news（图文消息）或 newspic（图片消息），不填则默认为 news。",
    },
    reason: Words {
        en: "Which fields are required depends on it. Rules that depend on the type are not judged while it is unknown.",
        zh: "哪些字段必填取决于文章类型。类型未知时，与类型有关的规则不作检查。",
    },
    message: Words {
        en: "article_type should be news or newspic. Correct it, or leave it out for a news article.",
        zh: "article_type 只能是 news 或 newspic。请改正；图文消息也可不填。",
    },
    in_schema: InSchema::Shape,
    fixes: &[&SPELLING],
    typed: true,
    checks: Checks { article: Some(check), ..Checks::NONE },
};

static DID_YOU_MEAN: Words = Words {
    en: "article_type should be news or newspic. Did you mean {name}?",
    zh: "article_type 只能是 news 或 newspic。是不是想写 {name}？",
};

static SPELLING: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "write it as the page does", zh: "改为文档中的写法" },
};

const TYPES: [&str; 2] = ["news", "newspic"];

fn check(context: &ArticleContext<'_, '_>, findings: &mut Findings<'_>) {
    if let Some(article_type) = context.article.article_type.given()
        && context.article.kind == ArticleType::Unknown
    {
        let finding = Finding::of(&RULE, article_type.range()).limit("news, newspic");
        let given = article_type.decode();
        let odd = given.chars().position(|character| !character.is_ascii_graphic());
        let finding = match (near_name(&given, TYPES.into_iter()), odd) {
            (Some(near), Some(at)) if given.starts_with(|first: char| first.is_ascii()) => {
                let words = outer_blank(&given, at).unwrap_or(&NEAR_BUT_FOR);
                let odd = given.chars().nth(at).map_or(String::new(), name_of_character);
                finding.words(words).name(near).found(odd)
            }
            (Some(near), _) => finding.words(&DID_YOU_MEAN).name(near),
            (None, _) => finding,
        };
        let finding = finding.fix(&SPELLING, spelled(article_type));
        context.add(finding, "article_type", findings);
    }
}

/// `newsPic`, `NEWS`, `news ` and the like, as the page spells them.
fn spelled(article_type: &Text<'_>) -> Vec<Edit> {
    let letters = |text: &str| {
        let letters = text.chars().filter(char::is_ascii_alphabetic);
        letters.map(|letter| letter.to_ascii_lowercase()).collect::<String>()
    };
    let given = article_type.decode();
    let is_separator = |letter: char| letter.is_whitespace() || matches!(letter, '_' | '-');
    let is_plain = given.chars().all(|letter| letter.is_ascii_alphabetic() || is_separator(letter));
    let meant = TYPES.into_iter().find(|known| is_plain && letters(&given) == *known);
    meant.map_or(Vec::new(), |known| replace_text(article_type, known))
}
