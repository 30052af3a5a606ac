//! How an object with known fields is declared.

use super::fields::{Kind, ObjectFields};
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::json::Pointer;

/// A value that a field can hold.
pub(super) trait Value<'a>: Sized {
    const KIND: Kind;

    /// Reads the member's value into the slot.
    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()>;
}

/// An object whose fields the vendor's page lists.
pub(crate) trait Object<'a>: Default {
    const FIELDS: &'static ObjectFields;

    /// Reads the member's value if the object has a field of this name.
    fn take(&mut self, walk: &mut Walk<'a, '_>, member: &Member<'_>) -> Read<bool>;

    /// The same of fields with something inside alone.
    fn take_with_inside(&mut self, walk: &mut Walk<'a, '_>, member: &Member<'_>) -> Read<bool>;

    /// Shows the required fields that are missing.
    fn each_missing(&self, look: impl FnMut(&'static str));

    /// Looks at the whole object, which begins at `begin` and whose closing brace
    /// is at `end`.
    fn finish(&mut self, walk: &mut Walk<'a, '_>, begin: usize, end: usize, path: &Pointer<'_>) {
        let _ = begin;
        walk.missing(self, end, path);
    }
}

/// Declares an object as a struct with a [`Slot`] for each field, and its table of
/// fields: `home`, then a line a field with its type and [`Presence`].
///
/// [`Presence`]: super::fields::Presence
macro_rules! object {
    (
        $(#[$doc:meta])*
        $name:ident $(<$life:lifetime>)? in $home:literal, read only: $read_only:expr, {
            $($field:ident: $kind:ty, $presence:ident;)*
        }
        $(facts { $($(#[$fact_doc:meta])* $fact:ident: $fact_type:ty;)* })?
        $(finish $finish:item)?
    ) => {
        $(#[$doc])*
        #[derive(Clone, Default)]
        pub(crate) struct $name $(<$life>)? {
            $(pub(crate) $field: Slot<$kind>,)*
            $($($(#[$fact_doc])* pub(crate) $fact: $fact_type,)*)?
        }

        impl<'a> Object<'a> for $name $(<$life>)? {
            const FIELDS: &'static ObjectFields = &ObjectFields {
                home: $home,
                fields: &[$(Field {
                    name: stringify!($field),
                    kind: <$kind as Value<'a>>::KIND,
                    presence: Presence::$presence,
                }),*],
                read_only: $read_only,
            };

            #[inline]
            fn take(&mut self, walk: &mut Walk<'a, '_>, member: &Member<'_>) -> Read<bool> {
                $(if member.is(stringify!($field)) {
                    <$kind>::read(walk, &mut self.$field, member)?;
                    return Ok(true);
                })*
                Ok(false)
            }

            // So that `take` has one caller, which it is a part of.
            #[cold]
            fn take_with_inside(
                &mut self,
                walk: &mut Walk<'a, '_>,
                member: &Member<'_>,
            ) -> Read<bool> {
                $(if <$kind as Value<'a>>::KIND.has_inside() && member.is(stringify!($field)) {
                    <$kind>::read(walk, &mut self.$field, member)?;
                    return Ok(true);
                })*
                Ok(false)
            }

            fn each_missing(&self, mut look: impl FnMut(&'static str)) {
                $(if Presence::$presence == Presence::Required && self.$field.is_absent() {
                    look(stringify!($field));
                })*
            }

            $($finish)?
        }
    };
}

pub(super) use object;

impl<'a, T: Object<'a>> Value<'a> for T {
    const KIND: Kind = Kind::Object(T::FIELDS);

    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        walk.object(slot, member)
    }
}
