//! What the page asks of the check, in the form of the module that other pages
//! use: the options in the address, `{"value": ..}` or `{"error": ..}` back.

use axum::body::Bytes;
use axum::extract::Query;
use axum::routing::post;
use axum::{Json, Router};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use weixin_draft::{
    ArticleType, Checker, Language, LayoutFinding, Report, Settings, convert_news_item,
};

#[derive(Deserialize)]
struct Parameters {
    options: String,
}

#[derive(Deserialize)]
struct CheckOptions {
    settings: Settings,
    #[serde(default)]
    layout: Vec<LayoutFinding>,
}

#[derive(Deserialize)]
struct ConvertOptions {
    lang: Language,
}

/// The judgements as routes.
pub(crate) fn judgements() -> Router {
    Router::new()
        .route("/check", post(async |asked, body: Bytes| answer(asked, &body, check)))
        .route(
            "/check_content",
            post(async |asked, body: Bytes| answer(asked, &body, check_content)),
        )
        .route("/convert_news_item", post(async |asked, body: Bytes| answer(asked, &body, convert)))
}

fn check(body: &[u8], options: CheckOptions) -> Result<Value, String> {
    report(options, |checker| checker.check_json(body))
}

fn check_content(html: &[u8], options: CheckOptions) -> Result<Value, String> {
    let html = String::from_utf8_lossy(html);
    report(options, |checker| checker.check_content(&html, ArticleType::News))
}

fn report(
    CheckOptions { settings, layout }: CheckOptions,
    check: impl FnOnce(&Checker) -> Report,
) -> Result<Value, String> {
    let checker =
        Checker::from_settings(&settings).map_err(|error| error.message(settings.language))?;
    let report = checker.with_layout(&check(&checker), layout);
    Ok(json!(report.in_language(settings.language)))
}

#[expect(clippy::unnecessary_wraps, reason = "as its siblings, which can fail")]
fn convert(item: &[u8], ConvertOptions { lang }: ConvertOptions) -> Result<Value, String> {
    Ok(match convert_news_item(item) {
        Ok(converted) => json!({
            "article": converted.article,
            "dropped": converted.dropped,
            "report": Report::default().in_language(lang),
        }),
        Err(report) => {
            json!({"article": null, "dropped": [], "report": report.in_language(lang)})
        }
    })
}

fn answer<O: DeserializeOwned>(
    Query(parameters): Query<Parameters>,
    body: &[u8],
    judge: fn(&[u8], O) -> Result<Value, String>,
) -> Json<Value> {
    let options = serde_json::from_str(&parameters.options).map_err(|error| error.to_string());
    Json(match options.and_then(|options| judge(body, options)) {
        Ok(value) => json!({"value": value}),
        Err(message) => json!({"error": {"message": message}}),
    })
}
