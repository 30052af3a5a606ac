//! The check with the caller's settings.

use std::sync::LazyLock;

use super::driver::{Driver, judge_content};
use super::prepared::Prepared;
use super::settings::Settings;
use super::settings_error::SettingsError;
use super::unread::unreadable;
use crate::address::host_name;
use crate::json::as_text;
use crate::model::{ArticleType, DraftUpdate};
use crate::report::{Level, Report, apply_edits};
use crate::request::{Expected, Form, REQUEST, ReadSettings, Rewrite, rewrite};
use crate::rules::{Levels, RULES, Rule, UNKNOWN_FIELD, near_rule, rule, speak_of_add};

/// Checks a request body with every rule at its default level.
///
/// Any bytes are welcome: what is not JSON gets a report too. Never panics.
///
/// ```
/// let report = weixin_draft::check_json(b"{}");
/// let paths: Vec<_> = report.errors().map(|error| error.path.as_str()).collect();
/// assert_eq!(paths, ["/media_id", "/index", "/articles"]);
/// ```
pub fn check_json(body: &[u8]) -> Report {
    Checker::DEFAULT.check_json(body)
}

/// Whether a text is JSON in which no object has a name twice, whatever it is about: the
/// rules `invalid_json` and `duplicate_key` alone.
///
/// ```
/// let report = weixin_draft::check_syntax(br#"{"title": "Menu", "title": ""}"#);
/// let found: Vec<_> = report.errors().map(|error| error.code).collect();
/// assert_eq!(found, ["duplicate_key"]);
/// assert!(weixin_draft::check_syntax(b"[null]").is_ok());
/// ```
pub fn check_syntax(text: &[u8]) -> Report {
    static LEVELS: LazyLock<Levels> = LazyLock::new(|| {
        let is_on_syntax = |rule: &Rule| ["invalid_json", "duplicate_key"].contains(&rule.code);
        let mut levels = Levels::default();
        for rule in RULES.iter().filter(|rule| !is_on_syntax(rule)) {
            levels.set(rule, Level::Off);
        }
        levels
    });
    let mut driver = Driver::new(&LEVELS, &[], text);
    driver.article(ReadSettings::default());
    driver.into_report()
}

/// The same as [`check_syntax`] for what a body of draft_add is to be made of: what is said of
/// a text that is not JSON speaks of that call.
///
/// ```
/// let report = weixin_draft::check_add_syntax(b"<xml/>");
/// assert!(report.to_string().contains("an array of 1 to 8 articles"));
/// ```
pub fn check_add_syntax(text: &[u8]) -> Report {
    let mut report = check_syntax(text);
    speak_of_add(&mut report);
    report
}

/// Checks an article alone, as JSON, with every rule at its default level. Paths
/// begin at the article.
///
/// ```
/// let report = weixin_draft::check_article(br#"{"title": "Menu", "content": ""}"#);
/// assert_eq!(report.errors().next().unwrap().path, "/content");
/// ```
pub fn check_article(article: &[u8]) -> Report {
    Checker::DEFAULT.check_article(article)
}

/// Checks a content alone, an HTML fragment, with every rule at its default level.
/// The path of everything is `/content`, and places are those in the fragment.
///
/// ```
/// use weixin_draft::{ArticleType, check_content};
///
/// let report = check_content("<p>\n<img src='a.png'>", ArticleType::News);
/// let place = report.violations()[0].first_location().unwrap();
/// assert_eq!((place.line, place.column), (2, 6));
/// ```
pub fn check_content(html: &str, article_type: ArticleType) -> Report {
    Checker::DEFAULT.check_content(html, article_type)
}

/// A check with levels and image hosts of the caller's choice.
///
/// Built once, then used as often as you like, from as many threads as you like.
///
/// ```
/// use weixin_draft::{Checker, Level};
///
/// let checker = Checker::new()
///     .level("external_image", Level::Warning)?
///     .image_host("cdn.example.cn")?;
/// let report = checker.check_json(b"[]");
/// assert_eq!(report.errors().count(), 1);
/// # Ok::<(), weixin_draft::SettingsError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    settings: Settings,
    pub(super) levels: Levels,
    /// In the form in which hosts are compared.
    pub(super) image_hosts: Vec<String>,
}

