//! The elements of a content as a tree, for the rules that ask for more than one element.

use super::attribute::AttributeName;
use super::character_reference::{Decoded, Place};
use super::element::{Element, ElementName};
use super::markup::read_markup;
use super::units::is_white_space;
use super::walker::{Step, Walker};
use crate::json::Characters;

/// The elements of a content in the order of their start tags.
pub(crate) struct Tree<'a> {
    raw: &'a [u8],
    nodes: Vec<Node>,
}

/// An element. Offsets are in bytes of the JSON string; whatever else there is to know is
/// read from there when it is asked for, so that a tree takes little more memory than
/// its text.
#[derive(Clone, Copy)]
struct Node {
    start: u32,
    /// The position of the parent; its own for what is outermost.
    parent: u32,
    /// The position after the last element inside.
    end: u32,
    children: u32,
    name: ElementName,
    facts: u16,
}

/// There is text inside that can be seen.
const HAS_TEXT: u16 = 1;
/// There is text inside that is not white space; no-break spaces and the like are.
const HAS_CHARACTERS: u16 = 2;
/// White space and nothing else is between it and what is before it.
const FOLLOWS_WHITE_SPACE: u16 = 4;
/// A direct child is a block in the sense of the vendor's specification.
const HOLDS_BLOCK: u16 = 8;
/// It is a `span` of the vendor's editor for text.
const IS_LEAF: u16 = 64;
/// It is inside one.
const IN_LEAF: u16 = 128;
/// It is an `svg` or inside one, or inside what is marked as one.
const IN_SVG: u16 = 256;
/// A direct child is another element than a line break.
const HOLDS_OTHER: u16 = 32;
/// It is a wrapper around paragraphs, and so is all that is around it.
const WRAPPER: u16 = 16;

impl<'a> Tree<'a> {
    /// Of a content's raw text; `None` of one too large for its offsets.
    pub(crate) fn of(raw: &'a [u8]) -> Option<Self> {
        u32::try_from(raw.len()).ok()?;
        let mut builder = Builder {
            tree: Tree { raw, nodes: Vec::with_capacity(memchr::memchr_iter(b'<', raw).count()) },
            open: Vec::new(),
            between: Between::Nothing,
        };
        let mut walker = Walker::new(raw);
        let mut element = Element { keeps_all: true, ..Element::default() };
        let mut text = 0;
        while let Some(step) = walker.step(&mut element) {
            builder.text(raw.get(text..element.range().start).unwrap_or_default());
            match step {
                Step::Start => builder.start(&element, walker.open.depth()),
                Step::End => builder.end(walker.open.depth()),
                Step::Other => {}
            }
            // After whatever is no markup, such as the text of a style sheet.
            text = walker.offset();
        }
        builder.text(raw.get(text..).unwrap_or_default());
        builder.close_to(0);
        builder.tree.mark_wrappers();
        Some(builder.tree)
    }

    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(crate) fn node(&self, position: usize) -> TreeNode<'_, 'a> {
        TreeNode { tree: self, position }
    }

    /// How many elements are in none.
    pub(crate) fn outermost_count(&self) -> usize {
        let first = (!self.nodes.is_empty()).then_some(0);
        let next = |position: &usize| {
            Some(self.nodes[*position].end as usize).filter(|next| *next < self.nodes.len())
        };
        std::iter::successors(first, next).count()
    }

    /// The elements of a level, in order; the content's own is 1.
    pub(crate) fn nodes_at_level(&self, level: usize) -> impl Iterator<Item = TreeNode<'_, 'a>> {
        let mut ends: Vec<u32> = Vec::new();
        self.nodes.iter().enumerate().filter_map(move |(position, node)| {
            while ends.last().is_some_and(|end| *end as usize <= position) {
                ends.pop();
            }
            ends.push(node.end);
            (ends.len() + 1 == level).then(|| self.node(position))
        })
    }

    fn facts(&self, position: usize, fact: u16) -> bool {
        self.nodes[position].facts & fact != 0
    }

