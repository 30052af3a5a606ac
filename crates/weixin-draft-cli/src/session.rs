//! What every command works with.

use std::io::{self, IsTerminal, Write};

use anstream::eprintln;
use weixin_draft::{Checker, Language, SettingsError};

use crate::config::Config;
use crate::escape::Visible;
use crate::input::Input;
use crate::language;
use crate::options::{CheckOptions, GlobalOptions};
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::Text;
use crate::style::{self, Paint};

/// One call of the command: its language, its settings and its output.
pub(crate) struct Session {
    pub(crate) language: Language,
    /// Whether an option or the settings ask for that language.
    pub(crate) language_is_asked_for: bool,
    pub(crate) output: Output,
    config: Config,
}

impl Session {
    /// Finds the settings and the language.
    pub(crate) fn begin(options: &GlobalOptions) -> Result<Self, Failure> {
        let mut language = language::of_options(options);
        let config = Config::find(options, language)?;
        if options.lang.is_none() {
            language = config.language.unwrap_or(language);
        }
        let language_is_asked_for = options.lang.is_some() || config.language.is_some();
        Ok(Session { language, language_is_asked_for, output: Output::stdout(), config })
    }

    /// Writes out what is left to be written.
    pub(crate) fn finish(mut self) -> io::Result<()> {
        self.output.flush()
    }

    /// The check that settings and options ask for.
    pub(crate) fn checker(&self, options: &CheckOptions) -> Result<Checker, Failure> {
        let mut checker = self.config.checker(self.language)?.drop_nulls(options.drop_nulls);
        // The options have been looked at already, one by one.
        let failure = |error: SettingsError| Failure(error.message(self.language));
        for (code, level) in &options.level {
            checker = checker.level(code, *level).map_err(failure)?;
        }
        for host in &options.image_host {
            checker = checker.image_host(host).map_err(failure)?;
        }
        Ok(match options.strict {
            Some(strict) => checker.strict(strict),
            None => checker,
        })
    }

    /// The painter for standard output.
    pub(crate) fn paint(&self) -> Paint {
        Paint { colour: self.output.colour() }
    }

    /// The painter for standard error, through `anstream`, which takes the colour
    /// away where it is not wanted.
    #[expect(clippy::unused_self, reason = "beside `paint`, which needs it")]
    pub(crate) fn error_paint(&self) -> Paint {
        Paint { colour: true }
    }

    /// How reports are printed on standard output.
    pub(crate) fn text(&self) -> Text {
        let is_terminal = io::stdout().is_terminal();
        Text {
            language: self.language,
            paint: self.paint(),
            width: style::width(is_terminal),
            hyperlinks: supports_hyperlinks::on(supports_hyperlinks::Stream::Stdout),
            quiet: false,
        }
    }

    /// How reports are printed on standard error, beside data on standard output.
    pub(crate) fn error_text(&self) -> Text {
        let width = style::width(io::stderr().is_terminal());
        Text { paint: self.error_paint(), width, hyperlinks: false, ..self.text() }
    }

    /// Reads an input. Where that fails, says so on standard error.
    pub(crate) fn read(&self, input: &Input) -> Result<Vec<u8>, Outcome> {
        self.tell_if_terminal(input);
        input.read().map_err(|error| self.cannot_read(input, &error))
    }

    /// Nobody should wait for a command that waits for them.
    pub(crate) fn tell_if_terminal(&self, input: &Input) {
        if input.is_terminal() {
            self.note(&say!(
                self.language,
                "reading standard input; end it with Ctrl-D (Windows: Ctrl-Z, Enter)",
                "正在从标准输入读取，按 Ctrl-D 结束（Windows 上为 Ctrl-Z 加回车）"
            ));
        }
    }

    /// Says on standard error that an input cannot be read.
    pub(crate) fn cannot_read(&self, input: &Input, error: &io::Error) -> Outcome {
        complain(self.language, &self.why_unreadable(input, error));
        Outcome::Usage
    }

    /// Why an input cannot be read.
    pub(crate) fn why_unreadable(&self, input: &Input, error: &io::Error) -> String {
        let name = input.name();
        let name = Visible(&name);
        match error.kind() {
            io::ErrorKind::FileTooLarge => say!(
                self.language,
                "cannot read {name}: larger than 64 MiB; a file with one request a line is checked with --ndjson",
                "无法读取 {name}：超过 64 MiB；如果每行是一个请求，请使用 --ndjson"
            ),
            _ => say!(self.language, "cannot read {name}: {error}", "无法读取 {name}：{error}"),
        }
    }

    /// Says something on standard error.
    #[expect(clippy::unused_self, reason = "a session speaks; standard error happens to be global")]
    pub(crate) fn note(&self, message: &str) {
        eprintln!("{message}");
    }
}

/// Says on standard error what is wrong.
pub(crate) fn complain(language: Language, message: &str) {
    let paint = Paint { colour: true };
    let error = say!(language, "error: ", "错误：");
    eprintln!("{}{message}", paint.level(weixin_draft::Level::Error, error));
}