/// Two checkers are equal when they were given the same.
impl PartialEq for Checker {
    fn eq(&self, other: &Self) -> bool {
        self.settings == other.settings
    }
}

impl Eq for Checker {}

impl Checker {
    const DEFAULT: &Checker =
        &Checker { settings: Settings::DEFAULT, levels: Levels::DEFAULT, image_hosts: Vec::new() };

    /// A checker with every rule at its default level.
    pub fn new() -> Self {
        Self::default()
    }

    /// A checker with these settings.
    ///
    /// # Errors
    /// See [`Checker::level`] and [`Checker::image_host`].
    pub fn from_settings(settings: &Settings) -> Result<Self, SettingsError> {
        let mut checker = Checker::new().strict(settings.strict).drop_nulls(settings.drop_nulls);
        checker.settings.language = settings.language;
        for (code, level) in &settings.levels {
            checker = checker.level(code, *level)?;
        }
        for host in &settings.image_hosts {
            checker = checker.image_host(host)?;
        }
        Ok(checker)
    }

    /// The settings that the checker was built from.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Moves the rule with this code to another level.
    ///
    /// # Errors
    /// [`SettingsError::UnknownRule`] when there is no such rule, and
    /// [`SettingsError::FixedRule`] when its level cannot be changed: a request
    /// of the wrong shape can never be sent.
    pub fn level(mut self, code: &str, level: Level) -> Result<Self, SettingsError> {
        let unknown = || SettingsError::UnknownRule { near: near_rule(code).map(|rule| rule.code) };
        let rule = rule(code).ok_or_else(unknown)?;
        if !rule.movable && level != rule.level {
            return Err(SettingsError::FixedRule(rule.code));
        }
        self.levels.set(rule, level);
        self.settings.levels.insert(rule.code.to_owned(), level);
        Ok(self)
    }

