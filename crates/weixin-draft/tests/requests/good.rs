//! Good requests of both types, with any of the optional fields.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::subsequence;
use serde_json::{Map, Value, json};
use weixin_draft::Ratio;

type Field = (&'static str, BoxedStrategy<Option<Value>>);

/// A request without an error.
pub(super) fn request() -> impl Strategy<Value = Value> {
    object(vec![
        required("media_id", media_id()),
        required("index", prop_oneof![0..4_u32, any::<u32>()]),
        required("articles", prop_oneof![news(), newspic()]),
    ])
}

fn news() -> BoxedStrategy<Value> {
    let content = "(<p>[a-z春季菜单🍜 ]{0,8}[a-z单]</p>){1,3}";
    let mut fields = vec![optional("article_type", Just("news"))];
    fields.extend(fields_of_both(content));
    object(fields)
}

fn newspic() -> BoxedStrategy<Value> {
    let image = object(vec![required("image_media_id", media_id())]);
    let images = prop::collection::vec(image, 1..=20);
    let mut fields = vec![required("article_type", Just("newspic"))];
    fields.extend(fields_of_both("[a-z春季菜单🍜\n ]{0,12}[a-z单]"));
    fields.push(required("image_info", object(vec![required("image_list", images)])));
    object(fields)
}

fn fields_of_both(content: &'static str) -> Vec<Field> {
    let footer = object(vec![optional("product_key", "[A-Za-z0-9]{0,12}")]);
    vec![
        required("title", "[a-zA-Z春季菜单🍜\"\\\\/ ]{0,12}[a-z单]"),
        optional("author", "[a-z厨房]{0,6}"),
        optional("digest", "[a-z春季菜单 ]{0,20}"),
        required("content", content),
        optional("content_source_url", "(https?://[a-z]{1,8}\\.example\\.cn/[a-z菜]{0,8})?"),
        optional("thumb_media_id", prop_oneof![Just(String::new()), media_id()]),
        optional("need_open_comment", 0..=1),
        optional("only_fans_can_comment", 0..=1),
        optional("pic_crop_235_1", crop_string()),
        optional("pic_crop_1_1", crop_string()),
        optional("cover_info", cover_info()),
        optional("product_info", object(vec![optional("footer_product_info", footer)])),
    ]
}

fn media_id() -> BoxedStrategy<String> {
    "[!-~]{1,40}".boxed()
}

fn cover_info() -> BoxedStrategy<Value> {
    let ratios = subsequence(Ratio::ALL.to_vec(), 0..=Ratio::ALL.len());
    let crops = ratios.prop_flat_map(|ratios| {
        let entry = |ratio: Ratio| {
            corners().prop_map(move |[x1, y1, x2, y2]| {
                json!({"ratio": ratio.as_str(), "x1": x1, "y1": y1, "x2": x2, "y2": y2})
            })
        };
        ratios.into_iter().map(entry).collect::<Vec<_>>()
    });
    object(vec![optional("crop_percent_list", crops)])
}

fn crop_string() -> impl Strategy<Value = String> {
    prop_oneof![Just(String::new()), corners().prop_map(|corners| corners.join("_"))]
}

/// The corners of a box: x1, y1, x2, y2.
fn corners() -> impl Strategy<Value = [String; 4]> {
    (range(), range()).prop_map(|((x1, x2), (y1, y2))| [x1, y1, x2, y2])
}

/// Two coordinates, the lesser one first.
fn range() -> impl Strategy<Value = (String, String)> {
    let millionths = prop_oneof![
        Just((0, 1_000_000)),
        (0..1_000_000_u32).prop_flat_map(|from| (Just(from), from + 1..=1_000_000)),
    ];
    (millionths, any::<bool>())
        .prop_map(|((from, to), zeros)| (coordinate(from, zeros), coordinate(to, zeros)))
}

fn coordinate(millionths: u32, zeros: bool) -> String {
    let text = format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000);
    if zeros { text } else { text.trim_end_matches('0').trim_end_matches('.').to_owned() }
}

fn required<S: Strategy + 'static>(name: &'static str, value: S) -> Field
where
    Value: From<S::Value>,
{
    (name, value.prop_map(|value| Some(Value::from(value))).boxed())
}

fn optional<S: Strategy + 'static>(name: &'static str, value: S) -> Field
where
    Value: From<S::Value>,
{
    (name, option::of(value.prop_map(Value::from)).boxed())
}

fn object(fields: Vec<Field>) -> BoxedStrategy<Value> {
    let (names, values): (Vec<_>, Vec<_>) = fields.into_iter().unzip();
    let members = values.prop_map(move |values| {
        let given = names.iter().zip(values);
        let given = given.filter_map(|(name, value)| Some(((*name).to_owned(), value?)));
        Value::Object(given.collect::<Map<_, _>>())
    });
    members.boxed()
}
