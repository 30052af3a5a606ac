//! What is wrong with the JSON of a fault, in words for the person who wrote it.

use serde_json::{Map, Value};

/// What a field holds.
#[derive(Clone, Copy)]
enum Kind {
    /// From and up to, both included.
    Integer(i64, u64),
    Text,
    Object,
}

/// A field of a fault.
struct Field {
    name: &'static str,
    kind: Kind,
    is_required: bool,
}

const fn required(name: &'static str, kind: Kind) -> Field {
    Field { name, kind, is_required: true }
}

const ANY_LENGTH: Kind = Kind::Integer(0, u64::MAX);

/// Every fault by its name in JSON, with the fields beside the name.
const FAULTS: &[(&str, &[Field])] = &[
    (
        "errcode",
        &[
            required("errcode", Kind::Integer(i64::MIN, i64::MAX as u64)),
            Field { name: "errmsg", kind: Kind::Text, is_required: false },
        ],
    ),
    ("slow", &[required("milliseconds", ANY_LENGTH)]),
    ("cut", &[]),
    ("cut_after", &[]),
    ("late", &[required("milliseconds", ANY_LENGTH)]),
    ("firewall", &[]),
    ("status", &[required("status", Kind::Integer(0, u16::MAX as u64))]),
    (
        "edit",
        &[
            required("media_id", Kind::Text),
            required("index", ANY_LENGTH),
            required("fields", Kind::Object),
        ],
    ),
    ("gone", &[required("media_id", Kind::Text)]),
    ("truncated", &[]),
    ("bad_gateway", &[]),
    ("redirect", &[required("location", Kind::Text)]),
    ("oversized", &[required("bytes", ANY_LENGTH)]),
    ("not_json", &[]),
    ("invalid_utf8", &[]),
    ("string_errcode", &[]),
    ("text_plain", &[]),
];

/// What is wrong with these fields, and what to write.
pub(crate) fn complaint(fields: &Map<String, Value>) -> Option<String> {
    let names = || FAULTS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
    let Some(fault) = fields.get("fault") else {
        return Some(format!("fault is missing: write one of {}", names()));
    };
    let known = FAULTS.iter().find(|(name, _)| fault == name);
    let Some((fault, known)) = known else {
        return Some(format!("there is no such fault: write one of {}", names()));
    };
    for field in *known {
        let name = field.name;
        match fields.get(name) {
            Some(value) if field.kind.holds(value) => {}
            None | Some(Value::Null) if !field.is_required => {}
            None => return Some(format!("{fault} needs {name}: {}", field.kind.words())),
            Some(_) => return Some(format!("{name} of {fault} is {}", field.kind.words())),
        }
    }
    let is_known = |name: &str| name == "fault" || known.iter().any(|field| field.name == name);
    if fields.keys().all(|name| is_known(name)) {
        return None;
    }
    let own: Vec<_> = known.iter().map(|field| field.name).collect();
    Some(match own[..] {
        [] => format!("{fault} has no fields but endpoint, times and after: remove the others"),
        _ => format!(
            "{fault} has {}, and endpoint, times and after: remove the others",
            own.join(", ")
        ),
    })
}

impl Kind {
    fn holds(self, value: &Value) -> bool {
        match self {
            Kind::Integer(from, to) => {
                value.as_i64().is_some_and(|it| it >= from && (it < 0 || it.unsigned_abs() <= to))
                    || value.as_u64().is_some_and(|it| it <= to)
            }
            Kind::Text => value.is_string(),
            Kind::Object => value.is_object(),
        }
    }

    fn words(self) -> String {
        match self {
            Kind::Integer(i64::MIN, _) => "a whole number, without quotes".to_owned(),
            Kind::Integer(from, u64::MAX) => format!("a whole number from {from}, without quotes"),
            Kind::Integer(from, to) => {
                format!("a whole number from {from} to {to}, without quotes")
            }
            Kind::Text => "a string".to_owned(),
            Kind::Object => "an object".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::{FAULTS, complaint};
    use crate::Fault;

    fn complaint_of(value: &Value) -> Option<String> {
        complaint(value.as_object().unwrap())
    }

    #[test]
    fn what_is_wrong_is_said_in_plain_words() {
        for (fault, wanted) in [
            (json!({}), "fault is missing: write one of errcode, slow, cut"),
            (json!({"fault": 1}), "there is no such fault: write one of errcode, slow, cut"),
            (json!({"fault": "slow"}), "slow needs milliseconds: a whole number from 0"),
            (json!({"fault": "slow", "milliseconds": "1"}), "milliseconds of slow is a whole"),
            (json!({"fault": "slow", "milliseconds": -1}), "a whole number from 0, without"),
            (json!({"fault": "status", "status": 70_000}), "a whole number from 0 to 65535"),
            (json!({"fault": "cut", "x": 1}), "cut has no fields but endpoint, times and after"),
            (json!({"fault": "gone", "media_id": "M", "x": 1}), "gone has media_id, and endpoint"),
        ] {
            let found = complaint_of(&fault).unwrap();
            assert!(found.contains(wanted), "{found}");
        }
        assert_eq!(complaint_of(&json!({"fault": "errcode", "errcode": -1})), None);
    }

    /// The table says of each fault what serde takes.
    #[test]
    fn every_fault_of_the_table_can_be_read() {
        for (name, fields) in FAULTS {
            let value = |kind| match kind {
                super::Kind::Integer(..) => json!(400),
                super::Kind::Text => json!("T"),
                super::Kind::Object => json!({}),
            };
            let mut fault = json!({ "fault": name });
            for field in *fields {
                fault[field.name] = value(field.kind);
            }
            let Value::Object(fault) = fault else { unreachable!() };
            assert!(Fault::from_fields(fault).is_ok(), "{name}");
        }
    }
}
