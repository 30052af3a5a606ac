//! The command `weixin-draft`.

use std::process::ExitCode;

fn main() -> ExitCode {
    weixin_draft_cli::run(std::env::args_os()).into()
}