    /// Says of each element whether it is a wrapper.
    fn mark_wrappers(&mut self) {
        for position in 0..self.nodes.len() {
            let node = self.nodes[position];
            let parent = node.parent as usize;
            let is_around = parent == position || self.facts(parent, WRAPPER);
            let is_wrapper = is_around
                && node.facts & HOLDS_BLOCK != 0
                && node.name != ElementName::Blockquote
                && !self.node(position).is_container();
            self.nodes[position].facts |= if is_wrapper { WRAPPER } else { 0 };
        }
    }
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(crate) struct TreeNode<'t, 'a> {
    tree: &'t Tree<'a>,
    position: usize,
}

impl<'t, 'a> TreeNode<'t, 'a> {
    fn node(self) -> Node {
        self.tree.nodes[self.position]
    }

    pub(crate) fn tree(self) -> &'t Tree<'a> {
        self.tree
    }

    pub(crate) fn position(self) -> usize {
        self.position
    }

    pub(crate) fn name(self) -> ElementName {
        self.node().name
    }

    pub(crate) fn parent(self) -> Option<Self> {
        let parent = self.node().parent as usize;
        (parent != self.position).then(|| self.tree.node(parent))
    }

    /// How many elements are directly inside.
    pub(crate) fn child_count(self) -> usize {
        self.node().children as usize
    }

    /// The elements directly inside, in order.
    pub(crate) fn children(self) -> impl Iterator<Item = Self> {
        let end = self.node().end as usize;
        let tree = self.tree;
        let first = Some(self.position + 1).filter(|first| *first < end);
        std::iter::successors(first, move |position| {
            Some(tree.nodes[*position].end as usize).filter(|next| *next < end)
        })
        .map(move |position| tree.node(position))
    }

    /// The elements around it, from the inside to the outside.
    pub(crate) fn around(self) -> impl Iterator<Item = Self> {
        std::iter::successors(self.parent(), |node| node.parent())
    }

    /// Its start tag with every attribute that has a name of its own.
    pub(crate) fn element(self) -> Element<'a> {
        let mut element = Element { keeps_all: true, ..Element::default() };
        let start = self.node().start as usize;
        let units = super::units::Units { raw: self.tree.raw };
        if let Some((_, next)) = units.at(start) {
            let _ = read_markup(units, start, next, &mut element);
        }
        element
    }

    /// Whether text can be seen in it; white space, no-break spaces and spaces without
    /// width cannot.
    pub(crate) fn has_visible_text(self) -> bool {
        self.tree.facts(self.position, HAS_TEXT)
    }

    /// Whether it is inside a `span` of the vendor's editor for text.
    pub(crate) fn is_in_leaf(self) -> bool {
        self.tree.facts(self.position, IN_LEAF)
    }

    /// Whether it is an `svg` or inside one, or inside what is marked as one.
    pub(crate) fn is_in_svg(self) -> bool {
        self.tree.facts(self.position, IN_SVG)
    }

    /// Whether white space and nothing else is between it and what is before it.
    pub(crate) fn follows_white_space(self) -> bool {
        self.tree.facts(self.position, FOLLOWS_WHITE_SPACE)
    }

    /// Whether it is a paragraph in the sense of the vendor's specification, or inside one,
    /// and the paragraph is not empty.
    pub(crate) fn is_in_paragraph(self) -> bool {
        if self.tree.facts(self.position, WRAPPER) {
            return false;
        }
        let is_wrapper = |node: &Self| node.tree.facts(node.position, WRAPPER);
        let paragraph = self.around().take_while(|node| !is_wrapper(node)).last().unwrap_or(self);
        !paragraph.is_empty()
    }

    /// Whether it holds nothing but white space and line breaks, which may be inside one
    /// `span` of the vendor's editor.
    pub(crate) fn is_empty(self) -> bool {
        if self.tree.facts(self.position, HAS_CHARACTERS) {
            return false;
        }
        if !self.tree.facts(self.position, HOLDS_OTHER) {
            return !is_replaced(self.name());
        }
        let only = self.children().next().filter(|_| self.child_count() == 1);
        only.is_some_and(|span| {
            span.name() == ElementName::Span
                && !span.tree.facts(span.position, HOLDS_OTHER)
                && span.tree.facts(span.position, IS_LEAF)
        })
    }

