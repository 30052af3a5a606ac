//! The place of one value.

use crate::json::Text;

/// The place of one value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Slot<T> {
    /// The field is not there.
    #[default]
    Absent,
    /// The field is there, but of a wrong type, which has been noted.
    Unusable,
    /// The field is there.
    Given(T),
}

impl<T> Slot<T> {
    #[inline]
    pub(crate) fn is_absent(&self) -> bool {
        matches!(self, Slot::Absent)
    }

    pub(crate) fn given(&self) -> Option<&T> {
        match self {
            Slot::Given(value) => Some(value),
            Slot::Absent | Slot::Unusable => None,
        }
    }

    pub(crate) fn given_mut(&mut self) -> Option<&mut T> {
        match self {
            Slot::Given(value) => Some(value),
            Slot::Absent | Slot::Unusable => None,
        }
    }
}

impl<T: Default> Slot<T> {
    /// Puts a value in unless there is one, to be filled in place.
    pub(crate) fn insert_default(&mut self) -> &mut T {
        if let Slot::Absent | Slot::Unusable = self {
            *self = Slot::Given(T::default());
        }
        match self {
            Slot::Given(value) => value,
            Slot::Absent | Slot::Unusable => unreachable!("a value was put in just now"),
        }
    }
}

impl<'a> Slot<Text<'a>> {
    /// The text of an optional field, where `""` means the same as leaving it out.
    pub(crate) fn filled(&self) -> Option<&Text<'a>> {
        self.given().filter(|text| !text.is_empty())
    }
}
