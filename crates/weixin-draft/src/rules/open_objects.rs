//! The objects around a place, for the rules on their members.

use crate::json::ObjectMembers;

/// The objects that were asked for and that the reading has not left. Each is read once,
/// however many of its members break a rule.
#[derive(Default)]
pub(super) struct OpenObjects {
    open: Vec<OpenObject>,
}

pub(super) struct OpenObject {
    pub(super) begin: usize,
    pub(super) members: ObjectMembers,
    /// The names that fixes have given to members.
    pub(super) taken_names: Vec<&'static str>,
}

impl OpenObjects {
    /// The object that begins at `begin` of a text. Objects are asked for in the order in
    /// which they are read, those inside of others after them.
    pub(super) fn object(&mut self, text: &[u8], begin: usize) -> &mut OpenObject {
        while self.open.pop_if(|last| last.begin > begin || last.members.end <= begin).is_some() {}
        let is_there = self.open.last().is_some_and(|last| last.begin == begin);
        if !is_there {
            let members = ObjectMembers::of(text, begin);
            self.open.push(OpenObject { begin, members, taken_names: Vec::new() });
        }
        let last = self.open.len() - 1;
        &mut self.open[last]
    }
}
