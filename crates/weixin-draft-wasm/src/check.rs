//! The check of a request.

use serde::ser::SerializeStruct;
use serde::{Deserialize, Serialize, Serializer};
use weixin_draft::{Language, Report};

use crate::answer::answer;
use crate::settings::Settings;

#[derive(Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
struct Options {
    settings: Settings,
}

/// Checks a request body: `{"settings": {"levels": {..}, "image_hosts": [..],
/// "strict": false, "language": "en"}}`, all optional. The value is a report.
pub fn check(body: &[u8], options: &[u8]) -> String {
    answer(options, |options: Options| {
        let report = options.settings.checker()?.check_json(body);
        Ok(InLanguage { report, language: options.settings.language() })
    })
}

pub(crate) struct InLanguage {
    pub(crate) report: Report,
    pub(crate) language: Language,
}

impl Serialize for InLanguage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (report, language) = (&self.report, self.language);
        let violations: Vec<_> =
            report.violations().iter().map(|violation| violation.in_language(language)).collect();
        let mut object = serializer.serialize_struct("Report", 3)?;
        object.serialize_field("ok", &report.is_ok())?;
        object.serialize_field("violations", &violations)?;
        object.serialize_field("omitted", &report.omitted())?;
        object.end()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn options_that_are_wrong_are_named() {
        let wrong = r#"{"settings": {"levels": {"titel_long": "off"}}}"#;
        assert!(check(b"{}", wrong.as_bytes()).contains("title_long"));
        assert!(check(b"{}", br#"{"setings": {}}"#).contains("setings"));
    }
}
