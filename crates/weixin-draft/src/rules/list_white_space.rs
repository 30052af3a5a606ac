//! `list_white_space`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, ElementName, TreeNode};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "list_white_space",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "No white space is between a list and its items, or between items.",
        zh: "列表与列表项之间、列表项之间没有空白。",
    },
    reason: Words {
        en: "The vendor's editor makes empty points of it when the draft is opened.",
        zh: "在编辑器中打开草稿时，这些空白会变成空的列表项。",
    },
    message: Words {
        en: "white space is between a <ul> or <ol> and its <li>, or between items: it becomes empty points when the draft is opened in the editor. Remove line breaks and blanks there.",
        zh: "<ul>、<ol> 与 <li> 之间或 <li> 之间有空白，在编辑器中打开草稿时会变成空的列表项。请删除这些换行和空格。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_in_list = node.parent().is_some_and(|parent| parent.name() == ElementName::List);
    if node.name() == ElementName::ListItem && is_in_list && node.follows_white_space() {
        sightings.add(&RULE, element);
    }
}
