//! All pictures of a request or of a content.

use std::collections::HashMap;

use serde_json::{Value, json};
use weixin_draft::{
    ContentImage, ImageKind, Language, Report, images, replace_images, replace_request_images,
    request_images,
};

use crate::{Call, Fitted, Inspected, Origin, Pictures, Taken, Uploaded};

/// What pictures are looked for in.
#[derive(Clone, Copy, Debug)]
pub enum Document<'a> {
    /// A body of draft_update or draft_add, or an article, as JSON.
    Request(&'a [u8]),
    /// A content alone, as HTML.
    Content(&'a str),
}

/// A place that shows a picture, and what `P` tells of it.
#[derive(Clone, Debug)]
pub struct Place<P> {
    /// Where it is, and its address.
    pub image: ContentImage,
    /// `None` where there is nothing to do: the vendor has the picture, or there is none.
    pub picture: Option<P>,
}

/// A document whose pictures were taken to the vendor.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// The document with the new addresses. Where a picture was not taken, it is as it
    /// was.
    pub text: String,
    /// Every place in the order of the document, as it was before.
    pub places: Vec<Place<Taken>>,
}

impl Document<'_> {
    fn images(self) -> Result<Vec<ContentImage>, Report> {
        match self {
            Document::Request(body) => request_images(body),
            Document::Content(html) => Ok(images(html)),
        }
    }

    fn replace(self, new: impl FnMut(&str) -> Option<String>) -> Result<String, Report> {
        match self {
            Document::Request(body) => replace_request_images(body, new),
            Document::Content(html) => Ok(replace_images(html, new)),
        }
    }
}

impl Replaced {
    /// Whether every picture is at the vendor's now.
    pub fn is_complete(&self) -> bool {
        self.places.iter().all(|place| match &place.picture {
            Some(taken) => taken.result.is_ok(),
            None => true,
        })
    }
}

impl Pictures {
    /// Reads every picture of a document and says what would be done with it.
    ///
    /// # Errors
    /// The report on a request that is not a JSON object.
    pub fn inspect_document(
        &self,
        document: Document<'_>,
    ) -> Result<Vec<Place<Inspected>>, Report> {
        let images = document.images()?;
        let wanted = Wanted::of(&images);
        let inspected = self.inspect_all(&wanted.addresses);
        Ok(wanted.places(&images, &inspected))
    }

    /// Has every picture of a document uploaded as [`Pictures::upload`] does, and puts
    /// the new addresses in.
    ///
    /// ```
    /// use weixin_draft_pictures::{Document, Pictures, Uploaded};
    ///
    /// let dot = "data:image/bmp;base64,Qk1GAAAAAAAAADYAAAAoAAAAAgAAAAIAAAABABgAAAAAABAAAAAAAAAAAAAAAAAAAAAAAAAA/wAAAP8AAAAAAAAA/wAA/wAA";
    /// let content = format!("<img src={dot}><img src=none.png>");
    /// let replaced = Pictures::new(".").upload_document(Document::Content(&content), |_| {
    ///     Ok(Uploaded { address: "http://mmbiz.qpic.cn/dot".into(), media_id: None })
    /// });
    /// let replaced = replaced.unwrap();
    /// assert_eq!(replaced.text, "<img src=http://mmbiz.qpic.cn/dot><img src=none.png>");
    /// assert!(!replaced.is_complete());
    /// ```
    ///
    /// # Errors
    /// The report on a request that is not a JSON object.
    pub fn upload_document(
        &self,
        document: Document<'_>,
        upload: impl Fn(&Fitted) -> Result<Uploaded, String> + Sync,
    ) -> Result<Replaced, Report> {
        let images = document.images()?;
        let wanted = Wanted::of(&images);
        let taken = self.upload(&wanted.addresses, upload);
        let text = document.replace(|address| {
            let taken = &taken[wanted.position(address)?];
            taken.result.as_ref().ok().map(|transfer| transfer.address.clone())
        })?;
        Ok(Replaced { text, places: wanted.places(&images, &taken) })
    }
}

/// Every address once that a picture has to be taken from.
#[derive(Default)]
struct Wanted<'a> {
    addresses: Vec<&'a str>,
    positions: HashMap<&'a str, usize>,
}

impl<'a> Wanted<'a> {
    fn of(images: &'a [ContentImage]) -> Self {
        let mut wanted = Wanted::default();
        for image in images {
            let is_done = matches!(image.kind, ImageKind::Inside | ImageKind::Empty);
            if !is_done && !wanted.positions.contains_key(&*image.address) {
                wanted.positions.insert(&image.address, wanted.addresses.len());
                wanted.addresses.push(&image.address);
            }
        }
        wanted
    }

    fn position(&self, address: &str) -> Option<usize> {
        self.positions.get(address).copied()
    }

    /// All places, with what became of the wanted addresses, which is in their order.
    fn places<P: Clone>(&self, images: &[ContentImage], pictures: &[P]) -> Vec<Place<P>> {
        let place = |image: &ContentImage| {
            let picture = self.position(&image.address).map(|position| pictures[position].clone());
            Place { image: image.clone(), picture }
        };
        images.iter().map(place).collect()
    }
}

impl Place<Inspected> {
    /// The place as plain data, with its sentences in a language.
    pub fn to_json(&self, language: Language) -> Value {
        let mut json = self.head();
        if let Some(picture) = &self.picture {
            json["format"] = json!(picture.format);
            json["bytes"] = json!(picture.bytes);
            match &picture.fitted {
                Ok(fitted) => {
                    json["becomes"] = json!({
                        "format": fitted.format,
                        "bytes": fitted.bytes.len(),
                        "endpoint": fitted.call.endpoint(),
                    });
                }
                Err(problem) => json["problem"] = problem.message(language).into(),
            }
        }
        json
    }
}

impl Place<Taken> {
    /// The place as plain data, with its sentences in a language.
    pub fn to_json(&self, language: Language) -> Value {
        let mut json = self.head();
        if let Some(picture) = &self.picture {
            json["format"] = json!(picture.format);
            json["bytes"] = json!(picture.bytes);
            match &picture.result {
                Ok(transfer) => {
                    json["becomes"] = json!({
                        "address": transfer.address,
                        "media_id": transfer.media_id,
                        "format": transfer.format,
                        "bytes": transfer.bytes,
                        "uploaded": transfer.origin != Origin::Remembered,
                    });
                }
                Err(problem) => json["problem"] = problem.message(language).into(),
            }
        }
        json
    }
}

impl<P> Place<P> {
    fn head(&self) -> Value {
        let ContentImage { element, attribute, range, address, kind, .. } = &self.image;
        json!({
            "element": element,
            "attribute": attribute,
            "range": {"start": range.start, "end": range.end},
            "address": address,
            "kind": kind,
            "format": null,
            "bytes": null,
            "becomes": null,
            "problem": null,
        })
    }
}

impl Call {
    /// The endpoint's name.
    pub fn endpoint(self) -> &'static str {
        match self {
            Call::UploadImage => "media/uploadimg",
            Call::AddMaterial => "material/add_material",
        }
    }
}
