//! `touch_only_animation`.

use super::{Checks, InSchema, Rule, RuleFix, Sightings, Source};
use crate::html::{AttributeName, Element, ElementName, TreeNode};
use crate::report::{Applicability, Edit, Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "touch_only_animation",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "An animation that begins with touchstart begins with click, too.",
        zh: "以 touchstart 开始的动画也能以 click 开始。",
    },
    reason: Words {
        en: "On a computer nothing is touched, so the animation never begins; the vendor's editor complains of it (section 1.7).",
        zh: "电脑上没有触摸操作，动画不会开始，公众号编辑器会提示不规范（1.7）。",
    },
    message: Words {
        en: "an animation begins with touchstart alone, so it never begins on a computer, and the vendor's editor complains of it. Let it begin with click, or with both.",
        zh: "有动画只以 touchstart 开始，在电脑上不会播放，公众号编辑器会提示不规范。请改用 click，或两者都写。",
    },
    in_schema: InSchema::No,
    fixes: &[&CLICK],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

static CLICK: RuleFix = RuleFix {
    applicability: Applicability::Unsafe,
    words: Words {
        en: "begin on a click too; a phone may fire both",
        zh: "点击时也开始；手机上两者可能都会触发",
    },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(begin) = element.find(AttributeName::Begin) else {
        return;
    };
    let value = begin.value.decode();
    let is_touch_only = has_word(&value, "touchstart") && !has_word(&value, "click");
    if element.name == ElementName::Animation && is_touch_only && node.is_in_paragraph() {
        sightings.add_found(&RULE, element, begin.range(), None, None);
        let end = begin.raw_range(&(value.len()..value.len()));
        sightings.mend(&RULE, &CLICK, end.map(|end| Edit::new(end, ";click")));
    }
}

/// Whether a word is in a text that is no part of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let is_part = |character: char| character.is_ascii_alphanumeric() || character == '_';
    text.match_indices(word).any(|(at, _)| {
        !text[..at].ends_with(is_part) && !text[at + word.len()..].starts_with(is_part)
    })
}
