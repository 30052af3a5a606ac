//! Edits of generated drafts: what is not named stays.

use std::sync::LazyLock;

use proptest::prelude::*;
use serde_json::{Map, Value, json};
use weixin_draft_client::{Client, Overlay};
use weixin_draft_sandbox::Sandbox;

use crate::support::patient;

const DRAFT: &str = "GENERATED";

/// One for all cases.
static DESK: LazyLock<(Sandbox, Client)> = LazyLock::new(patient);

/// Text that a title, a digest or an author may hold, at most this long.
fn text(longest: usize) -> impl Strategy<Value = Value> {
    let characters =
        prop_oneof!["[a-z0-9]", "[春夏秋冬茶点]", Just("🍵".to_owned()), Just("\"\\/".to_owned())];
    proptest::collection::vec(characters, 1..=longest).prop_map(|it| json!(it.concat()))
}

fn id() -> impl Strategy<Value = Value> {
    "[A-Za-z0-9_-]{1,40}".prop_map(Value::from)
}

fn flag() -> impl Strategy<Value = Value> {
    (0..=1).prop_map(Value::from)
}

fn content() -> impl Strategy<Value = Value> {
    let part = prop_oneof![
        text(8).prop_map(|text| format!("<p>{}</p>", text.as_str().unwrap_or_default())),
        Just("<p style=\"color: red\">春 &amp; 夏</p>".to_owned()),
        Just("<img src=\"http://mmbiz.qpic.cn/a/0?wx_fmt=png\">".to_owned()),
        Just("<section>\n\t<span>☕</span></section>".to_owned()),
    ];
    proptest::collection::vec(part, 1..6).prop_map(|parts| json!(parts.concat()))
}

/// Two edges of a crop, up to six decimals, the first below the second.
fn edges() -> impl Strategy<Value = (String, String)> {
    (0..500_000_u32, 500_001..=1_000_000_u32).prop_map(|(low, high)| {
        let decimal = |millionths: u32| match millionths {
            1_000_000 => "1".to_owned(),
            0 => "0".to_owned(),
            millionths => format!("0.{millionths:06}").trim_end_matches('0').to_owned(),
        };
        (decimal(low), decimal(high))
    })
}

fn crops() -> impl Strategy<Value = Value> {
    let ratios = proptest::sample::subsequence(vec!["1_1", "16_9", "2.35_1"], 1..=3);
    (ratios, proptest::collection::vec((edges(), edges()), 3)).prop_map(|(ratios, boxes)| {
        let crops = ratios.iter().zip(boxes).map(|(ratio, ((x1, x2), (y1, y2)))| {
            json!({"ratio": ratio, "x1": x1, "y1": y1, "x2": x2, "y2": y2})
        });
        json!({"crop_percent_list": crops.collect::<Vec<_>>()})
    })
}

fn product() -> impl Strategy<Value = Value> {
    id().prop_map(|key| json!({"footer_product_info": {"product_key": key}}))
}

fn images() -> impl Strategy<Value = Value> {
    let image = id().prop_map(|id| json!({"image_media_id": id}));
    proptest::collection::vec(image, 1..=20).prop_map(|images| json!({"image_list": images}))
}

fn address() -> impl Strategy<Value = Value> {
    "https://example\\.com/[a-z0-9/?=&]{0,20}".prop_map(Value::from)
}

/// A value for each field of an article of this type.
fn values(is_newspic: bool) -> impl Strategy<Value = Map<String, Value>> {
    let common = (
        (text(6), text(3), flag(), crops(), product(), content()),
        (images(), text(20), address(), id()),
    );
    common.prop_map(move |((title, author, comments, crops, product, content), more)| {
        let (images, digest, address, cover) = more;
        let mut fields = Map::new();
        let mut put = |name: &str, value| drop(fields.insert(name.to_owned(), value));
        put("title", title);
        put("author", author);
        put("need_open_comment", comments);
        put("cover_info", crops);
        put("product_info", product);
        if is_newspic {
            put("article_type", "newspic".into());
            put("content", digest);
            put("image_info", images);
        } else {
            put("content", content);
            put("digest", digest);
            put("content_source_url", address);
            put("thumb_media_id", cover);
        }
        fields
    })
}

/// Fields that an article cannot be without.
const REQUIRED: [&str; 5] = ["title", "content", "article_type", "image_info", "thumb_media_id"];

/// An article as it is stored, which lacks some optional fields, and other values for
/// all its fields.
fn case() -> impl Strategy<Value = (Map<String, Value>, Map<String, Value>)> {
    any::<bool>().prop_flat_map(|is_newspic| {
        let kept = proptest::collection::vec(any::<bool>(), 12);
        (values(is_newspic), kept, values(is_newspic)).prop_map(|(fields, kept, other)| {
            let fields = fields.into_iter().zip(kept);
            let stays = |name: &str, is_kept| is_kept || REQUIRED.contains(&name);
            let stored = fields.filter(|((name, _), is_kept)| stays(name, *is_kept));
            (stored.map(|(field, _)| field).collect(), other)
        })
    })
}

fn stored() -> Map<String, Value> {
    let draft = DESK.0.draft(DRAFT).expect("the draft");
    draft["news_item"][0].as_object().expect("an article").clone()
}

/// What the server makes itself: of the content, and of the cover.
fn follows(changed: &str, name: &str, before: &Value) -> bool {
    match name {
        "digest" => before == "" || changed == "content",
        "thumb_url" => changed == "thumb_media_id",
        _ => false,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Each field is changed alone, and all others stay as the server had them.
    #[test]
    fn every_other_field_of_any_draft_stays((article, other) in case()) {
        let (sandbox, client) = &*DESK;
        for (field, value) in other.iter().filter(|(field, _)| *field != "article_type") {
            sandbox.put_draft(DRAFT, vec![article.clone()]);
            let before = stored();
            let edited = client.edit_fields(DRAFT, 0, &Overlay::default().set(field, value.clone()));
            let edited = edited.map_err(|error| TestCaseError::fail(format!("{field}: {error}")))?;
            prop_assert!(edited.stored.violations().is_empty(), "{field}: {}", edited.stored);
            let after = stored();
            prop_assert_eq!(&after[field], value, "{}", field);
            for (name, old) in before.iter().filter(|(name, _)| *name != field) {
                let new = after.get(name);
                let is_same = new == Some(old) || (old == "" && new.is_none());
                prop_assert!(is_same || follows(field, name, old), "{field}: {name} {old} {new:?}");
            }
        }
    }
}
