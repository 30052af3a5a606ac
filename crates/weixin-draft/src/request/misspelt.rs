//! Members that are no field of their object.

use super::fields::ObjectFields;
use super::issue::Issue;
use super::object::Object;
use super::walk::{Member, Read, Walk};
use crate::json::JsonType;

/// The search for the field that was meant is slow: it is made for this number of members of
/// an object, which is more than it has fields with something inside.
const MAX_MISSPELT: u8 = 8;

impl<'a> Walk<'a, '_> {
    /// Tells of a member that is no field of the object. If a field was probably meant, and
    /// something is inside of the member, it is read as that: whether it was.
    #[cold]
    #[inline(never)]
    pub(super) fn take_misspelt<T: Object<'a>>(
        &mut self,
        object: &mut T,
        member: &Member<'_>,
        misspelt: &mut u8,
    ) -> Read<bool> {
        match self.not_taken(T::FIELDS, member, misspelt)? {
            Some(name) => {
                object.take_with_inside(self, &Member { name: name.as_bytes(), ..*member })
            }
            None => Ok(false),
        }
    }

    /// Tells of the member. The name of the field that was meant, if there is one with
    /// something inside.
    fn not_taken(
        &mut self,
        object: &'static ObjectFields,
        member: &Member<'_>,
        misspelt: &mut u8,
    ) -> Read<Option<&'static str>> {
        let is_read_only = object.read_only.iter().any(|name| name.as_bytes() == member.name);
        let unknown = Issue::Unknown { name: member.name, fields: object, object: member.object };
        let issue = if is_read_only { Issue::ReadOnly } else { unknown };
        let range = self.name_range(member);
        self.issue(issue, range, &member.path);
        if is_read_only || !self.settings.reads_misspelt || *misspelt == MAX_MISSPELT {
            return Ok(None);
        }
        if !matches!(self.next_type(&member.path)?, JsonType::Object | JsonType::Array) {
            return Ok(None);
        }
        *misspelt += 1;
        let meant = object.near(member.name).filter(|field| {
            field.kind.has_inside()
                && self.find_member(member.object, field.name.as_bytes()).is_none()
        });
        Ok(meant.map(|field| field.name))
    }
}