    /// Whether it is one of the containers that count as a paragraph.
    fn is_container(self) -> bool {
        let classes = self.element().attribute(AttributeName::Class);
        classes.is_some_and(|classes| {
            classes
                .decode()
                .split_ascii_whitespace()
                .any(|class| matches!(class, "js_product_container" | "js_blockquote_wrap"))
        })
    }
}

/// An image or the like is there without anything inside.
fn is_replaced(name: ElementName) -> bool {
    matches!(name, ElementName::Image | ElementName::SvgImage | ElementName::Input)
}

/// What is between two elements.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    WhiteSpace,
    Text,
}

struct Builder<'a> {
    tree: Tree<'a>,
    /// For each depth, the element that is open there.
    open: Vec<u32>,
    between: Between,
}

impl Builder<'_> {
    fn text(&mut self, raw: &[u8]) {
        if raw.is_empty() {
            return;
        }
        let mut facts = 0;
        let mut is_white = true;
        for character in Decoded::new(Characters::of(raw), Place::Text) {
            is_white &= u8::try_from(character).is_ok_and(is_white_space);
            if !character.is_whitespace() && character != '\u{feff}' {
                facts |= HAS_CHARACTERS;
                if character != '\u{200b}' {
                    facts |= HAS_TEXT;
                    break;
                }
            }
        }
        let is_white = is_white && facts == 0;
        self.between = match self.between {
            Between::Nothing | Between::WhiteSpace if is_white => Between::WhiteSpace,
            _ => Between::Text,
        };
        if facts != 0
            && let Some(open) = self.open.last()
        {
            self.tree.nodes[*open as usize].facts |= facts;
        }
    }

    /// Takes a start tag after which `depth` elements are open.
    fn start(&mut self, element: &Element<'_>, depth: usize) {
        self.close_to(if element.is_open { depth - 1 } else { depth });
        let position = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
        let parent = self.open.last().copied().unwrap_or(position);
        let mut facts = match self.open.last() {
            Some(parent) => inherited(self.tree.nodes[*parent as usize].facts),
            None => 0,
        };
        if self.between == Between::WhiteSpace {
            facts |= FOLLOWS_WHITE_SPACE;
        }
        if element.name == ElementName::Span && element.is_leaf {
            facts |= IS_LEAF;
        }
        let mode = element.attribute(AttributeName::DataMode);
        if element.is_svg() || mode.is_some_and(|mode| mode.decode() == "svg") {
            facts |= IN_SVG;
        }
        self.tree.nodes.push(Node {
            start: u32::try_from(element.range().start).unwrap_or(u32::MAX),
            parent,
            end: position + 1,
            children: 0,
            name: element.name,
            facts,
        });
        if parent != position {
            let parent = &mut self.tree.nodes[parent as usize];
            parent.children += 1;
            parent.facts |= if wraps(element.name) { HOLDS_BLOCK } else { 0 };
            parent.facts |= if element.name == ElementName::LineBreak { 0 } else { HOLDS_OTHER };
        }
        self.between = Between::Nothing;
        if element.is_open {
            self.open.push(position);
        }
    }

    fn end(&mut self, depth: usize) {
        self.close_to(depth);
        self.between = Between::Nothing;
    }

    /// Closes what is open beyond a depth.
    fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth
            && let Some(closed) = self.open.pop()
        {
            let end = u32::try_from(self.tree.nodes.len()).unwrap_or(u32::MAX);
            let node = &mut self.tree.nodes[closed as usize];
            node.end = end;
            let facts = node.facts & (HAS_TEXT | HAS_CHARACTERS);
            if let Some(parent) = self.open.last() {
                self.tree.nodes[*parent as usize].facts |= facts;
            }
        }
    }
}

/// What an element hands on to those inside.
fn inherited(facts: u16) -> u16 {
    let in_leaf = if facts & IS_LEAF != 0 { IN_LEAF } else { 0 };
    in_leaf | facts & (IN_LEAF | IN_SVG)
}

/// Whether an element makes its parent a wrapper.
fn wraps(name: ElementName) -> bool {
    matches!(
        name,
        ElementName::Paragraph
            | ElementName::Division
            | ElementName::Section
            | ElementName::ListItem
            | ElementName::Heading
            | ElementName::Table
    )
}
