//! `deep_nesting`.

use std::collections::HashSet;

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Tree, TreeNode};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "deep_nesting",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words {
        en: "Elements are nested fewer than 15 levels deep, as far as layers say nothing new.",
        zh: "元素嵌套不超过 14 层，除非每一层都有新的样式。",
    },
    reason: Words {
        en: "The vendor's editor takes such layers out and complains of them (section 2.1). Its name and its styles are there already.",
        zh: "公众号编辑器会去除多余的层级并提示不规范（2.1）。其名称和样式都已出现过。",
    },
    message: Words {
        en: "elements are nested 15 levels deep or more, with layers that change nothing, and the vendor's editor complains of it. Take out layers that repeat the styles around them.",
        zh: "元素嵌套达到 15 层，其中有不起作用的层级，公众号编辑器会提示不规范。请去掉样式重复的外层。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { tree: Some(check), ..Checks::NONE },
};

/// The content's own level is 1.
const DEEP: usize = 15;

/// How many layers above a deep element are looked at.
const LAYERS: usize = 13;

fn check(tree: &Tree<'_>, sightings: &mut Sightings<'_>) {
    let mut layers: Option<(usize, Layers)> = None;
    for node in tree.nodes_at_level(DEEP) {
        let Some(parent) = node.parent() else {
            return;
        };
        // What is above is the same for all that are inside one element.
        let known = layers.take().filter(|(above, _)| *above == parent.position());
        let (_, above) =
            layers.insert(known.unwrap_or_else(|| (parent.position(), Layers::above(node))));
        if above.is_needless || is_needless_inside(node, above) {
            return sightings.add(&RULE, &node.element());
        }
    }
}

/// What the layers above a deep element say.
#[derive(Default)]
struct Layers {
    names: HashSet<String>,
    declarations: HashSet<String>,
    /// One of them says nothing new.
    is_needless: bool,
}

impl Layers {
    fn above(start: TreeNode<'_, '_>) -> Self {
        let mut layers = Layers::default();
        let mut current = start;
        for _ in 0..LAYERS {
            let Some(parent) = current.parent() else {
                break;
            };
            // The content itself is around what is outermost.
            let siblings = match parent.parent() {
                Some(grandparent) => grandparent.child_count(),
                None => parent.tree().outermost_count(),
            };
            if siblings != 1 {
                break;
            }
            let name = name_of(parent);
            if layers.names.insert(name.clone()) || layers.takes(&style_of(parent)) {
                current = parent;
            } else if is_protected(&name) {
                break;
            } else {
                layers.is_needless = true;
                break;
            }
        }
        layers
    }

    /// Puts the declarations of a style down; whether one of them is new.
    fn takes(&mut self, style: &str) -> bool {
        let mut is_new = false;
        for declaration in style.split(';') {
            is_new |= self.declarations.insert(declaration.to_owned());
        }
        is_new
    }
}

/// Whether a layer inside a deep element says nothing new.
fn is_needless_inside(start: TreeNode<'_, '_>, above: &Layers) -> bool {
    let mut names = HashSet::new();
    let mut declarations = HashSet::new();
    let mut knows_above = true;
    let mut waiting = vec![(start, false)];
    while let Some((node, is_marked)) = waiting.pop() {
        if is_marked {
            names.clear();
            declarations.clear();
            knows_above = false;
        }
        if node.child_count() != 1 {
            push_children(node, &mut waiting);
            continue;
        }
        let Some(child) = node.children().next() else {
            continue;
        };
        let only = child.children().next().filter(|_| child.child_count() == 1);
        match only {
            None => push_children(child, &mut waiting),
            Some(only) if only.child_count() == 0 => {}
            Some(_) => {
                let name = name_of(child);
                let is_known_name = knows_above && above.names.contains(&name);
                let is_new = !is_known_name && names.insert(name.clone())
                    || style_of(child).split(';').fold(false, |is_new, declaration| {
                        let is_known = above.declarations.contains(declaration)
                            || !declarations.insert(declaration.to_owned());
                        !is_known || is_new
                    });
                if is_new {
                    waiting.push((child, false));
                } else if !is_protected(&name) {
                    return true;
                }
            }
        }
    }
    false
}

/// The children wait, the first in front.
fn push_children<'t, 'a>(node: TreeNode<'t, 'a>, waiting: &mut Vec<(TreeNode<'t, 'a>, bool)>) {
    let from = waiting.len();
    waiting.extend(node.children().map(|child| (child, true)));
    waiting[from..].reverse();
}

fn name_of(node: TreeNode<'_, '_>) -> String {
    node.element().short_name()
}

fn style_of(node: TreeNode<'_, '_>) -> String {
    let style = node.element().attribute(AttributeName::Style);
    style.map(|style| style.decode().into_owned()).unwrap_or_default()
}

/// Whether an element is never taken out.
fn is_protected(name: &str) -> bool {
    const PARTS: [&str; 11] = [
        "iframe",
        "video",
        "audio",
        "cps",
        "mp",
        "img",
        "animatetransform",
        "hr",
        "path",
        "br",
        "svg",
    ];
    matches!(name, "g" | "a") || PARTS.iter().any(|part| name.contains(part))
}
