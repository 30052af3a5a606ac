//! Formatting elements such as `b`, which go on after what they are in has ended.
//!
//! HTML's standard keeps them in a "list of active formatting elements". Here, those of
//! the list that are open are marked among the open elements, in the same order, and those
//! that ended with what was around them come after these: they are opened anew before the
//! next text or element that may be inside. All of this is done where tags are misnested
//! alone, but for a mark on each formatting element.

use super::element::{Element, ElementName};
use super::names::{is_one_of, is_special_name, reopens_formatting, same_name};
use super::open_elements::{MAX_DEPTH, Open, OpenElements, Space, is_scope};
use crate::json::Characters;

/// How many elements are opened anew at once. Browsers have no limit of their own, and only
/// contents made to take their time come near.
const MAX_ANEW: usize = 64;

impl<'a> OpenElements<'a> {
    /// Opens a formatting element.
    #[inline(never)]
    pub(super) fn start_formatting(&mut self, element: &Element<'a>) {
        // These cannot be in each other.
        let ends_other = match element.name {
            ElementName::Anchor => true,
            _ => is_one_of(element.raw_name, &["nobr"]),
        };
        if ends_other {
            self.end_formatting(element.raw_name);
            // A link that could not end is none any more.
            if element.name == ElementName::Anchor
                && let Some(depth) = self.active(element.raw_name)
            {
                let open = self.open.remove(depth);
                self.forget(&open);
            }
        }
        self.reopen_lost();
        self.limit_active(element);
        self.push(element, Space::Html);
        if let Some(last) = self.open.last_mut() {
            last.is_active = true;
        }
    }

    /// Of elements written in the same way, only three are active. Browsers have no limit
    /// for all together; ours keeps the work for each tag small.
    fn limit_active(&mut self, element: &Element<'a>) {
        const MAX_SAME: usize = 3;
        const MAX_ACTIVE: usize = 32;
        let is_named =
            |open: &Open<'_>| open.is_active && same_name(open.raw_name, element.raw_name);
        let since = self.last_marker();
        if self.open[since..].iter().filter(|open| open.is_active).count() < MAX_SAME {
            return;
        }
        let mut active = (since..self.open.len()).rev().filter(|depth| self.open[*depth].is_active);
        if let Some(depth) = active.nth(MAX_ACTIVE - 1) {
            self.open[depth].is_active = false;
        }
        let tag = |start, end| Characters::of(self.raw.get(start..end).unwrap_or_default());
        let is_same = |open: &Open<'_>| {
            is_named(open) && tag(open.start, open.end).eq(tag(element.start, element.end))
        };
        let mut same = (since..self.open.len()).rev().filter(|depth| is_same(&self.open[*depth]));
        if let Some(depth) = same.nth(MAX_SAME - 1) {
            self.open[depth].is_active = false;
        }
    }

    /// The elements from a depth on end: the active ones among them are lost until they are
    /// opened anew.
    #[inline(never)]
    pub(super) fn lose(&mut self, depth: usize) {
        let ended = &self.open[depth..];
        let marker = ended.iter().position(is_marker);
        if marker.is_some() {
            self.lost.clear();
        }
        let ended = &ended[..marker.unwrap_or(ended.len())];
        let active = ended.iter().filter(|open| open.is_active).copied();
        self.lost.splice(0..0, active);
    }

    /// Takes a text or an end tag that is read as an element.
    #[inline]
    pub(super) fn text(&mut self) {
        if !self.lost.is_empty() {
            self.reopen_lost();
        }
    }

    /// Takes a start tag of HTML.
    #[inline]
    pub(super) fn reopen_before(&mut self, element: &Element<'a>) {
        if !self.lost.is_empty() && reopens_formatting(element) {
            self.reopen_lost();
        }
    }

    /// Opens the lost elements anew, if HTML is read.
    #[inline(never)]
    fn reopen_lost(&mut self) {
        let is_foreign = |open: &Open<'_>| matches!(open.space, Space::Svg | Space::Math);
        if self.open.last().is_some_and(is_foreign) {
            return;
        }
        for mut open in std::mem::take(&mut self.lost) {
            if self.anew < MAX_ANEW && self.open.len() < MAX_DEPTH {
                open.is_anew = true;
                self.push_open(open);
            }
        }
    }

    /// Ends the formatting element of this name as the standard's "adoption agency" does.
    /// Whether it did; the end tag is one like any other if not.
    #[inline(never)]
    pub(super) fn end_formatting(&mut self, name: &[u8]) -> bool {
        const MAX_ROUNDS: usize = 8;
        if let Some(last) = self.open.last()
            && last.space == Space::Html
            && !last.is_active
            && same_name(last.raw_name, name)
        {
            self.pop();
            return true;
        }
        for _ in 0..MAX_ROUNDS {
            if let Some(at) = self.lost.iter().rposition(|open| same_name(open.raw_name, name)) {
                self.lost.remove(at);
                return true;
            }
            let Some(depth) = self.active(name) else {
                return false;
            };
            let inside = &self.open[depth + 1..];
            if inside.iter().any(Open::ends_scope) {
                return true;
            }
            let is_special =
                |open: &Open<'_>| open.space == Space::Html && is_special_name(open.raw_name);
            let Some(block) = inside.iter().position(is_special) else {
                self.open[depth].is_active = false;
                self.truncate(depth);
                return true;
            };
            self.move_into(depth, depth + 1 + block);
        }
        true
    }

    /// A formatting element ends before a block inside it, and goes on in the block. Of
    /// what is between them, a few formatting elements stay.
    fn move_into(&mut self, depth: usize, block: usize) {
        const MAX_STAYING: usize = 3;
        let mut place = block;
        for (count, between) in (depth + 1..block).rev().enumerate() {
            if count >= MAX_STAYING || !self.open[between].is_active {
                let open = self.open.remove(between);
                self.forget(&open);
                place -= 1;
            }
        }
        let formatting = self.open.remove(depth);
        // What came after it is one less deep.
        self.open.insert(place, formatting);
    }

    /// The depth of the last active element of this name.
    fn active(&self, name: &[u8]) -> Option<usize> {
        let is_active = |open: &Open<'_>| open.is_active && same_name(open.raw_name, name);
        let since = self.last_marker();
        self.open[since..].iter().rposition(is_active).map(|depth| since + depth)
    }

    /// The depth from which on elements can be active.
    fn last_marker(&self) -> usize {
        self.open.iter().rposition(is_marker).map_or(0, |depth| depth + 1)
    }
}

/// Whether formatting elements around an element do not go on inside.
fn is_marker(open: &Open<'_>) -> bool {
    let names = ["applet", "object", "marquee", "template", "td", "th", "caption"];
    open.space == Space::Html && open.name == ElementName::Other && is_one_of(open.raw_name, &names)
}

impl Open<'_> {
    /// Whether the search for an open element ends here.
    pub(super) fn ends_scope(&self) -> bool {
        match self.space {
            Space::Html => is_scope(self.raw_name),
            Space::Integration => true,
            Space::Svg | Space::Math => false,
        }
    }
}
