//! The check: bytes in, report out.

use crate::address::host_name;
use crate::checker_error::CheckerError;
use crate::content::{ScanSettings, scan};
use crate::json::{Pointer, as_text};
use crate::levels::Levels;
use crate::model::DraftUpdate;
use crate::read::{ArticleType, Request, read_request};
use crate::report::{Level, Notes, Report};
use crate::rules::{check_values, flawed_crops, invalid_json, near_rule, rule};

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
/// # Ok::<(), weixin_draft::CheckerError>(())
/// ```
#[derive(Clone, Debug, Default)]
pub struct Checker {
    levels: Levels,
    image_hosts: Vec<String>,
}

impl Checker {
    const DEFAULT: Checker = Checker { levels: Levels::DEFAULT, image_hosts: Vec::new() };

    /// A checker with every rule at its default level.
    pub fn new() -> Self {
        Self::default()
    }

    /// Moves the rule with this code to another level.
    ///
    /// # Errors
    /// [`CheckerError::UnknownRule`] when there is no such rule, and
    /// [`CheckerError::FixedRule`] when its level cannot be changed: a request
    /// of the wrong shape can never be sent.
    pub fn level(mut self, code: &str, level: Level) -> Result<Self, CheckerError> {
        let unknown = || CheckerError::UnknownRule { near: near_rule(code).map(|rule| rule.code) };
        let rule = rule(code).ok_or_else(unknown)?;
        if !rule.movable && level != rule.level {
            return Err(CheckerError::FixedRule(rule.code));
        }
        self.levels.set(rule, level);
        Ok(self)
    }

    /// Makes every warning count as an error.
    #[must_use]
    pub fn strict(mut self, strict: bool) -> Self {
        self.levels.set_strict(strict);
        self
    }

    /// Takes images from this host and from every host below it for internal
    /// ones, besides the vendor's.
    ///
    /// A name with a character above U+007F covers images whose address spells it
    /// the same; its `xn--` form is another name.
    ///
    /// # Errors
    /// [`CheckerError::NotAHost`] unless it is a host's name alone: no scheme,
    /// port or path.
    pub fn image_host(mut self, host: &str) -> Result<Self, CheckerError> {
        self.image_hosts.push(host_name(host).ok_or(CheckerError::NotAHost)?);
        Ok(self)
    }

    /// Checks a request body. Never panics, whatever the bytes.
    pub fn check_json(&self, body: &[u8]) -> Report {
        self.examine(body, &self.levels, |_| ()).0
    }

    /// Checks a request built in Rust, as it would be sent.
    pub fn check(&self, draft: &DraftUpdate) -> Report {
        self.check_json(&draft.to_json())
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
        let (report, draft) = self.examine(body, &self.levels, DraftUpdate::from_request);
        match draft.flatten() {
            Some(draft) if report.is_ok() => Ok(draft),
            _ if !report.is_ok() => Err(report),
            _ => {
                let mut levels = self.levels.clone();
                for rule in crate::model::RULES_OF_THE_MODEL {
                    levels.set(rule, Level::Error);
                }
                Err(self.examine(body, &levels, |_| ()).0)
            }
        }
    }

    /// Checks a request body and writes the body to be sent: raw UTF-8, known
    /// fields only, no empty optional strings.
    ///
    /// # Errors
    /// The report, when it has an error.
    pub fn prepare(&self, body: &[u8]) -> Result<Prepared, Report> {
        let (report, body) = self.examine(body, &self.levels, crate::model::write_request);
        match body {
            Some(body) if report.is_ok() => Ok(Prepared { body, report }),
            _ => Err(report),
        }
    }

    /// The one way through a body; `then` sees the request if it has no errors.
    fn examine<T>(
        &self,
        body: &[u8],
        levels: &Levels,
        then: impl FnOnce(&Request<'_>) -> T,
    ) -> (Report, Option<T>) {
        let mut notes = Notes::new(levels);
        let mut value = None;
        match as_text(body) {
            Err(malformed) => invalid_json::note(malformed, &Pointer::ROOT, &mut notes),
            Ok(text) => {
                // Left where it is: a request is too large to be moved about.
                if let Some(request) = read_request(text, &mut notes).given_mut() {
                    self.apply_rules(request, &mut notes);
                    value = (!notes.has_errors()).then(|| then(request));
                }
            }
        }
        (notes.into_report(body), value)
    }

    fn apply_rules(&self, request: &mut Request<'_>, notes: &mut Notes<'_>) {
        if let Some(article) = request.articles.given_mut()
            && let Some(content) = article.content.given().copied()
        {
            let on_newspic = article.kind == ArticleType::NewsPic;
            let settings = ScanSettings { on_newspic, image_hosts: &self.image_hosts };
            article.scan = scan(&content, &settings);
        }
        if let Some(article) = request.articles.given_mut() {
            article.flawed_crops = flawed_crops(article);
        }
        // A rule that is off is looked at for nothing: what it finds is not noted.
        check_values(request, notes);
        if let Some(article) = request.articles.given_mut() {
            for finding in article.scan.findings.drain(..) {
                notes.add(finding, &Pointer::ARTICLES.name("content"));
            }
        }
    }
}

/// A checked body, ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Prepared {
    /// The body: JSON in raw UTF-8.
    pub body: Vec<u8>,
    /// What the check found; it holds no errors, but may hold warnings.
    pub report: Report,
}
