//! The attributes of HTML that hold scripts.

/// Whether this, in lower case, is the name of an event handler: one of the HTML
/// standard's and its companions', such as `onclick`, and not `one` or `onetime`.
pub(super) fn is_event_handler(name: &[u8]) -> bool {
    name.strip_prefix(b"on").is_some_and(|event| EVENTS.binary_search(&event).is_ok())
}

/// In the order of bytes.
#[rustfmt::skip]
const EVENTS: &[&[u8]] = &[
    b"abort", b"activate", b"afterprint", b"afterscriptexecute", b"animationcancel",
    b"animationend", b"animationiteration", b"animationstart", b"auxclick", b"beforecopy",
    b"beforecut", b"beforeinput", b"beforematch", b"beforepaste", b"beforeprint", b"beforetoggle",
    b"beforeunload", b"begin", b"blur", b"cancel", b"canplay", b"canplaythrough", b"change",
    b"click", b"close", b"command", b"contentvisibilityautostatechange", b"contextlost",
    b"contextmenu", b"contextrestored", b"copy", b"cuechange", b"cut", b"dblclick", b"drag",
    b"dragend", b"dragenter", b"dragexit", b"dragleave", b"dragover", b"dragstart", b"drop",
    b"durationchange", b"emptied", b"end", b"ended", b"error", b"focus", b"focusin", b"focusout",
    b"formdata", b"fullscreenchange", b"fullscreenerror", b"gesturechange", b"gestureend",
    b"gesturestart", b"gotpointercapture", b"hashchange", b"input", b"invalid", b"keydown",
    b"keypress", b"keyup", b"languagechange", b"load", b"loadeddata", b"loadedmetadata",
    b"loadend", b"loadstart", b"lostpointercapture", b"message", b"messageerror", b"mousedown",
    b"mouseenter", b"mouseleave", b"mousemove", b"mouseout", b"mouseover", b"mouseup",
    b"mousewheel", b"offline", b"online", b"pagehide", b"pagereveal", b"pageshow", b"pageswap",
    b"paste", b"pause", b"play", b"playing", b"pointercancel", b"pointerdown", b"pointerenter",
    b"pointerleave", b"pointermove", b"pointerout", b"pointerover", b"pointerrawupdate",
    b"pointerup", b"popstate", b"progress", b"propertychange", b"ratechange", b"readystatechange",
    b"rejectionhandled", b"repeat", b"reset", b"resize", b"scroll", b"scrollend",
    b"scrollsnapchange", b"scrollsnapchanging", b"search", b"securitypolicyviolation", b"seeked",
    b"seeking", b"select", b"selectionchange", b"selectstart", b"show", b"slotchange", b"stalled",
    b"start", b"storage", b"submit", b"suspend", b"timeupdate", b"toggle", b"touchcancel",
    b"touchend", b"touchmove", b"touchstart", b"transitioncancel", b"transitionend",
    b"transitionrun", b"transitionstart", b"unhandledrejection", b"unload", b"volumechange",
    b"waiting", b"webkitanimationend", b"webkitanimationiteration", b"webkitanimationstart",
    b"webkittransitionend", b"wheel", b"zoom",
];

#[cfg(test)]
mod tests {
    use super::{EVENTS, is_event_handler};

    #[test]
    fn knows_the_handlers_of_html() {
        assert!(EVENTS.is_sorted());
        for name in ["onclick", "onload", "ontouchstart", "onsecuritypolicyviolation"] {
            assert!(is_event_handler(name.as_bytes()), "{name}");
        }
        for name in ["on", "one", "onetime", "only", "click", "once"] {
            assert!(!is_event_handler(name.as_bytes()), "{name}");
        }
    }
}
