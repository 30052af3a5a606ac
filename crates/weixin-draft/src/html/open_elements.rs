//! The elements that are open, as a browser's tree builder keeps them.

use smallvec::SmallVec;

use super::element::{Element, ElementName};
use super::names::{
    breaks_out, closes_paragraph, is_one_of, is_special, is_special_name, same_name,
};

/// Browsers do not nest deeper; what would be deeper is put beside what is deepest.
pub(super) const MAX_DEPTH: usize = 512;

/// The elements that are open.
#[derive(Default)]
pub(super) struct OpenElements<'a> {
    /// The content's raw text.
    pub(super) raw: &'a [u8],
    pub(super) open: SmallVec<[Open<'a>; 32]>,
    /// How many of them are of `svg` or `math`.
    foreign: usize,
    /// How many are `p`.
    paragraphs: usize,
    /// How many are `code` or `pre`.
    code: usize,
    /// How many were opened anew, without a tag.
    pub(super) anew: usize,
    /// Formatting elements that ended with what was around them and are to be opened anew.
    pub(super) lost: Vec<Open<'a>>,
}

#[derive(Clone, Copy)]
pub(super) struct Open<'a> {
    pub(super) name: ElementName,
    pub(super) space: Space,
    /// A formatting element that is opened anew if it ends with what is around it.
    pub(super) is_active: bool,
    pub(super) is_anew: bool,
    pub(super) raw_name: &'a [u8],
    /// The bytes of its tag in the content's raw text.
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What an element belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Space {
    Html,
    Svg,
    Math,
    /// It belongs to `svg` or `math`, and HTML is inside, as in `foreignObject`.
    Integration,
}

impl<'a> OpenElements<'a> {
    pub(super) fn new(raw: &'a [u8]) -> Self {
        OpenElements { raw, ..OpenElements::default() }
    }

    /// How many elements with a tag of their own are open.
    pub(super) fn depth(&self) -> usize {
        self.open.len() - self.anew
    }

    /// Whether markup is read as inside `svg` or `math`, where CDATA sections are.
    #[inline]
    pub(super) fn is_foreign(&self) -> bool {
        self.foreign > 0 && self.open.last().is_some_and(|open| open.space != Space::Html)
    }

    pub(super) fn is_in_code(&self) -> bool {
        self.code > 0
    }

    /// Whether what is open is hidden: `script` or `style` of an `svg`.
    pub(super) fn is_hidden(&self) -> bool {
        self.is_foreign()
            && self
                .open
                .last()
                .is_some_and(|open| matches!(open.name, ElementName::Script | ElementName::Style))
    }

    /// Takes a start tag; whether it is one of HTML is said in the element.
    #[inline]
    pub(super) fn start(&mut self, element: &mut Element<'a>) {
        element.is_foreign = self.foreign > 0 && self.start_is_foreign(element);
        if !element.is_foreign {
            element.is_open = self.start_html(element);
        }
    }

    #[inline]
    fn start_html(&mut self, element: &Element<'a>) -> bool {
        if self.paragraphs > 0 && closes_paragraph(element) {
            self.close_paragraph();
        }
        if element.name.is_formatting() {
            self.start_formatting(element);
            return true;
        }
        self.reopen_before(element);
        let space = match element.name {
            name if name.is_void() => return false,
            // `image` is read as `img`.
            ElementName::SvgImage if is_one_of(element.raw_name, &["image"]) => return false,
            ElementName::Foreign if element.self_closing => return false,
            ElementName::Foreign => foreign_root(element),
            ElementName::ListItem => {
                self.close_list_item();
                Space::Html
            }
            _ => Space::Html,
        };
        self.push(element, space);
        true
    }

    #[inline]
    pub(super) fn push(&mut self, element: &Element<'a>, space: Space) {
        if self.open.len() == MAX_DEPTH {
            self.pop();
        }
        self.push_open(Open {
            name: element.name,
            space,
            is_active: false,
            is_anew: false,
            raw_name: element.raw_name,
            start: element.start,
            end: element.end,
        });
    }

    #[inline]
    pub(super) fn push_open(&mut self, open: Open<'a>) {
        match open.name {
            ElementName::Paragraph => self.paragraphs += 1,
            ElementName::Code | ElementName::Pre => self.code += 1,
            _ => {}
        }
        self.foreign += usize::from(open.space != Space::Html);
        self.anew += usize::from(open.is_anew);
        self.open.push(open);
    }

    #[inline]
    pub(super) fn pop(&mut self) {
        if let Some(open) = self.open.pop() {
            self.forget(&open);
        }
    }

    /// Takes an element that is open no more out of what is counted.
    #[inline]
    pub(super) fn forget(&mut self, open: &Open<'_>) {
        match open.name {
            ElementName::Paragraph => self.paragraphs -= 1,
            ElementName::Code | ElementName::Pre => self.code -= 1,
            _ => {}
        }
        self.foreign -= usize::from(open.space != Space::Html);
        self.anew -= usize::from(open.is_anew);
    }

