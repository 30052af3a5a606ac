//! What Ctrl-C says of a call before it ends the command.

use std::sync::{Arc, Mutex, PoisonError};

use weixin_draft::Language;

/// The words for what is known of a call. Of several, the last one speaks.
#[derive(Clone, Default)]
pub(crate) struct Interrupt(Arc<Mutex<String>>);

impl Interrupt {
    /// From now on Ctrl-C says that nothing was sent, until something else is known.
    pub(crate) fn begin(language: Language) -> Self {
        let interrupt = Interrupt::default();
        interrupt.say(&say!(language, "interrupted: no draft was changed", "已中断：草稿没有变化"));
        interrupt.listen();
        interrupt
    }

    /// Ctrl-C says this instead; nothing where it is empty.
    pub(crate) fn say(&self, message: &str) {
        message.clone_into(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Where signals cannot be heard, Ctrl-C ends the command without a word.
    #[cfg(unix)]
    fn listen(&self) {
        use signal_hook::consts::SIGINT;
        use signal_hook::iterator::Signals;
        use signal_hook::low_level::emulate_default_handler;

        // What a shell starts in the background ignores Ctrl-C, and goes on doing so.
        if is_ignored() {
            return;
        }
        let Ok(mut signals) = Signals::new([SIGINT]) else { return };
        let words = Arc::clone(&self.0);
        std::thread::spawn(move || {
            for signal in signals.forever() {
                let message = words.lock().unwrap_or_else(PoisonError::into_inner);
                if !message.is_empty() {
                    crate::session::write_error(&message);
                }
                // As if nobody had listened, so that a script that called the command ends
                // too.
                drop(emulate_default_handler(signal));
            }
        });
    }

    #[cfg(not(unix))]
    #[expect(clippy::unused_self, reason = "as where signals can be heard")]
    fn listen(&self) {}
}

/// Whether this process ignores SIGINT, where the system tells.
#[cfg(unix)]
fn is_ignored() -> bool {
    const INTERRUPT: u64 = 1 << (signal_hook::consts::SIGINT - 1);
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let mask = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    let mask = mask.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok());
    mask.is_some_and(|mask| mask & INTERRUPT != 0)
}
