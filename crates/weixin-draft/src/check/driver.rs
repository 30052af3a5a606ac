//! From what reading reports to a report.

use std::ops::Range;

use super::draft_item::DraftItem;
use super::scan::scan;
use super::unread::add_not_json;
use crate::json::{Pointer, Reader, Tail, UnescapedOffsets, as_text, count_items, find_member};
use crate::model::ArticleReader;
use crate::report::{Level, Report};
use crate::request::{
    Article, ArticleType, Event, Issue, OtherDocument, ReadSettings, Request, ShapeIssue, Slot,
    other_document, path_at, read_add_request, read_article, read_item, read_nested, read_request,
};
use crate::rules::{
    ArticleContext, ElementContext, FIELD_NOT_FOR_TYPE, Facts, Findings, FoundFix, Levels,
    UNKNOWN_FIELD, article_count, articles_inside, check_article, check_coordinates, check_crop,
    check_crop_strings, check_image, check_media_id, check_request, check_shape, check_source_url,
    check_suspect, escaped_body, is_plain_media_id, suspect_media_id, suspect_required_id,
    suspect_source_url, suspects,
};

/// One check: what is found, while it is found.
#[expect(clippy::struct_excessive_bools, reason = "each says one thing by itself")]
pub(super) struct Driver<'c> {
    image_hosts: &'c [String],
    /// What is wrong with the shape of the body.
    shape: Findings<'c>,
    /// What is wrong with its values. It counts only if all of the body is JSON.
    values: Findings<'c>,
    /// The same inside an `image_info` of which only the whole article shows whether it
    /// is sent. Names given twice count in any case.
    shape_aside: Findings<'c>,
    values_aside: Findings<'c>,
    /// Whether `image_info` on news can be left out; an item of draft/get may yet
    /// become a picture message.
    pub(super) can_leave_out: bool,
    /// Whether escapes that the body does not need are reported; what is sent has none.
    pub(super) reports_escapes: bool,
    /// Whether `image_info` is left out.
    pub(super) leaves_out_image_info: bool,
    /// Whether the document lacks what every request begins with.
    is_odd: bool,
    /// Where the name `articles` is inside of `articles`.
    nested: Option<usize>,
    /// The same inside of the first member that is no field and has it.
    wrapped: Option<usize>,
    /// What makes a model of the article, if one is wanted.
    pub(super) reader: Option<Box<ArticleReader<'c>>>,
}

impl<'c> Driver<'c> {
    pub(super) fn new(levels: &'c Levels, image_hosts: &'c [String], body: &'c [u8]) -> Self {
        Driver::of(image_hosts, || Findings::new(levels, body))
    }

    /// The same, keeping every fix.
    pub(super) fn with_fixes(
        levels: &'c Levels,
        image_hosts: &'c [String],
        body: &'c [u8],
    ) -> Self {
        Driver::of(image_hosts, || Findings::new(levels, body).with_fixes())
    }

    fn of(image_hosts: &'c [String], findings: impl Fn() -> Findings<'c>) -> Self {
        Driver {
            image_hosts,
            shape: findings(),
            values: findings(),
            shape_aside: findings(),
            values_aside: findings(),
            can_leave_out: true,
            reports_escapes: true,
            leaves_out_image_info: false,
            is_odd: false,
            nested: None,
            wrapped: None,
            reader: None,
        }
    }