    /// Makes every warning count as an error.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.settings.strict = strict;
        self.levels.set_strict(strict);
        self
    }

    /// Makes members that are null count as left out, at any depth: the check skips
    /// them, and they are not sent. A null in an array stays, and is reported.
    ///
    /// Many serializers write null for what has no value, and so do language models
    /// whose tool calls have to name every field.
    ///
    /// ```
    /// use weixin_draft::Checker;
    ///
    /// let body = br#"{"media_id": "M", "index": null}"#;
    /// let report = Checker::new().drop_nulls(true).check_json(body);
    /// assert_eq!(report.errors().next().unwrap().code, "missing_field");
    /// ```
    #[must_use]
    pub fn drop_nulls(mut self, drop_nulls: bool) -> Self {
        self.settings.drop_nulls = drop_nulls;
        self
    }

    /// Takes images from this host and from every host below it for internal
    /// ones, besides the vendor's.
    ///
    /// A name with a character above U+007F covers images whose address spells it
    /// the same; its `xn--` form is another name.
    ///
    /// # Errors
    /// [`SettingsError::NotAHost`] unless it is a host's name alone: no scheme,
    /// port or path.
    pub fn image_host(mut self, host: &str) -> Result<Self, SettingsError> {
        self.image_hosts.push(host_name(host).ok_or(SettingsError::NotAHost)?);
        self.settings.image_hosts.push(host.to_owned());
        Ok(self)
    }

    /// Checks a request body. Never panics, whatever the bytes.
    pub fn check_json(&self, body: &[u8]) -> Report {
        let mut driver = self.driver(&self.levels, body);
        driver.request(self.read_settings(Form::Update));
        driver.into_report()
    }

    /// Checks a body of draft_add, whose `articles` is an array: its articles are
    /// judged by the same rules, with paths such as `/articles/0/title`.
    ///
    /// ```
    /// use weixin_draft::Checker;
    ///
    /// let report = Checker::new().check_draft_add(br#"{"articles": [{"title": "", "content": "x"}]}"#);
    /// let found: Vec<_> = report.errors().map(|error| (error.code, error.path.as_str())).collect();
    /// assert_eq!(
    ///     found,
    ///     [("empty_value", "/articles/0/title"), ("missing_field", "/articles/0/thumb_media_id")]
    /// );
    /// let nine = format!(r#"{{"articles": [{}]}}"#, ["{}"; 9].join(", "));
    /// for articles in [r#"{"articles": []}"#, &nine] {
    ///     let report = Checker::new().check_draft_add(articles.as_bytes());
    ///     assert!(report.errors().any(|error| error.code == "article_count"));
    /// }
    /// ```
    pub fn check_draft_add(&self, body: &[u8]) -> Report {
        let mut driver = self.driver(&self.levels, body);
        driver.add_request(self.read_settings(Form::Add));
        let mut report = driver.into_report();
        speak_of_add(&mut report);
        report
    }

    /// Checks an article alone, as JSON; see [`check_article`].
    pub fn check_article(&self, article: &[u8]) -> Report {
        let mut driver = self.driver(&self.levels, article);
        driver.article(self.read_settings(Form::Update));
        driver.into_report()
    }

    /// Checks a content alone; see [`check_content`].
    pub fn check_content(&self, html: &str, article_type: ArticleType) -> Report {
        judge_content(&self.levels, &self.image_hosts, html, article_type.into())
    }

    /// Checks a request built in Rust, as it would be sent. Its report has no
    /// locations, since there is no text to look at.
    pub fn check(&self, draft: &DraftUpdate) -> Report {
        self.check_json(&draft.to_json()).without_locations()
    }

    /// Checks a request body and reads it.
    ///
    /// A [`DraftUpdate`] holds exact crops, known ratios and the like. Where a
    /// lowered rule let something else through, the request cannot become one,
    /// and the rule counts as an error here; [`Checker::prepare`] has no such
    /// limit.
    ///
    /// # Errors
    /// The report, when it has an error.
    pub fn read(&self, body: &[u8]) -> Result<DraftUpdate, Report> {
        self.read_and_report(body).map(|(draft, _)| draft)
    }

    /// The same, with the warnings.
    ///
    /// # Errors
    /// The report, when it has an error.
    pub fn read_and_report(&self, body: &[u8]) -> Result<(DraftUpdate, Report), Report> {
        let levels = self.levels.for_models();
        let mut driver = self.driver(&levels, body);
        driver.reports_escapes = false;
        driver.reader = Some(Box::default());
        let request = driver.request(self.read_settings(Form::Update));
        let reader = driver.reader.take();
        let report = driver.into_report();
        if !report.is_ok() {
            return Err(report);
        }
        let draft =
            reader.zip(request).and_then(|(reader, request)| reader.into_draft_update(&request));
        // Unless a rule forgot to say that it is one of those, there is one.
        draft.map(|draft| (draft, report)).ok_or_else(|| unreadable(body))
    }

    /// Checks a request body and writes the body to be sent: raw UTF-8, known
    /// fields only, no empty optional strings. Everything else stays as it was given.
    ///
    /// # Errors
    /// The report, when it has an error.
    pub fn prepare(&self, body: &[u8]) -> Result<Prepared, Report> {
        let mut driver = self.driver(&self.levels, body);
        driver.reports_escapes = false;
        driver.request(self.read_settings(Form::Update));
        let leave_out_image_info = driver.leaves_out_image_info;
        let report = driver.into_report();
        if !report.is_ok() {
            return Err(report);
        }
        let settings = Rewrite { drop_nulls: self.settings.drop_nulls, leave_out_image_info };
        // A report without errors is one of a JSON text.
        let text = as_text(body).unwrap_or_default();
        let edits = rewrite(text, Expected::Object(REQUEST), settings).unwrap_or_default();
        Ok(Prepared { body: apply_edits(text, &edits), report })
    }

    pub(super) fn read_settings(&self, form: Form) -> ReadSettings {
        // A member that is only left out says nothing of what is inside of it.
        let reads_misspelt = self.levels.of(UNKNOWN_FIELD, Level::Error) == Level::Error;
        ReadSettings { form, drop_nulls: self.settings.drop_nulls, reads_misspelt }
    }

    fn driver<'c>(&'c self, levels: &'c Levels, body: &'c [u8]) -> Driver<'c> {
        Driver::new(levels, &self.image_hosts, body)
    }
}
