//! Where in an answer of draft/get or draft/batchget an article is.

use std::ops::Range;

use crate::json::{JsonType, Malformed, NotJson, Reader, find_member, without_mark};
use crate::request::{NoItem, OtherDocument, other_document};

/// An article in an answer: its bytes.
pub(super) struct DraftItem(pub(super) Range<usize>);

/// Why there is no such article.
pub(super) enum Why {
    NotJson(Malformed),
    NoItem(NoItem),
}

impl From<NoItem> for Why {
    fn from(no_item: NoItem) -> Self {
        Why::NoItem(no_item)
    }
}

/// The article at `index` of what was answered.
pub(super) fn find_item(
    text: &str,
    index: usize,
    media_id: Option<&str>,
) -> Result<DraftItem, Why> {
    let begin = text.len() - without_mark(text).trim_ascii_start().len();
    let mut reader = Reader::new(text);
    reader.go_to(begin);
    let read = reader.next_type().and_then(|_| reader.skip_value()).and_then(|()| reader.end());
    read.map_err(|NotJson| Why::NotJson(reader.malformed()))?;
    let at = |offset| DraftItem(begin + offset..text.len());
    match other_document(&text[begin..]) {
        Some(OtherDocument::Draft { begin }) => {
            // An item of draft/batchget says which draft it is.
            if let (Some(chosen), Some(id)) = (media_id, at(0).id(text))
                && id != chosen
            {
                return Err(NoItem::ManyDrafts { media_ids: vec![id], is_chosen: true }.into());
            }
            at(begin).article(text, index)
        }
        Some(OtherDocument::Drafts { begin }) => {
            at(begin).draft(text, media_id)?.article(text, index)
        }
        Some(OtherDocument::Answer { errcode }) => Err(NoItem::Answer { errcode }.into()),
        Some(OtherDocument::AddRequest | OtherDocument::Wrapped { .. }) => {
            Err(NoItem::Request.into())
        }
        other @ (Some(OtherDocument::Article | OtherDocument::Item | OtherDocument::NoField)
        | None) => {
            let whole = DraftItem(begin..text.trim_ascii_end().len());
            let has = |name| whole.member(text, name).is_some();
            if has("articles") {
                Err(NoItem::Request.into())
            } else if has("news_item") {
                Err(NoItem::NoList.into())
            } else if other == Some(OtherDocument::NoField) || !text[begin..].starts_with('{') {
                Err(NoItem::NoDraft.into())
            } else {
                Ok(whole)
            }
        }
        Some(OtherDocument::Requests | OtherDocument::Articles) => Err(NoItem::NoDraft.into()),
        Some(document) => Err(NoItem::Document(document).into()),
    }
}

impl DraftItem {
    fn member(&self, text: &str, name: &str) -> Option<DraftItem> {
        find_member(text, self.0.start, name.as_bytes()).map(|member| DraftItem(member.value))
    }

    /// The entries of an array; none of anything else.
    fn entries(&self, text: &str) -> Vec<DraftItem> {
        let mut entries = Vec::new();
        let mut reader = Reader::new(text);
        reader.go_to(self.0.start);
        let mut read = || -> Result<(), NotJson> {
            if reader.next_type()? != JsonType::Array {
                return Ok(());
            }
            reader.open()?;
            while reader.next_item(entries.is_empty())? {
                reader.next_type()?;
                let begin = reader.offset();
                reader.skip_value()?;
                entries.push(DraftItem(begin..reader.offset()));
            }
            Ok(())
        };
        // The whole text was read before.
        let _ = read();
        entries
    }

    /// What its member `media_id` holds.
    fn id(&self, text: &str) -> Option<String> {
        let member = self.member(text, "media_id")?;
        serde_json::from_str(&text[member.0]).ok()
    }

    /// The article at `index` of a draft.
    fn article(&self, text: &str, index: usize) -> Result<DraftItem, Why> {
        let list = self.member(text, "news_item");
        if list.as_ref().is_some_and(|list| !text[list.0.start..].starts_with('[')) {
            return Err(NoItem::NoList.into());
        }
        let mut articles = list.map_or_else(Vec::new, |list| list.entries(text));
        match articles.len() {
            0 => Err(NoItem::EmptyDraft.into()),
            length if index >= length => Err(NoItem::Index { length }.into()),
            _ => Ok(articles.swap_remove(index)),
        }
    }

    /// The draft of this id among those of an answer of draft/batchget, or the only one.
    fn draft(&self, text: &str, media_id: Option<&str>) -> Result<DraftItem, Why> {
        let mut drafts = self.member(text, "item").map_or_else(Vec::new, |list| list.entries(text));
        let chosen = media_id
            .and_then(|id| drafts.iter().position(|draft| draft.id(text).as_deref() == Some(id)));
        let place = match (chosen, drafts.len()) {
            (_, 0) => return Err(NoItem::EmptyDraft.into()),
            (Some(place), _) => place,
            // Another draft's id would overwrite that draft.
            (None, 1) if media_id.is_none() || drafts[0].id(text).is_none() => 0,
            (None, _) => {
                let media_ids = drafts.iter().filter_map(|draft| draft.id(text)).collect();
                return Err(NoItem::ManyDrafts { media_ids, is_chosen: media_id.is_some() }.into());
            }
        };
        let draft = drafts.swap_remove(place);
        draft.member(text, "content").ok_or_else(|| NoItem::EmptyDraft.into())
    }
}
