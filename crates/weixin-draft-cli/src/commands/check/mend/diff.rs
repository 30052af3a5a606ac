//! What mending changes, as a unified diff.

use std::fmt::Write;
use std::time::Duration;

use similar::udiff::UnifiedHunkHeader;
use similar::{DiffOp, TextDiff, group_diff_ops};

/// Lines around a change that stay.
const CONTEXT: usize = 3;

/// A longer search for the shortest diff is given up for one that is longer.
const MAX_SEARCH: Duration = Duration::from_secs(1);

/// A unified diff of a text before and after.
pub(super) fn diff(name: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let found = TextDiff::configure().timeout(MAX_SEARCH).diff_lines(&*before, &*after);
    found.unified_diff().header(&format!("a/{name}"), &format!("b/{name}")).to_string()
}

/// The same where every line has its counterpart, so that nothing has to be searched for.
pub(super) fn diff_of_lines(name: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (String::from_utf8_lossy(before), String::from_utf8_lossy(after));
    let (before, after): (Vec<_>, Vec<_>) =
        (before.split_inclusive('\n').collect(), after.split_inclusive('\n').collect());
    let mut text = String::new();
    for hunk in group_diff_ops(operations(&before, &after), CONTEXT) {
        if text.is_empty() {
            add(&mut text, "", &format!("--- a/{name}\n+++ b/{name}\n"));
        }
        add(&mut text, "", &format!("{}\n", UnifiedHunkHeader::new(&hunk)));
        for operation in hunk {
            let (old, new) = (operation.old_range(), operation.new_range());
            if let DiffOp::Equal { .. } = operation {
                for line in &before[old] {
                    add(&mut text, " ", line);
                }
            } else {
                for line in &before[old] {
                    add(&mut text, "-", line);
                }
                for line in &after[new] {
                    add(&mut text, "+", line);
                }
            }
        }
    }
    text
}

/// Runs of lines that stay, and of lines that change.
fn operations(before: &[&str], after: &[&str]) -> Vec<DiffOp> {
    let pairs: Vec<bool> = before.iter().zip(after).map(|(old, new)| old == new).collect();
    let mut at = 0;
    let runs = pairs.chunk_by(|one, other| one == other).map(|run| {
        let (index, len) = (at, run.len());
        at += len;
        if run[0] {
            DiffOp::Equal { old_index: index, new_index: index, len }
        } else {
            DiffOp::Replace { old_index: index, old_len: len, new_index: index, new_len: len }
        }
    });
    runs.collect()
}

/// Adds a line; the last one of a text may lack its end.
fn add(text: &mut String, sign: &str, line: &str) {
    let hint = if line.ends_with('\n') { "" } else { "\n\\ No newline at end of file\n" };
    let _always_fits = write!(text, "{sign}{line}{hint}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_compared_in_pairs_as_a_search_would_have_it() {
        let before: Vec<String> = (0..40).map(|line| format!("line {line}\n")).collect();
        for changed in [&[][..], &[0], &[39], &[3, 4, 5], &[0, 20, 39], &[10, 17]] {
            for last in ["\n", ""] {
                let mut after = before.clone();
                for line in changed {
                    after[*line] = format!("changed {line}\n");
                }
                let text = |lines: &[String]| lines.concat().trim_end().to_owned() + last;
                let (before, after) = (text(&before), text(&after));
                let searched = diff("f", before.as_bytes(), after.as_bytes());
                let paired = diff_of_lines("f", before.as_bytes(), after.as_bytes());
                assert_eq!(paired, searched, "{changed:?}");
            }
        }
    }
}
