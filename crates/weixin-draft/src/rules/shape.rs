//! From what reading reports to the rules of shape.

use super::findings::Findings;
use super::{
    conversion_words, document_words, duplicate_key, field_not_for_type, invalid_json,
    missing_field, read_only_field, unknown_field, wrong_type,
};
use crate::json::Pointer;
use crate::request::{Issue, ShapeIssue};

/// Lets the rule that a fact belongs to say what is wrong.
#[cold]
pub(crate) fn check_shape(
    ShapeIssue { issue, range }: ShapeIssue<'_>,
    path: &Pointer<'_>,
    findings: &mut Findings<'_>,
) {
    let finding = match issue {
        Issue::InvalidJson(diagnosis) => invalid_json::finding(&diagnosis, path, findings.text()),
        Issue::DuplicateKey { .. } if findings.is_full() => duplicate_key::counted(range),
        Issue::DuplicateKey { object } => {
            let text = findings.text();
            duplicate_key::finding(range, findings.object(object), text)
        }
        Issue::WrongType { expected, found, value } => {
            let is_cover_of_news =
                path.last_name() == Some(b"thumb_media_id") && !findings.names_newspic();
            let text = findings.text();
            wrong_type::finding(expected, found, value, range, path, is_cover_of_news, text)
        }
        Issue::Fraction => wrong_type::fraction(range),
        Issue::Missing => missing_field::finding(range),
        // The search for a near name is slow: not for findings that are only counted.
        Issue::Unknown { .. } if findings.is_full() => unknown_field::counted(range),
        Issue::Unknown { name, fields, object } => {
            let text = findings.text();
            unknown_field::finding(name, fields, range, findings.object(object), path, text)
        }
        Issue::ReadOnly => read_only_field::finding(range, findings.text()),
        Issue::Unreadable => wrong_type::unreadable(),
        Issue::Other(document) => document_words::finding(document, range, findings.text()),
        Issue::NoItem(no_item) => conversion_words::finding(no_item),
        Issue::NotForType { type_missing, is_empty } => {
            field_not_for_type::finding(type_missing, is_empty, range, findings.text())
        }
    };
    findings.add(finding, path);
}