    pub(super) fn truncate(&mut self, depth: usize) {
        if !self.lost.is_empty() || self.open[depth..].iter().any(|open| open.is_active) {
            self.lose(depth);
        }
        while self.open.len() > depth {
            self.pop();
        }
    }

    /// A start tag inside `svg` or `math`: whether it opens an element of theirs.
    #[inline(never)]
    fn start_is_foreign(&mut self, element: &mut Element<'a>) -> bool {
        let space = match self.open.last().map(|open| open.space) {
            None | Some(Space::Html | Space::Integration) => return false,
            Some(space) => space,
        };
        if breaks_out(element) {
            self.leave_foreign();
            return false;
        }
        element.is_open = !element.self_closing;
        if element.is_open {
            let is_point = is_integration_point(space, element);
            let space = if is_point { Space::Integration } else { space };
            self.push(element, space);
        }
        true
    }

    fn leave_foreign(&mut self) {
        while let Some(Space::Svg | Space::Math) = self.open.last().map(|open| open.space) {
            self.pop();
        }
    }

    /// Takes the end tag of what was opened last, written in the same way: where it ends.
    #[inline]
    pub(super) fn usual_end(&mut self, start: usize, element: &mut Element<'a>) -> Option<usize> {
        let rest = self.raw.get(start..)?.strip_prefix(b"</")?;
        let last = self.open.last()?;
        let name = last.raw_name;
        let is_same = rest.get(name.len()) == Some(&b'>') && starts_with(rest, name);
        if !is_same || last.space != Space::Html || !self.lost.is_empty() {
            return None;
        }
        element.name = last.name;
        element.raw_name = name;
        element.start = start;
        element.end = start + name.len() + b"</>".len();
        element.attributes.clear();
        self.pop();
        Some(element.end)
    }

    /// Takes an end tag.
    #[inline(never)]
    pub(super) fn end(&mut self, element: &Element<'a>) {
        let is_foreign = self.open.last().is_some_and(|open| open.space != Space::Html);
        if is_foreign && is_one_of(element.raw_name, &["p", "br"]) {
            self.leave_foreign();
        } else if is_foreign {
            for depth in (0..self.open.len()).rev() {
                let open = &self.open[depth];
                if open.space == Space::Html {
                    break;
                }
                if same_name(open.raw_name, element.raw_name) {
                    return self.truncate(depth);
                }
            }
        }
        // It is read as `<br>`.
        if element.name == ElementName::LineBreak {
            return self.text();
        }
        if element.name.is_formatting() && self.end_formatting(element.raw_name) {
            return;
        }
        let is_blocked_by_special = !is_special(element);
        for depth in (0..self.open.len()).rev() {
            let open = self.open[depth];
            let is_html = open.space == Space::Html;
            let is_same = match element.name {
                // The end tag of any heading ends whichever is open.
                ElementName::Heading => open.name == ElementName::Heading,
                _ => same_name(open.raw_name, element.raw_name),
            };
            if is_html && is_same {
                return self.truncate(depth);
            }
            let ends = if is_blocked_by_special {
                open.space == Space::Integration || is_html && is_special_name(open.raw_name)
            } else {
                open.ends_scope()
            };
            if ends {
                return;
            }
        }
    }

    /// A block closes the `p` that is open.
    #[inline(never)]
    fn close_paragraph(&mut self) {
        for depth in (0..self.open.len()).rev() {
            let open = self.open[depth];
            if open.space == Space::Html && open.name == ElementName::Paragraph {
                return self.truncate(depth);
            }
            let is_button = same_name(open.raw_name, b"button");
            if open.space == Space::Integration || is_scope(open.raw_name) || is_button {
                return;
            }
        }
    }

    /// A list item closes the one before it.
    fn close_list_item(&mut self) {
        for depth in (0..self.open.len()).rev() {
            let open = self.open[depth];
            match open.name {
                ElementName::ListItem => return self.truncate(depth),
                ElementName::Paragraph | ElementName::Division => {}
                _ if open.space == Space::Integration || is_special_name(open.raw_name) => return,
                _ => {}
            }
        }
    }
}

/// Whether a text begins with a name, which is short.
#[inline]
fn starts_with(text: &[u8], name: &[u8]) -> bool {
    text.iter().zip(name).all(|(one, other)| one == other)
}

fn foreign_root(element: &Element<'_>) -> Space {
    if same_name(element.raw_name, b"svg") { Space::Svg } else { Space::Math }
}

/// Whether HTML is inside an element of `svg` or `math`.
fn is_integration_point(space: Space, element: &Element<'_>) -> bool {
    match space {
        Space::Svg => is_one_of(element.raw_name, &["foreignobject", "desc", "title"]),
        _ => is_one_of(element.raw_name, &["mi", "mo", "mn", "ms", "mtext"]),
    }
}

/// Elements that end the search for an open one.
pub(super) fn is_scope(raw_name: &[u8]) -> bool {
    let names = ["table", "td", "th", "caption", "marquee", "object", "applet", "template", "html"];
    is_one_of(raw_name, &names)
}
