//! What a name stands for, in a table that is made when the crate is compiled.

/// Names in lower case, and what each stands for.
pub(super) struct NameTable<Meaning: 'static> {
    names: &'static [(&'static [u8], Meaning)],
    /// Where a name is to be found, by its key.
    slots: [Slot; SLOTS],
}

#[derive(Clone, Copy)]
struct Slot {
    key: u64,
    /// One more than the position of the name; 0 where there is none.
    after: u8,
}

/// At least three times as many as there are names, so that few are in the way of others.
const SLOTS: usize = 256;

/// How many bytes of a name are in its key.
const KEY_LENGTH: usize = 8;

/// The first bytes of a name as one number.
#[inline]
pub(super) const fn key(name: &[u8]) -> u64 {
    let mut key = 0;
    let mut position = 0;
    while position < name.len() && position < KEY_LENGTH {
        key |= (name[position] as u64) << (8 * position);
        position += 1;
    }
    key
}

/// The same of a name of this length, at least 1, from what it begins with.
#[inline]
pub(super) fn first_key(begin: [u8; KEY_LENGTH], length: usize) -> u64 {
    u64::from_le_bytes(begin) & u64::MAX >> (8 * KEY_LENGTH.saturating_sub(length))
}

const fn slot_of(key: u64) -> usize {
    // Any odd number whose bits are mixed.
    const MIXER: u64 = 0x9E37_79B9_7F4A_7C15;
    (key.wrapping_mul(MIXER) >> 56) as usize
}

impl<Meaning: Copy> NameTable<Meaning> {
    pub(super) const fn new(names: &'static [(&'static [u8], Meaning)]) -> Self {
        let mut slots = [Slot { key: 0, after: 0 }; SLOTS];
        let mut after = 0;
        while (after as usize) < names.len() {
            let key = key(names[after as usize].0);
            let mut slot = slot_of(key);
            while slots[slot].after != 0 {
                slot = (slot + 1) % SLOTS;
            }
            after += 1;
            slots[slot] = Slot { key, after };
        }
        NameTable { names, slots }
    }

    /// What a name stands for that has this key.
    #[inline]
    pub(super) fn find(&self, name: &[u8], key: u64) -> Option<Meaning> {
        let mut place = slot_of(key);
        loop {
            let slot = self.slots[place];
            let (known, meaning) = self.names.get(usize::from(slot.after).checked_sub(1)?)?;
            let is_same = slot.key == key && known.len() == name.len();
            if is_same && (name.len() <= KEY_LENGTH || *known == name) {
                return Some(*meaning);
            }
            place = (place + 1) % SLOTS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{NameTable, first_key, key};

    #[test]
    fn finds_its_names_and_no_others() {
        static NAMES: &[(&[u8], usize)] =
            &[(b"a", 1), (b"section", 2), (b"data-src", 3), (b"xdata-src", 4), (b"data-window", 5)];
        static TABLE: NameTable<usize> = NameTable::new(NAMES);
        for (name, meaning) in NAMES {
            assert_eq!(TABLE.find(name, key(name)), Some(*meaning));
            let text = [name, &b"=abcdefgh"[..]].concat();
            assert_eq!(
                text.first_chunk().map(|begin| first_key(*begin, name.len())),
                Some(key(name))
            );
        }
        for name in ["", "b", "\0a", "sections", "ydata-src", "mdata-window"] {
            assert_eq!(TABLE.find(name.as_bytes(), key(name.as_bytes())), None, "{name}");
        }
    }
}
