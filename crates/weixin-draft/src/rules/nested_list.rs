//! `nested_list`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{Element, ElementName, TreeNode};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "nested_list",
    level: Level::Warning,
    movable: true,
    source: Source::Seen,
    summary: Words {
        en: "A list inside a list is inside one of its items.",
        zh: "嵌套的列表放在列表项（<li>）内。",
    },
    reason: Words {
        en: "Directly inside <ul> or <ol> it is shown with an extra point.",
        zh: "直接放在 <ul> 或 <ol> 下会多出一个列表项。",
    },
    message: Words {
        en: "a <ul> or <ol> is directly inside another one, which shows an extra point. Put it into the <li> before it.",
        zh: "<ul> 或 <ol> 直接放在另一个列表下，会多出一个列表项。请放进前一个 <li> 内。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let is_list = |name| name == ElementName::List;
    if is_list(node.name()) && node.parent().is_some_and(|parent| is_list(parent.name())) {
        sightings.add(&RULE, element);
    }
}
