//! `list_white_space`.

use super::{Checks, ContentToMend, InSchema, Mending, Rule, RuleFix, Sightings, Source};
use crate::html::{Element, ElementName, PieceKind, Tree, TreeNode};
use crate::report::{Applicability, Edit, Level, Words};

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
        en: "white space is between a <ul> or <ol> and its <li>, or between items: it becomes empty points when the draft is opened in the editor. Remove it.",
        zh: "<ul>、<ol> 与 <li> 之间或 <li> 之间有空白，在编辑器中打开草稿时会变成空的列表项。请删除。",
    },
    in_schema: InSchema::No,
    fixes: &[&REMOVAL],
    typed: false,
    checks: Checks { node: Some(check), mend: Some(mend), ..Checks::NONE },
};

static REMOVAL: RuleFix = RuleFix {
    applicability: Applicability::Safe,
    words: Words { en: "remove the white space", zh: "删除这些空白" },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    if follows_white_space(node) {
        sightings.add(&RULE, element);
    }
}

/// Whether it is an item of a list, with white space before it.
fn follows_white_space(node: &TreeNode<'_, '_>) -> bool {
    let is_in_list = node.parent().is_some_and(|parent| parent.name() == ElementName::List);
    node.name() == ElementName::ListItem && is_in_list && node.follows_white_space()
}

fn mend(content: &ContentToMend<'_>) -> Option<Mending> {
    let tree = Tree::of(content.raw)?;
    let mut edits = Vec::new();
    // Since the last tag; comments may be in between.
    let mut white_space = Vec::new();
    content.pieces.each(|piece| match piece.kind {
        PieceKind::Text => white_space.push(piece.range.clone()),
        PieceKind::Start { number, .. } => {
            let is_broken = number < tree.len() && follows_white_space(&tree.node(number));
            let removed = white_space.drain(..).filter(|_| is_broken);
            edits.extend(removed.map(Edit::removal));
        }
        PieceKind::End { .. } => white_space.clear(),
        _ => {}
    });
    Some((&REMOVAL, edits))
}
