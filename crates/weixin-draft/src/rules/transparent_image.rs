//! `transparent_image`.

use super::{Checks, InSchema, Rule, Sightings, Source};
use crate::html::{AttributeName, Element, ElementName, TreeNode, declared};
use crate::report::{Level, Words};

pub(crate) static RULE: Rule = Rule {
    code: "transparent_image",
    level: Level::Warning,
    movable: true,
    source: Source::Structure,
    summary: Words { en: "No image has the opacity 0.", zh: "图片的 opacity 不为 0。" },
    reason: Words {
        en: "The vendor's editor complains of images that nobody can see (section 1.1).",
        zh: "公众号编辑器会对看不见的图片提示不规范（1.1）。",
    },
    message: Words {
        en: "an image has the opacity 0, so nobody can see it, and the vendor's editor complains of it. Remove the image, or its opacity.",
        zh: "有图片的 opacity 为 0，读者看不见，公众号编辑器会提示不规范。请删除该图片或去掉 opacity。",
    },
    in_schema: InSchema::No,
    fixes: &[],
    typed: false,
    checks: Checks { node: Some(check), ..Checks::NONE },
};

fn check(node: &TreeNode<'_, '_>, element: &Element<'_>, sightings: &mut Sightings<'_>) {
    let Some(style) = element.find(AttributeName::Style) else {
        return;
    };
    let value = style.value.decode();
    let is_transparent = declared(&value, "opacity").is_some_and(is_zero);
    if element.name == ElementName::Image && is_transparent && node.is_in_paragraph() {
        sightings.add_found(&RULE, element, style.range(), None, None);
    }
}

/// Whether a CSS number is zero, however it is written.
fn is_zero(number: &str) -> bool {
    let (digits, exponent) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let digits = digits.strip_prefix(['+', '-']).unwrap_or(digits);
    exponent.parse::<i32>().is_ok()
        && digits.contains('0')
        && digits.replacen('.', "", 1).bytes().all(|digit| digit == b'0')
}

#[cfg(test)]
mod tests {
    use super::is_zero;

    #[test]
    fn zero_has_many_spellings() {
        for zero in ["0", "0.0", ".0", "0.", "+0", "-0.00", "0e5", "0.0E-2"] {
            assert!(is_zero(zero), "{zero}");
        }
        for other in ["", ".", "0.1", "00.01", "0.0.0", "0em", "0%", "e0", "none"] {
            assert!(!is_zero(other), "{other}");
        }
    }
}
