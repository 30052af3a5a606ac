//! A report as an HTML table, for notebooks.

use weixin_draft::Language;

use super::fix::Fix;
use super::violation::Violation;
use super::words;

/// A table in the making.
pub(super) struct Table {
    rows: String,
}

impl Table {
    pub(super) fn new() -> Self {
        Table { rows: String::new() }
    }

    pub(super) fn row(&mut self, violation: &Violation) {
        self.rows.push_str("<tr>");
        for cell in cells(violation) {
            self.rows.push_str("<td style=\"text-align:left\">");
            push_escaped(&mut self.rows, &cell);
            self.rows.push_str("</td>");
        }
        self.rows.push_str("</tr>\n");
    }

    pub(super) fn finish(self, ok: bool, omitted: usize, language: Language) -> String {
        let verdict = if ok { words::MAY_BE_SENT } else { words::HAS_ERRORS }.get(language);
        if self.rows.is_empty() {
            return format!("<p>{verdict}</p>");
        }
        let more = match omitted {
            0 => String::new(),
            omitted => format!("<p>{}</p>", words::more(omitted, language)),
        };
        let head = words::COLUMNS.map(|column| format!("<th>{}</th>", column.get(language)));
        format!(
            "<p>{verdict}</p>\n<table><thead><tr>{}</tr></thead>\n<tbody>\n{}</tbody></table>{more}",
            head.concat(),
            self.rows
        )
    }
}

/// Level, code, path, message, places and fix.
fn cells(violation: &Violation) -> [String; 6] {
    [
        violation.level.clone(),
        violation.code.clone(),
        violation.path.clone(),
        violation.message.clone(),
        violation.places_in_words().unwrap_or_default(),
        violation.fix.as_ref().map(Fix::in_words).unwrap_or_default(),
    ]
}

fn push_escaped(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
}
