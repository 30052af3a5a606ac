//! `weixin-draft completions`.

use std::io::Write;

use clap::Args;
use clap_complete::{Shell, generate};

use crate::help;
use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Print a script that lets a shell complete commands and options
#[derive(Args, Debug)]
#[command(after_help = WHERE)]
pub(crate) struct Options {
    /// The shell
    shell: Shell,
}

pub(crate) const WHERE: &str = "\
Bash:       weixin-draft completions bash > ~/.local/share/bash-completion/completions/weixin-draft
Zsh:        weixin-draft completions zsh > a directory of $fpath, as _weixin-draft
Fish:       weixin-draft completions fish > ~/.config/fish/completions/weixin-draft.fish
PowerShell: weixin-draft completions powershell >> $PROFILE";

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let mut command = help::command(session.language);
    let mut script = Vec::new();
    generate(options.shell, &mut command, "weixin-draft", &mut script);
    let mut script = String::from_utf8_lossy(&script).into_owned();
    if options.shell == Shell::Bash {
        // clap_complete spells a name with a hyphen in two ways, so that nothing after
        // a command is completed (clap issue 6421).
        script = script.replace("weixin__subcmd__draft", "weixin__draft");
    }
    session.output.write_all(script.as_bytes())?;
    Ok(Outcome::Fine)
}
