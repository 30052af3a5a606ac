//! What a rule is.

use std::cell::OnceCell;

use serde_json::Value;

use super::context::{ArticleContext, FlawedCrop};
use super::findings::Findings;
use super::sightings::{ElementContext, Sightings};
use super::source_url::SourceUrl;
use super::suspects::Suspect;
use crate::errcode::vendor_page;
use crate::html::{
    ContentText, Element, ElementName, PieceKind, Pieces, Tree, TreeNode, decoded_text,
};
use crate::json::{Pointer, Text};
use crate::report::{Applicability, Edit, Language, Level, Words, page_of_rule};
use crate::request::{Crop, Image, Request};

/// One rule, with everything there is to say about it.
///
/// ```
/// use weixin_draft::{Language, Level, RULES};
///
/// let movable = RULES.iter().filter(|rule| rule.movable && rule.level == Level::Warning);
/// for rule in movable {
///     println!("{}: {}", rule.code, rule.summary.get(Language::English));
/// }
/// ```
#[non_exhaustive]
pub struct Rule {
    /// The stable name, such as `missing_field`. It never changes.
    pub code: &'static str,
    /// The level, unless the caller moves the rule.
    pub level: Level,
    /// Whether a caller may move the rule to another level.
    pub movable: bool,
    /// Where we know the rule from.
    pub source: Source,
    /// What the rule asks for, in one sentence.
    pub summary: Words,
    /// Why it exists: what happens to a request that breaks it.
    pub reason: Words,
    /// The usual message of a violation, with placeholders.
    pub message: Words,
    /// Whether the published JSON Schema says it too.
    pub in_schema: InSchema,
    /// What mends a violation, where there is one obvious way.
    pub fixes: &'static [&'static RuleFix],
    /// Whether a typed request cannot hold a value that breaks the rule: then reading
    /// one refuses it, whatever the level.
    pub(crate) typed: bool,
    pub(crate) checks: Checks,
}

impl Rule {
    /// The address of the rule's description in this language.
    pub fn url(&self, language: Language) -> String {
        page_of_rule(self.code, language)
    }
}

/// There is one of each.
impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Eq for Rule {}

impl std::fmt::Debug for Rule {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Rule({})", self.code)
    }
}

/// A way to mend violations of a rule.
#[derive(Debug)]
#[non_exhaustive]
pub struct RuleFix {
    /// How sure it is.
    pub applicability: Applicability,
    /// What it does.
    pub words: Words,
}

