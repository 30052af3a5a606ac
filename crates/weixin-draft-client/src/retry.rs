//! When a call is made again, and after which pause.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

use weixin_draft::ErrorCodeClass;
use weixin_draft::endpoint::Effect;

use crate::error::{Error, Reason};

/// How often a call is tried in all.
pub(crate) const TRIES: u32 = 3;

/// Before the first repetition; each further one waits twice as long.
const FIRST_PAUSE: Duration = Duration::from_secs(1);

/// After 45011, "too many calls this minute".
const A_MINUTE: Duration = Duration::from_secs(60);

const BUSY: i64 = -1;

/// The pause after which a call is made once more, or `None` if it is not.
///
/// `may_overwrite` says that a repeated update may overwrite somebody's edit.
pub(crate) fn pause(
    error: &Error,
    effect: Effect,
    may_overwrite: bool,
    tries: u32,
) -> Option<Duration> {
    if tries >= TRIES {
        return None;
    }
    let doubled = FIRST_PAUSE * (1 << (tries - 1));
    match error {
        // Refused for sure, before anything was done.
        Error::Api(refusal) if refusal.class() == Some(ErrorCodeClass::Retry) => {
            match refusal.errcode {
                BUSY if effect == Effect::Adds => None,
                BUSY => Some(with_jitter(doubled)),
                _ => Some(with_jitter(A_MINUTE)),
            }
        }
        Error::Transport(failure) if may_repeat(effect, may_overwrite) => {
            let passes =
                matches!(failure.reason, Reason::Cut | Reason::Truncated | Reason::Gateway);
            passes.then(|| with_jitter(doubled))
        }
        _ => None,
    }
}

/// Whether a call may be repeated that may have taken place.
fn may_repeat(effect: Effect, may_overwrite: bool) -> bool {
    match effect {
        Effect::Reads | Effect::Uploads => true,
        Effect::Replaces => may_overwrite,
        Effect::Adds => false,
    }
}

/// Up to a quarter more, so that programs that were refused together do not come
/// back together.
fn with_jitter(pause: Duration) -> Duration {
    // Its keys are random.
    let random = RandomState::new().hash_one(0_u8);
    pause + pause / 4 * u32::from((random & 0xff) as u8) / 255
}
