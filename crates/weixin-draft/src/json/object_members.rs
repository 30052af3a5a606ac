//! The members of an object, to be found by their names.

use std::hash::{BuildHasher, RandomState};
use std::ops::Range;

use super::member::MemberRange;
use super::reader::{NotJson, Reader};

/// The members of an object.
///
/// An object may be nothing but members, of six bytes each. So that memory stays a small
/// multiple of the text, a member is kept in twenty bytes, without its name.
pub(crate) struct ObjectMembers {
    begin: usize,
    /// Sorted by the hashes of their names, and those of one hash as in the text.
    members: Vec<Member>,
    hasher: RandomState,
    /// Where the object ends, or the text stops being JSON.
    pub(crate) end: usize,
}

/// How many members an object of a request has at most, unless it was made to hurt.
const USUAL: usize = 32;

/// Offsets are those in the object.
struct Member {
    hash: u32,
    name: u32,
    name_end: u32,
    value: u32,
    value_end: u32,
}

impl Member {
    fn of(hash: u32, range: &MemberRange, object: usize) -> Option<Self> {
        let offset = |offset: usize| u32::try_from(offset - object).ok();
        Some(Member {
            hash,
            name: offset(range.name.start)?,
            name_end: offset(range.name.end)?,
            value: offset(range.value.start)?,
            value_end: offset(range.value.end)?,
        })
    }
}

impl ObjectMembers {
    /// Of the object that begins at `begin`.
    pub(crate) fn of(text: &[u8], begin: usize) -> Self {
        let hasher = RandomState::new();
        let mut members = Vec::with_capacity(USUAL);
        let mut count = 0;
        let end = each_member(text, begin, |name, member| {
            if count < USUAL {
                members.push(Member::of(short_hash(&hasher, name), &member, begin)?);
            }
            count += 1;
            Some(())
        });
        if count > USUAL {
            // They have been counted: no more memory is taken than they need.
            members = Vec::with_capacity(count);
            each_member(text, begin, |name, member| {
                members.push(Member::of(short_hash(&hasher, name), &member, begin)?);
                Some(())
            });
        }
        members.sort_unstable_by_key(|member| (member.hash, member.name));
        ObjectMembers { begin, members, hasher, end }
    }

    /// Whether a member has this name.
    pub(crate) fn contains(&self, text: &[u8], name: &str) -> bool {
        self.with_hash_of(name).iter().any(|member| self.has_name(text, member, name))
    }

    /// The only member, if there is one alone.
    pub(crate) fn only(&self) -> Option<MemberRange> {
        match self.members.as_slice() {
            [member] => Some(self.range(member)),
            _ => None,
        }
    }

    /// The member whose name has these bytes, after the last one before it of the same
    /// name.
    pub(crate) fn with_earlier(
        &self,
        text: &[u8],
        name: Range<usize>,
    ) -> Option<(MemberRange, MemberRange)> {
        let decoded: String = serde_json::from_slice(text.get(name.clone())?).ok()?;
        let alike = self.with_hash_of(&decoded);
        let at = alike.partition_point(|member| self.begin + (member.name as usize) < name.start);
        let (before, after) = alike.split_at(at);
        let earlier = before.iter().rev().find(|member| self.has_name(text, member, &decoded))?;
        Some((self.range(earlier), self.range(after.first()?)))
    }

    fn with_hash_of(&self, name: &str) -> &[Member] {
        let hash = short_hash(&self.hasher, name.as_bytes());
        let begin = self.members.partition_point(|member| member.hash < hash);
        let count = self.members[begin..].partition_point(|member| member.hash == hash);
        &self.members[begin..begin + count]
    }

    /// Two names may have one hash.
    fn has_name(&self, text: &[u8], member: &Member, name: &str) -> bool {
        let own = text.get(self.range(member).name);
        own.and_then(|own| serde_json::from_slice::<String>(own).ok())
            .is_some_and(|own| own == name)
    }

    fn range(&self, member: &Member) -> MemberRange {
        let range = |from: u32, to: u32| self.begin + from as usize..self.begin + to as usize;
        MemberRange {
            name: range(member.name, member.name_end),
            value: range(member.value, member.value_end),
        }
    }
}

/// Shows every member, with its decoded name, until the object ends, the text stops being
/// JSON, or `show` has enough. Returns where that is.
fn each_member(
    text: &[u8],
    begin: usize,
    mut show: impl FnMut(&[u8], MemberRange) -> Option<()>,
) -> usize {
    let mut reader = Reader::new(text);
    reader.go_to(begin);
    let mut read = || -> Result<(), NotJson> {
        reader.open()?;
        let mut is_first = true;
        while reader.next_member(is_first)? {
            is_first = false;
            let start = reader.offset();
            let raw = reader.name()?;
            let name = reader.text(raw, start).bytes();
            let name_end = start + raw.len() + 2;
            reader.next_type()?;
            let value = reader.offset();
            reader.skip_value()?;
            let member = MemberRange { name: start..name_end, value: value..reader.offset() };
            if show(&name, member).is_none() {
                break;
            }
        }
        Ok(())
    };
    let _ = read();
    reader.offset()
}

/// Half of a hash: it only has to keep most names apart.
fn short_hash(hasher: &RandomState, name: &[u8]) -> u32 {
    let bytes = hasher.hash_one(name).to_le_bytes();
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}
