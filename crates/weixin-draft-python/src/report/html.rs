//! A report as an HTML table, for notebooks.

use super::violation::Violation;

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
        for cell in violation.cells() {
            self.rows.push_str("<td style=\"text-align:left\">");
            push_escaped(&mut self.rows, cell);
            self.rows.push_str("</td>");
        }
        self.rows.push_str("</tr>\n");
    }

    pub(super) fn finish(self, ok: bool, omitted: usize) -> String {
        let verdict = if ok { "may be sent" } else { "has errors" };
        if self.rows.is_empty() {
            return format!("<p>The request {verdict}: no violations.</p>");
        }
        let more = match omitted {
            0 => String::new(),
            omitted => format!("<p>and {omitted} more</p>"),
        };
        format!(
            "<p>The request {verdict}.</p>\n<table><thead><tr><th>level</th><th>code</th>\
             <th>path</th><th>message</th></tr></thead>\n<tbody>\n{}</tbody></table>{more}",
            self.rows
        )
    }
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
