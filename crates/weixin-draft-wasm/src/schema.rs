//! The published schemas.

use serde::Deserialize;
use serde_json::value::RawValue;

use crate::answer::{Wrong, answer};

#[derive(Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    kind: String,
    draft: String,
}

impl Default for Options {
    fn default() -> Self {
        Options { kind: "request".to_owned(), draft: "2020-12".to_owned() }
    }
}

/// A published schema, as `build.rs` copied it.
macro_rules! schema {
    ($name:literal) => {
        include_str!(concat!(env!("OUT_DIR"), "/", $name))
    };
}

/// The files as they are published, without white space: smaller here than what generates them.
const FILES: [(&str, &str, &str); 8] = [
    ("request", "2020-12", schema!("request.json")),
    ("request", "7", schema!("request.draft-07.json")),
    ("response", "2020-12", schema!("response.json")),
    ("response", "7", schema!("response.draft-07.json")),
    ("report", "2020-12", schema!("report.json")),
    ("report", "7", schema!("report.draft-07.json")),
    ("llm", "2020-12", schema!("request.llm.json")),
    ("openapi", "2020-12", schema!("openapi.json")),
];

/// A JSON Schema: `{"kind": "request", "draft": "2020-12"}`, both optional; the
/// kind may be `response`, `report`, `llm` or `openapi` too, and the draft `7`
/// for the first three.
pub fn json_schema(_input: &[u8], options: &[u8]) -> String {
    answer(options, |options: Options| {
        let asked = (options.kind.as_str(), options.draft.as_str());
        let file = FILES.iter().find(|(kind, draft, _)| (*kind, *draft) == asked);
        let (_, _, text) = file.ok_or(
            "no such schema: kind is request, response or report with draft 2020-12 or 7, \
             or llm or openapi with draft 2020-12",
        )?;
        serde_json::from_str::<&RawValue>(text).map_err(Wrong::from)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_is_found() {
        for (kind, draft, _) in FILES {
            let options = format!(r#"{{"kind": "{kind}", "draft": "{draft}"}}"#);
            assert!(json_schema(b"", options.as_bytes()).starts_with(r#"{"value":{"#));
        }
        let same = [
            (FILES[0].2, include_str!("../../../schema/request.json")),
            (FILES[7].2, include_str!("../../../schema/openapi.json")),
        ];
        for (copy, published) in same {
            let parse = |text| serde_json::from_str::<serde_json::Value>(text).unwrap();
            assert_eq!(parse(copy), parse(published));
            assert!(copy.len() < published.len());
        }
        assert!(json_schema(b"", br#"{"kind": "llm", "draft": "7"}"#).starts_with(r#"{"error""#));
    }
}