/// How a rule is checked: functions for what it looks at. A rule of shape has none,
/// since reading reports what it asks for, and `shape.rs` passes it on.
pub(crate) struct Checks {
    /// The request around the article.
    pub(crate) request: Option<fn(&Request<'_>, &mut Findings<'_>)>,
    pub(crate) article: Option<fn(&ArticleContext<'_, '_>, &mut Findings<'_>)>,
    /// A title, author or digest that deserves a closer look, and its path.
    pub(crate) suspect: Option<fn(&Suspect<'_, '_>, &Pointer<'_>, &mut Findings<'_>)>,
    /// A `content_source_url` that does, and its path.
    pub(crate) source_url: Option<fn(&SourceUrl<'_, '_>, &Pointer<'_>, &mut Findings<'_>)>,
    /// A media id that is neither empty nor plain, and its path.
    pub(crate) media_id: Option<fn(&Text<'_>, &Pointer<'_>, &mut Findings<'_>)>,
    /// An entry of `image_list` whose id is not plain, and its path.
    pub(crate) image: Option<fn(&Image<'_>, &Pointer<'_>, &mut Findings<'_>)>,
    /// An entry of `crop_percent_list`, and its path.
    pub(crate) crop: Option<fn(&Crop<'_>, &Pointer<'_>, &mut Findings<'_>)>,
    /// A crop string or a coordinate that has a flaw.
    pub(crate) flawed_crop: Option<fn(&FlawedCrop<'_, '_>, &mut Findings<'_>)>,
    /// An element of the content's HTML.
    pub(crate) element: Option<fn(&Element<'_>, &mut Sightings<'_>)>,
    /// A text between two pieces of markup.
    pub(crate) text: Option<fn(&ContentText<'_>, &mut Sightings<'_>)>,
    /// An element of the content, as a part of its tree.
    pub(crate) node: Option<fn(&TreeNode<'_, '_>, &Element<'_>, &mut Sightings<'_>)>,
    /// The content's elements as a whole.
    pub(crate) tree: Option<fn(&Tree<'_>, &mut Sightings<'_>)>,
    /// What mends a content that breaks the rule, for a fix that has to look at more than
    /// the element that was seen.
    pub(crate) mend: Option<fn(&ContentToMend<'_>) -> Option<Mending>>,
}

/// A content that breaks a rule.
pub(crate) struct ContentToMend<'c> {
    /// The JSON string's raw text.
    pub(crate) raw: &'c [u8],
    pub(crate) pieces: Pieces<'c>,
    pub(crate) context: ElementContext<'c>,
    has_rest: OnceCell<bool>,
}

impl<'c> ContentToMend<'c> {
    pub(crate) fn new(raw: &'c [u8], context: ElementContext<'c>) -> Self {
        ContentToMend { raw, pieces: Pieces::of(raw), context, has_rest: OnceCell::new() }
    }

    /// Whether something is left of the content whatever fixes remove: otherwise they would
    /// leave an empty one, which is refused.
    pub(crate) fn has_rest(&self) -> bool {
        *self.has_rest.get_or_init(|| has_rest(self))
    }
}

fn has_rest(content: &ContentToMend<'_>) -> bool {
    let mut has_rest = false;
    content.pieces.each(|piece| {
        let name = piece.element.name;
        has_rest |= match piece.kind {
            PieceKind::Text => decoded_text(&content.raw[piece.range.clone()])
                .contains(|character: char| !character.is_whitespace() && !character.is_control()),
            PieceKind::Start { .. } if content.context.on_newspic => {
                matches!(name, ElementName::Anchor | ElementName::Product)
            }
            PieceKind::Start { .. } => {
                !matches!(name, ElementName::Script | ElementName::Document | ElementName::Title)
            }
            _ => false,
        }
    });
    has_rest
}

/// A fix and its edits, in the order of their ranges.
pub(crate) type Mending = (&'static RuleFix, Vec<Edit>);

impl Checks {
    /// None: for the rules of shape, and for the others to begin with.
    pub(crate) const NONE: Checks = Checks {
        request: None,
        article: None,
        suspect: None,
        source_url: None,
        media_id: None,
        image: None,
        crop: None,
        flawed_crop: None,
        element: None,
        text: None,
        node: None,
        tree: None,
        mend: None,
    };
}

/// Where a rule is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Source {
    /// The vendor's page of draft_update, or its original in Chinese.
    Page,
    /// The vendor's page of draft_add, which states more limits.
    DraftAdd,
    /// Answers and drafts that callers have seen.
    Seen,
    /// The JSON standard (RFC 8259).
    Json,
    /// What follows from the request itself: it contradicts itself, or says nothing.
    Sense,
    /// The vendor's specification of an article's structure.
    Structure,
}

impl Source {
    /// The source in words.
    pub fn words(self) -> Words {
        match self {
            Source::Page => Words {
                en: "the vendor's page of draft_update",
                zh: "微信官方文档「更新草稿」（draft_update）",
            },
            Source::DraftAdd => Words {
                en: "the vendor's page of draft_add; draft_update's own page is silent",
                zh: "微信官方文档「新增草稿」（draft_add），draft_update 文档未写明",
            },
            Source::Seen => Words {
                en: "seen by callers; no page of the vendor says it",
                zh: "开发者实际遇到过，官方文档未写明",
            },
            Source::Json => Words { en: "the JSON standard, RFC 8259", zh: "JSON 标准 RFC 8259" },
            Source::Sense => Words {
                en: "follows from the meaning of the fields",
                zh: "由字段本身的含义推出",
            },
            Source::Structure => Words {
                en: "the vendor's specification of an article's structure",
                zh: "微信官方的图文排版结构规范",
            },
        }
    }

    /// The address of the vendor's page that says so, if one does.
    ///
    /// ```
    /// use weixin_draft::{Language, rule};
    ///
    /// let source = rule("deep_nesting").expect("a rule of this name").source;
    /// let address = source.address().expect("a page of the vendor's").get(Language::English);
    /// assert!(address.starts_with("https://developers.weixin.qq.com/"));
    /// ```
    pub fn address(self) -> Option<Words> {
        match self {
            Source::Page => Some(vendor_page::DRAFT_UPDATE),
            Source::DraftAdd => Some(vendor_page::DRAFT_ADD),
            Source::Structure => Some(vendor_page::STRUCTURE),
            Source::Seen | Source::Json | Source::Sense => None,
        }
    }

    /// The source's short name: `page`, `draft_add`, `seen`, `json`, `sense` or `structure`.
    pub fn as_str(self) -> &'static str {
        match self {
            Source::Page => "page",
            Source::DraftAdd => "draft_add",
            Source::Seen => "seen",
            Source::Json => "json",
            Source::Sense => "sense",
            Source::Structure => "structure",
        }
    }
}

/// What the published JSON Schema says of a rule.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub enum InSchema {
    /// Nothing; the schema's description names the rule as what it cannot say.
    No,
    /// Nothing, since a schema speaks of values and not of JSON text.
    NotAValue,
    /// The schema's types, required lists and closed objects say it.
    Shape,
    /// These keywords say it.
    Keywords(&'static [Keyword]),
    /// These keywords say a part of it.
    Partly(&'static [Keyword]),
    /// The keywords of another rule say it as well.
    With(&'static Rule),
}

impl InSchema {
    /// `yes`, `partly` or `no`.
    pub fn as_str(&self) -> &'static str {
        match self {
            InSchema::No | InSchema::NotAValue => "no",
            InSchema::Partly(_) => "partly",
            InSchema::Shape | InSchema::Keywords(_) | InSchema::With(_) => "yes",
        }
    }

    /// The keywords to be written into the schema for this rule.
    pub fn keywords(&self) -> &'static [Keyword] {
        match self {
            InSchema::Keywords(keywords) | InSchema::Partly(keywords) => keywords,
            _ => &[],
        }
    }
}

/// A keyword that a rule adds to the schema of some fields.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct Keyword {
    /// The fields, each as the definition and its property.
    pub fields: &'static [(&'static str, &'static str)],
    /// The keyword's name.
    pub name: &'static str,
    /// The keyword's value.
    pub value: fn() -> Value,
}
