//! From draft/get to draft_update.

use serde_json::json;
use weixin_draft::{Article, DraftUpdate, convert_news_item};

#[test]
fn a_news_item_comes_back_without_what_cannot_be_sent() {
    let item = json!({"title": "T", "author": "", "digest": "D", "content": "<p>正文</p>",
        "content_source_url": "", "thumb_media_id": "I", "show_cover_pic": 0, "need_open_comment": 1,
        "only_fans_can_comment": 0, "url": "http://mp.weixin.qq.com/s?x", "thumb_url": "http://mmbiz.qpic.cn/x",
        "is_deleted": false, "new_field": {"a": null},
        "cover_info": {"crop_percent_list": [{"ratio": "1_1", "x1": "0.25", "y1": "0", "x2": "0.75", "y2": "1"}]}});
    let converted = convert_news_item(&serde_json::to_vec(&item).unwrap()).unwrap();
    assert_eq!(
        converted.dropped,
        ["/show_cover_pic", "/url", "/thumb_url", "/is_deleted", "/new_field"]
    );
    let Article::News(article) = &converted.article else { panic!("{converted:?}") };
    assert_eq!(article.need_open_comment, Some(true));
    assert_eq!(article.cover_info.as_ref().unwrap().crop_percent_list.len(), 1);
    let report = DraftUpdate::new("MEDIA_ID", 0, converted.article).check();
    assert!(report.violations().is_empty(), "{report}");
}

#[test]
fn an_item_with_images_and_no_type_is_a_picture_message() {
    let item = br#"{"title":"T","content":"text","image_info":{"image_list":[{"image_media_id":"I"}]},"url":"u"}"#;
    let converted = convert_news_item(item).unwrap();
    assert_eq!(converted.dropped, ["/url"]);
    assert!(matches!(converted.article, Article::NewsPic(_)));
}

#[test]
fn an_old_draft_may_break_limits_but_must_fit_an_article() {
    let long = format!(r#"{{"title":"{}","content":"<img src='x'>"}}"#, "长".repeat(99));
    assert!(convert_news_item(long.as_bytes()).is_ok());
    let report =
        convert_news_item(br#"{"title":"T","content":"c","pic_crop_1_1":"0_0_1"}"#).unwrap_err();
    assert_eq!(report.errors().map(|error| error.code).collect::<Vec<_>>(), ["invalid_crop"]);
    let report = convert_news_item(br#"{"title":null,"url":"u"}"#).unwrap_err();
    let errors: Vec<_> = report.errors().map(|error| (error.code, &*error.path)).collect();
    assert_eq!(errors, [("wrong_type", "/title"), ("missing_field", "/content")]);
}

#[test]
fn errors_have_pointers_into_the_item_and_stand_alone() {
    let item =
        br#"{"article_type":"video","title":"T","content":"c","url":"https://mp.weixin.qq.com/s/x",
        "pic_crop_1_1":"x","cover_info":{"crop_percent_list":[{"ratio":"4_3"}]}}"#;
    let report = convert_news_item(item).unwrap_err();
    let paths: Vec<_> = report.violations().iter().map(|error| error.path.as_str()).collect();
    assert_eq!(paths[..2], ["/article_type", "/pic_crop_1_1"]);
    assert!(paths[2..].iter().all(|path| path.starts_with("/cover_info/crop_percent_list/0/")));
    assert_eq!(report.warnings().count(), 0);
}
