//! The images of a picture message.

use std::ops::Range;

use super::fields::{Field, Kind, ObjectFields, Presence};
use super::object::{Object, Value, object};
use super::read::Event;
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::json::Text;

object! {
    /// What a picture message shows.
    ImageInfo in "image_info", read only: &[], {
        image_list: ImageList, Required;
    }
}

object! {
    /// An image.
    Image<'a> in "image_list", read only: &[], {
        image_media_id: Text<'a>, Required;
    }
}

/// What is kept of an `image_list`, whose entries were shown as they were read.
#[derive(Clone, Default)]
pub(crate) struct ImageList {
    pub(crate) length: usize,
    /// The bytes of the array.
    pub(crate) range: Range<usize>,
}

impl<'a> Value<'a> for ImageList {
    const KIND: Kind = Kind::Array(Image::FIELDS);

    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        walk.array(
            slot,
            member,
            |walk, list, entry| {
                let mut image = Slot::<Image<'a>>::Absent;
                Image::read(walk, &mut image, entry)?;
                if let Some(image) = image.given() {
                    walk.emit(Event::Image(image), &entry.path);
                }
                list.length += 1;
                Ok(())
            },
            |list, range| list.range = range,
        )
    }
}
