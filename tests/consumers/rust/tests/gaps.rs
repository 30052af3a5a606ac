//! The gaps that the page lists, so that the list stays true: typify's types read these, the validator refuses them.

use serde_json::{Value, json};
use weixin_draft_consumer::{Check, DraftUpdate};

fn newspic(extra: &[(&str, Value)]) -> Value {
    let mut article = json!({
        "article_type": "newspic",
        "title": "春季菜单",
        "content": "周一开始供应。",
        "image_info": {"image_list": [{"image_media_id": "A1"}]},
    });
    for (name, value) in extra {
        article[name] = value.clone();
    }
    json!({"media_id": "MEDIA_ID", "index": 0, "articles": article})
}

#[test]
fn the_types_read_what_the_schema_refuses() {
    let schema = include_str!("../../../../schema/request.json");
    let check = Check::new(&serde_json::from_str(schema).unwrap()).unwrap();
    assert_eq!(check.problems(&newspic(&[])), [""; 0]);

    let images = vec![json!({"image_media_id": "A1"}); 21];
    for request in [
        newspic(&[("image_info", json!({"image_list": []}))]),
        newspic(&[("image_info", json!({ "image_list": images }))]),
        newspic(&[("cover_info", json!([]))]),
        newspic(&[("author", Value::Null)]),
    ] {
        assert!(serde_json::from_value::<DraftUpdate>(request.clone()).is_ok(), "{request}");
        assert!(!check.problems(&request).is_empty(), "{request}");
    }
}

#[test]
fn the_reader_takes_a_name_twice_and_refuses_a_huge_number() {
    assert_eq!(serde_json::from_str::<Value>(r#"{"a":1,"a":2}"#).unwrap(), json!({"a": 2}));
    assert!(serde_json::from_str::<Value>("1e400").is_err());
}
