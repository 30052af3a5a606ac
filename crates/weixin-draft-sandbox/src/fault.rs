//! What can be made to go wrong.

use serde::Deserialize;
use serde::de::Error as _;
use serde_json::{Map, Value};

use crate::fault_fields::complaint;

/// Something that goes wrong with the next call, asked for with
/// [`Sandbox::fail_next`](crate::Sandbox::fail_next) or, by other programs,
/// with `POST /sandbox/fault`.
///
/// As JSON a fault is named in `fault`, with its fields beside the name.
/// `endpoint` says whose calls go wrong (`draft/update` when left out),
/// `times` for how many it holds (1 when left out), and `after` how many go
/// well before (0). Faults of an endpoint are used up in the order in which
/// they were asked for; at most 1,000 wait.
///
/// ```json
/// {"fault": "errcode", "errcode": 45009, "errmsg": "come back tomorrow", "times": 3}
/// {"fault": "slow", "milliseconds": 500}
/// {"fault": "cut"}
/// {"fault": "cut_after", "endpoint": "draft/add"}
/// {"fault": "late", "milliseconds": 500}
/// {"fault": "truncated"}
/// {"fault": "firewall"}
/// {"fault": "status", "status": 412}
/// {"fault": "edit", "media_id": "SANDBOX_NEWS", "index": 0, "fields": {"title": "Theirs"}, "endpoint": "draft/get", "after": 1}
/// {"fault": "gone", "media_id": "SANDBOX_NEWS"}
/// {"fault": "bad_gateway"}
/// {"fault": "redirect", "location": "https://example.com/"}
/// {"fault": "oversized", "bytes": 16777216}
/// {"fault": "not_json"}
/// {"fault": "invalid_utf8"}
/// {"fault": "string_errcode"}
/// {"fault": "text_plain"}
/// ```
///
/// With `slow`, `cut_after`, `late`, `string_errcode` and `text_plain` the call is
/// carried out, and only its answer is unusual; with `edit` and `gone`
/// something happens to a draft before it. With the others it is not carried
/// out.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case", deny_unknown_fields)]
#[non_exhaustive]
pub enum Fault {
    /// A code, with these words or with those the vendor has for it.
    Errcode {
        /// The code, known or not.
        errcode: i64,
        /// The words; left out, the vendor's, with a hint and a rid.
        #[serde(default)]
        errmsg: Option<String>,
    },
    /// The call is carried out at once, whether or not its caller waits for the answer,
    /// which is the true one, but late.
    Slow {
        /// How late.
        milliseconds: u64,
    },
    /// The connection is closed without a byte of answer.
    Cut,
    /// The call is carried out, and then the connection is closed without a byte
    /// of answer.
    CutAfter,
    /// The connection is closed without a byte of answer, and the call is carried out
    /// later.
    Late {
        /// How much later.
        milliseconds: u64,
    },
    /// The page of the vendor's web firewall, with status 501.
    Firewall,
    /// A status and a page of HTML, as from a gateway.
    Status {
        /// The status, from 200 to 999.
        status: u16,
    },
    /// Somebody else changes fields of an article before the call.
    Edit {
        /// The draft's id.
        media_id: String,
        /// The article's place in it.
        index: usize,
        /// The fields and their new values.
        fields: Map<String, Value>,
    },
    /// The draft is deleted or published before the call.
    Gone {
        /// The draft's id.
        media_id: String,
    },
    /// The connection is closed in the middle of a good answer.
    Truncated,
    /// 502 and a page of HTML, as from a gateway.
    BadGateway,
    /// 302 to another address.
    Redirect {
        /// Where to. Left out of the answer if no header can hold it.
        location: String,
    },
    /// A good answer, padded to more than anybody would want to read.
    Oversized {
        /// How large at least; 64 MiB at most.
        bytes: usize,
    },
    /// 200 and a body that is no JSON.
    NotJson,
    /// 200 and a good answer but for a byte that is not UTF-8.
    InvalidUtf8,
    /// The true answer with its `errcode` in quotes, as some gateways send it.
    StringErrcode,
    /// The true answer under the label `text/plain`.
    TextPlain,
}

impl Fault {
    /// Reads a fault in its form as JSON, without `times`.
    ///
    /// # Errors
    ///
    /// When the fault is unknown, or has a field that it does not know.
    pub fn from_fields(fields: serde_json::Map<String, Value>) -> serde_json::Result<Fault> {
        match complaint(&fields) {
            Some(words) => Err(serde_json::Error::custom(words)),
            None => Fault::deserialize(Value::Object(fields)),
        }
    }

    /// The bytes of what it holds.
    pub(crate) fn size(&self) -> usize {
        match self {
            Fault::Errcode { errmsg, .. } => errmsg.as_ref().map_or(0, String::len),
            Fault::Redirect { location } => location.len(),
            Fault::Gone { media_id } => media_id.len(),
            Fault::Edit { media_id, fields, .. } => {
                media_id.len() + serde_json::to_string(fields).map_or(0, |text| text.len())
            }
            _ => 0,
        }
    }

    /// A code, in the vendor's words.
    ///
    /// ```
    /// use weixin_draft_sandbox::{Fault, Sandbox};
    ///
    /// let sandbox = Sandbox::start()?;
    /// sandbox.fail_next(Fault::errcode(45009));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn errcode(errcode: i64) -> Fault {
        Fault::Errcode { errcode, errmsg: None }
    }
}
