//! What every command works with.

use std::cell::OnceCell;
use std::io::{self, IsTerminal, Write};
use std::path::Path;

use weixin_draft::{Checker, Language, Level, Settings};
use weixin_draft_settings::SettingsFile;

use crate::called::Called;
use crate::config::Config;
use crate::escape::Visible;
use crate::input::Input;
use crate::language;
use crate::options::{CheckOptions, GlobalOptions};
use crate::outcome::{Failure, Outcome};
use crate::output::Output;
use crate::report::{Text, level_name, wrap};
use crate::style::{self, Paint};
use crate::system_error;
use crate::uploads::Uploads;

/// One call of the command: its language, its settings and its output.
pub(crate) struct Session {
    pub(crate) language: Language,
    /// Whether an option or the settings ask for that language.
    pub(crate) language_is_asked_for: bool,
    /// Whether to say what was found and used.
    pub(crate) verbose: bool,
    pub(crate) output: Output,
    config: Config,
    /// The server, once it is known.
    called: OnceCell<Called>,
    pub(crate) uploads: Uploads,
}

impl Session {
    /// Finds the language. Settings that cannot be used are no reason to stop before
    /// something needs them.
    pub(crate) fn begin(options: &GlobalOptions) -> Self {
        let language = options.lang.unwrap_or_else(language::of_system);
        let mut session = Session {
            language,
            language_is_asked_for: options.lang.is_some(),
            verbose: options.verbose,
            output: Output::stdout(language),
            config: Config::of_options(options),
            called: OnceCell::new(),
            uploads: Uploads::default(),
        };
        session.take_language_of(Path::new("."));
        session
    }

    /// Speaks the language that the settings of a file ask for, unless an option or
    /// other settings did so before.
    pub(crate) fn take_language_of(&mut self, file: &Path) {
        if self.language_is_asked_for {
            return;
        }
        let settings = self.config.settings_of(file).ok().flatten();
        if let Some(language) = settings.and_then(|settings| settings.language()) {
            self.language = language;
            self.output.speak(language);
            self.language_is_asked_for = true;
        }
    }

    /// Notes which server is called; a command calls one.
    pub(crate) fn calls(&self, called: Called) {
        drop(self.called.set(called));
    }

    /// That a request was not sent, and what was.
    pub(crate) fn not_sent(&self) -> String {
        match self.uploads.told(self.language) {
            Some(told) => {
                say!(self.language, "the request was not sent; {told}", "请求未发送；{told}")
            }
            None => say!(self.language, "nothing was sent", "未发送"),
        }
    }

    /// The server, if one is called.
    pub(crate) fn called(&self) -> Option<&Called> {
        self.called.get()
    }

    /// Whether the server is a sandbox inside this process.
    pub(crate) fn calls_sandbox(&self) -> bool {
        self.called().is_some_and(|called| called.is_sandbox)
    }

    /// Writes out what is left to be written.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        Ok(self.output.flush()?)
    }

    /// The check that the settings of a file and the options ask for.
    pub(crate) fn checker_for(
        &self,
        options: &CheckOptions,
        file: &Path,
    ) -> Result<Checker, Failure> {
        let found = self.config.settings_of(file).map_err(|error| {
            let message = error.message(self.language);
            Failure(Visible(&message).to_string())
        })?;
        let mut settings = match found {
            Some(found) => {
                self.tell_of_settings(&found);
                found.settings_for(file)
            }
            None => {
                self.tell_of_no_settings();
                Settings::default()
            }
        };
        settings.levels.extend(options.level.iter().cloned());
        settings.image_hosts.extend(options.image_host.iter().cloned());
        settings.strict = options.strict.unwrap_or(settings.strict);
        settings.drop_nulls |= options.drop_nulls;
        Checker::from_settings(&settings).map_err(|error| Failure(error.message(self.language)))
    }

    /// Names a settings file: when it was asked, and when another user wrote it.
    fn tell_of_settings(&self, settings: &SettingsFile) {
        let is_foreign = settings.is_of_another_user();
        if !(is_foreign || self.verbose) || !self.config.is_news(settings.path()) {
            return;
        }
        let path = settings.path().to_string_lossy();
        let path = Visible(&path);
        self.note(&if is_foreign {
            say!(
                self.language,
                "settings of another user: {path} (--no-config ignores them)",
                "使用了其他用户的配置文件：{path}（可用 --no-config 忽略）"
            )
        } else {
            say!(self.language, "settings: {path}", "配置文件：{path}")
        });
    }

    /// Says that there is no settings file, when it was asked.
    fn tell_of_no_settings(&self) {
        if self.verbose && self.config.is_news(Path::new("")) {
            self.note(&say!(self.language, "settings: none", "配置文件：无"));
        }
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
        complain(self.language, &self.why_unreadable(&input.name(), error));
        Outcome::Usage
    }

    /// Why a file cannot be read.
    pub(crate) fn why_unreadable(&self, name: &str, error: &io::Error) -> String {
        if error.kind() == io::ErrorKind::NotFound && name.contains(['*', '?', '[']) {
            let name = Visible(name);
            return say!(self.language, "no file matches {name}", "没有与 {name} 匹配的文件");
        }
        let (name, error) = (Visible(name), system_error::in_words(error, self.language));
        say!(self.language, "cannot read {name}: {error}", "无法读取 {name}：{error}")
    }

    /// Says something on standard error.
    #[expect(clippy::unused_self, reason = "a session speaks; standard error happens to be global")]
    pub(crate) fn note(&self, message: &str) {
        write_error(&wrapped(message));
    }
}

/// Says on standard error what is wrong.
pub(crate) fn complain(language: Language, message: &str) {
    tell(language, Level::Error, message);
}

/// Says something on standard error, after the name of its level.
pub(crate) fn tell(language: Language, level: Level, message: &str) {
    let paint = Paint { colour: true };
    let name = level_name(level, language);
    let head = say!(language, "{name}:", "{name}：");
    let blank = say!(language, " ", "");
    let text = wrap(message, stderr_width(), &format!("{head}{blank}"), "");
    let text = text.strip_prefix(&head).unwrap_or(&text);
    write_error(&format!("{}{text}", paint.level(level, head)));
}

/// A text for standard error, so that it fits a terminal.
fn wrapped(text: &str) -> String {
    wrap(text, stderr_width(), "", "")
}

fn stderr_width() -> Option<usize> {
    style::width(io::stderr().is_terminal())
}

/// Nobody can be told when standard error cannot be written; that is no reason to panic.
pub(crate) fn write_error(message: &str) {
    drop(writeln!(anstream::stderr(), "{message}"));
}