    /// Reads and judges a request.
    pub(super) fn request(&mut self, settings: ReadSettings) -> Option<Request<'c>> {
        let text = self.text()?;
        if let Some(reader) = &mut self.reader {
            reader.begin(text);
        }
        let request = read_request(text, settings, &mut |event, path| self.hear(event, path));
        if let Some(request) = &request {
            check_request(request, &mut self.values);
            if let Some(id) = suspect_required_id(&request.media_id) {
                check_media_id(id, &Pointer::ROOT.name("media_id"), &mut self.values);
            }
            let wrapped = self.wrapped.filter(|_| request.articles.is_absent());
            if let Some(name) = self.nested.or(wrapped) {
                self.nested_articles(text, name, settings);
            }
            self.shape.append(&mut self.values);
        }
        // What is not JSON is told as such, whatever it begins with.
        if !self.shape.is_of_json() {
            self.shape.forget_types_of_cut_values();
        } else if self.is_odd
            && let Some(document) = other_document(text)
            // Which the rule on types says by itself, with its fix.
            && document != OtherDocument::JsonInString
        {
            self.tell_other_document(document, text);
        }
        request
    }

    /// Reads and judges the articles that are inside of another member, as what they are
    /// meant to be.
    #[cold]
    fn nested_articles(&mut self, text: &'c str, name: usize, settings: ReadSettings) {
        let tail = path_at(text, name);
        let path = Pointer::ROOT.with_tail(&tail);
        read_nested(text, name, path, settings, &mut |event, path| match event {
            // That was told when the member was skipped.
            Event::Issue(ShapeIssue { issue: Issue::DuplicateKey { .. }, .. }) => {}
            event => self.hear(event, path),
        });
    }

    /// Says what the document is in place of what cannot be followed.
    #[cold]
    fn tell_other_document(&mut self, document: OtherDocument, text: &str) {
        match document {
            OtherDocument::AddRequest => {
                // What is wrong inside of its articles has to be mended all the same.
                let outermost = ["/media_id", "/index", "/articles"];
                self.shape.retain(|path| !outermost.contains(&path));
            }
            // That a token was given away is worth its own words.
            OtherDocument::NoField => self.shape.retain(|path| path == "/access_token"),
            _ => {
                self.shape.clear();
                self.shape_aside.clear();
            }
        }
        let (range, path) = match document {
            OtherDocument::Wrapped { start, end } => (start..end, path_at(text, start)),
            _ => (0..0, Tail::default()),
        };
        let issue = ShapeIssue { issue: Issue::Other(document), range };
        check_shape(issue, &Pointer::ROOT.with_tail(&path), &mut self.shape);
    }

    /// Reads and judges a body of draft_add.
    pub(super) fn add_request(&mut self, settings: ReadSettings) {
        if let Some(text) = self.text()
            && read_add_request(text, settings, &mut |event, path| self.hear(event, path))
        {
            self.count_articles(text);
            self.shape.append(&mut self.values);
        }
    }

    /// Judges how many articles a body of draft_add has, which is an object.
    fn count_articles(&mut self, text: &str) {
        let begin = text.len() - text.trim_ascii_start().len();
        let Some(member) = find_member(text, begin, b"articles") else { return };
        let count = count_items(text, member.value.start);
        if let Some(finding) = count.and_then(|count| article_count(count, member.value)) {
            self.values.add(finding, &Pointer::ROOT.name("articles"));
        }
    }

    /// Reads and judges an article that is a document of its own.
    pub(super) fn article(&mut self, settings: ReadSettings) -> Option<Article<'c>> {
        let text = self.text()?;
        let article = read_article(text, settings, &mut |event, path| self.hear(event, path));
        if article.is_some() {
            self.shape.append(&mut self.values);
        }
        article
    }

    /// Reads and judges an article in an answer that is JSON.
    pub(super) fn item<'a>(
        &mut self,
        text: &'a str,
        item: &DraftItem,
        settings: ReadSettings,
    ) -> Option<Article<'a>> {
        let DraftItem(Range { start, .. }) = *item;
        let tail = path_at(text, start);
        let path = Pointer::ROOT.with_tail(&tail);
        let article =
            read_item(text, start, path, settings, &mut |event, path| self.hear(event, path));
        if article.is_some() {
            self.shape.append(&mut self.values);
        }
        article
    }

    /// Reads and judges an article in an answer as the request that it becomes: with images
    /// and without a type, it is a picture message.
    pub(super) fn item_to_send(&mut self, text: &str, item: &DraftItem) {
        let DraftItem(Range { start, .. }) = *item;
        let tail = path_at(text, start);
        let path = Pointer::ROOT.with_tail(&tail);
        let settings = ReadSettings::default();
        read_item(text, start, path, settings, &mut |event, path| match event {
            Event::Article(article) if article.is_newspic_meant() => {
                let article = Article { kind: ArticleType::NewsPic, ..article.clone() };
                self.judge(&article, path);
            }
            event => self.hear(event, path),
        });
        self.shape.append(&mut self.values);
    }

    /// Judges a content that is one JSON string, in an article that is nothing else.
    fn content(&mut self, json: &str, kind: ArticleType) {
        let mut reader = Reader::new(json);
        let raw = reader.string().unwrap_or_default();
        let content = Slot::Given(reader.text(raw, 0));
        let article = Article { content, kind, ..Article::default() };
        self.judge(&article, &Pointer::ROOT);
    }

    /// The fixes of all that was found, if they were kept.
    pub(super) fn into_fixes(mut self) -> Vec<FoundFix> {
        self.shape.append(&mut self.shape_aside);
        self.shape.into_fixes()
    }

    pub(super) fn into_report(mut self) -> Report {
        self.shape.append(&mut self.shape_aside);
        let text = self.shape.text();
        self.shape.into_report(text)
    }

    fn text(&mut self) -> Option<&'c str> {
        let body = self.shape.text();
        let fail = |malformed| add_not_json(body, malformed, &mut self.shape);
        as_text(body).map_err(fail).ok()
    }

    fn hear(&mut self, event: Event<'_, '_>, path: &Pointer<'_>) {
        if let Some(reader) = &mut self.reader {
            reader.see(&event);
        }
        match event {
            Event::Issue(issue) => {
                self.is_odd |= path.is_outermost()
                    && matches!(issue.issue, Issue::Missing | Issue::WrongType { .. });
                if let Issue::Unknown { name, fields, .. } = issue.issue
                    && self.shape.level_of(UNKNOWN_FIELD) == Level::Error
                {
                    let start = issue.range.start;
                    if name == b"articles" && fields.home == "articles" && path.is_in_articles() {
                        self.nested = Some(start);
                    } else if fields.home.is_empty()
                        && let Some(articles) = articles_inside(self.shape.text(), start)
                    {
                        self.wrapped.get_or_insert(articles.name.start);
                    }
                }
                if let Issue::NotForType { is_empty: true, .. } = issue.issue {
                    // Nobody should fill in what has to go.
                    self.shape_aside.clear();
                }
                let counts_anyway = matches!(
                    issue.issue,
                    Issue::DuplicateKey { .. } | Issue::NotForType { .. } | Issue::InvalidJson(_)
                );
                let is_of_images = match issue.issue {
                    // A name that nobody knows here may be this one.
                    Issue::Unknown { .. } => path.is_inside("image_info"),
                    _ => path.passes("image_info"),
                };
                let is_aside = !counts_anyway && is_of_images;
                let findings = if is_aside { &mut self.shape_aside } else { &mut self.shape };
                check_shape(issue, path, findings);
            }
            // Of most there is nothing to be said.
            Event::Image(image) if is_plain_media_id(&image.image_media_id) => {}
            Event::Image(image) => {
                check_image(image, path, &mut self.values_aside);
                if let Some(id) = suspect_required_id(&image.image_media_id) {
                    check_media_id(id, &path.name("image_media_id"), &mut self.values_aside);
                }
            }
            Event::Crop(crop) => {
                check_crop(crop, path, &mut self.values);
                check_coordinates(crop, path, &mut self.values);
            }
            Event::Article(article) => self.judge(article, path),
            Event::NeedlessEscapes(strings) => {
                if self.reports_escapes {
                    let (body, max_edits) = (self.values.text(), self.values.max_edits());
                    self.values.add(escaped_body(strings, body, max_edits), path);
                }
            }
        }
    }

    /// Judges a whole article.
    fn judge(&mut self, article: &Article<'_>, path: &Pointer<'_>) {
        let leaves_out = self.can_leave_out
            && article.has_field_of_other_type()
            && self.shape.level_of(FIELD_NOT_FOR_TYPE) != Level::Error;
        if leaves_out {
            self.leaves_out_image_info = true;
            self.shape_aside.clear();
            self.values_aside.clear();
        } else {
            self.shape.append(&mut self.shape_aside);
            self.values.append(&mut self.values_aside);
        }
        let (facts, sightings) = match article.content.given() {
            None => (Facts::default(), Vec::new()),
            Some(content) => {
                let on_newspic = article.kind == ArticleType::NewsPic;
                let max_edits = self.values.max_edits();
                let image_hosts = self.image_hosts;
                scan(content, ElementContext { on_newspic, image_hosts, max_edits })
            }
        };
        let images = article.image_list().filter(|_| !leaves_out);
        let context = ArticleContext { article, path, images, facts: &facts };
        check_article(&context, &mut self.values);
        for suspect in suspects(article) {
            check_suspect(&suspect, &path.name(suspect.field), &mut self.values);
        }
        if let Some(url) = suspect_source_url(article) {
            check_source_url(&url, &path.name("content_source_url"), &mut self.values);
        }
        if let Some(id) = suspect_media_id(&article.thumb_media_id) {
            check_media_id(id, &path.name("thumb_media_id"), &mut self.values);
        }
        check_crop_strings(article, path, &mut self.values);
        for finding in sightings {
            self.values.add(finding, &path.name("content"));
        }
    }
}

/// Judges a content that was given alone, not in JSON but as what it is.
pub(super) fn judge_content(
    levels: &Levels,
    image_hosts: &[String],
    html: &str,
    kind: ArticleType,
) -> Report {
    let json = serde_json::to_string(html).unwrap_or_default();
    let mut driver = Driver::new(levels, image_hosts, json.as_bytes());
    driver.content(&json, kind);
    driver.values.keep_at("/content");
    driver.values.translate(&UnescapedOffsets::of(&json));
    driver.values.into_report(html.as_bytes())
}

/// The fixes of a content that is one JSON string, as edits of that string.
pub(super) fn content_fixes(
    levels: &Levels,
    image_hosts: &[String],
    json: &str,
    kind: ArticleType,
) -> Vec<FoundFix> {
    let mut driver = Driver::with_fixes(levels, image_hosts, json.as_bytes());
    driver.content(json, kind);
    driver.values.into_fixes()
}
