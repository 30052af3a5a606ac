//! The crops of a cover.

use std::ops::Range;

use super::fields::{Field, Kind, ObjectFields, Presence};
use super::object::{Object, Value, object};
use super::read::Event;
use super::slot::Slot;
use super::walk::{Member, Read, Walk};
use crate::crop::Ratio;
use crate::json::{Pointer, Text};

object! {
    /// How the cover is cropped.
    CoverInfo in "cover_info", read only: &[], {
        crop_percent_list: CropPercentList, Optional;
    }
}

object! {
    /// An entry of `crop_percent_list`. None of its fields is required by the page.
    Crop<'a> in "crop_percent_list", read only: &[], {
        ratio: Text<'a>, Plain;
        x1: Text<'a>, Plain;
        y1: Text<'a>, Plain;
        x2: Text<'a>, Plain;
        y2: Text<'a>, Plain;
    }
    facts {
        /// Where it begins.
        begin: usize;
        /// Where the closing brace is.
        end: usize;
        /// Where the first entry of the array with the same ratio begins, if this is not it.
        same_ratio: Option<usize>;
    }
    finish fn finish(&mut self, _: &mut Walk<'a, '_>, begin: usize, end: usize, _: &Pointer<'_>) {
        self.begin = begin;
        self.end = end;
    }
}

impl<'a> Crop<'a> {
    /// The ratio, if it is one that the vendor's page lists.
    pub(crate) fn known_ratio(&self) -> Option<Ratio> {
        Ratio::named(&self.ratio.given()?.bytes())
    }

    /// The corner fields with their names, in the order of the vendor's page.
    pub(crate) fn corners(&self) -> [(&'static str, &Slot<Text<'a>>); 4] {
        [("x1", &self.x1), ("y1", &self.y1), ("x2", &self.x2), ("y2", &self.y2)]
    }
}

/// What is kept of a `crop_percent_list`, whose entries were shown as they were read.
#[derive(Clone, Default)]
pub(crate) struct CropPercentList {
    length: usize,
    /// Where each known ratio is given first.
    pub(crate) first: [Option<FirstOfRatio>; Ratio::ALL.len()],
}

/// The first entry of a `crop_percent_list` with a certain ratio.
#[derive(Clone)]
pub(crate) struct FirstOfRatio {
    /// Its position in the array.
    pub(crate) position: usize,
    /// The bytes of the ratio.
    pub(crate) ratio: Range<usize>,
    /// Where the entry begins.
    begin: usize,
}

impl<'a> Value<'a> for CropPercentList {
    const KIND: Kind = Kind::Array(Crop::FIELDS);

    fn read(walk: &mut Walk<'a, '_>, slot: &mut Slot<Self>, member: &Member<'_>) -> Read<()> {
        walk.array(
            slot,
            member,
            |walk, list, entry| {
                let mut slot = Slot::<Crop<'a>>::Absent;
                Crop::read(walk, &mut slot, entry)?;
                if let Some(crop) = slot.given_mut() {
                    list.see(crop);
                    walk.emit(Event::Crop(crop), &entry.path);
                }
                list.length += 1;
                Ok(())
            },
            |_, _| (),
        )
    }
}

impl CropPercentList {
    fn see(&mut self, crop: &mut Crop<'_>) {
        if let Some(ratio) = crop.known_ratio()
            && let Some(text) = crop.ratio.given()
        {
            let first = &mut self.first[ratio as usize];
            crop.same_ratio = first.as_ref().map(|first| first.begin);
            let (position, begin) = (self.length, crop.begin);
            first.get_or_insert_with(|| FirstOfRatio { position, ratio: text.range(), begin });
        }
    }
}
