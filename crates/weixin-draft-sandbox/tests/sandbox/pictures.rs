//! Uploads of pictures.

use serde_json::{Value, json};
use weixin_draft_sandbox::{Fault, Sandbox};

use crate::{agent, news, start, update, url};

const JSON: &str = "application/json; encoding=utf-8";
const PNG: &[u8] = b"\x89PNG\r\n\x1a\nIHDR";

fn upload(sandbox: &Sandbox, endpoint: &str, file: &[u8]) -> Value {
    let head = b"--b\r\nContent-Disposition: form-data; name=\"media\"; filename=\"a.jpg\"\r\n\r\n";
    let body = [head, file, b"\r\n--b--\r\n"].concat();
    let request = agent().post(format!("{}&type=image", url(sandbox, endpoint)));
    let request = request.header("Content-Type", "multipart/form-data; boundary=b");
    let text = request.send(&body).and_then(|mut answer| answer.body_mut().read_to_string());
    serde_json::from_str(&text.expect("the sandbox answers")).expect("the answer is JSON")
}

#[test]
fn what_was_uploaded_is_kept_and_served() {
    let sandbox = start();
    let image = upload(&sandbox, "media/uploadimg", PNG);
    let material = upload(&sandbox, "material/add_material", b"GIF89a");
    assert_eq!(image.as_object().map(serde_json::Map::len), Some(1));
    assert_eq!(material["media_id"], "SANDBOX_PICTURE_2");
    let mut answer = agent().get(image["url"].as_str().unwrap()).call().unwrap();
    assert_eq!(answer.headers()["content-type"], "image/png");
    assert_eq!(answer.body_mut().read_to_vec().unwrap(), PNG);
    let seen: Vec<_> = sandbox.pictures().into_iter().map(|it| (it.endpoint, it.bytes)).collect();
    let expected: [(&str, &[u8]); 2] =
        [("media/uploadimg", PNG), ("material/add_material", b"GIF89a")];
    assert!(seen.iter().map(|(endpoint, bytes)| (*endpoint, &bytes[..])).eq(expected));
    assert_eq!(sandbox.requests()[0].body, "(92 bytes)");

    // An article keeps it.
    let content = format!("<img src=\"{}\">", image["url"].as_str().unwrap());
    assert_eq!(update(&sandbox, &news(&json!({"content": content}))), 0);
    let stored = sandbox.draft(weixin_draft_sandbox::NEWS).unwrap();
    assert_eq!(stored["news_item"][0]["content"], content);
}

#[test]
fn material_is_given_back_and_nothing_else() {
    let sandbox = start();
    upload(&sandbox, "media/uploadimg", PNG);
    let material = upload(&sandbox, "material/add_material", b"GIF89a");
    let get = |body: Value| {
        let answer = agent().post(url(&sandbox, "material/get_material")).send(body.to_string());
        let mut answer = answer.expect("the sandbox answers");
        let content_type = answer.headers()["content-type"].to_str().unwrap().to_owned();
        (content_type, answer.body_mut().read_to_vec().unwrap())
    };
    let id = json!({"media_id": material["media_id"]});
    assert_eq!(get(id), ("image/gif".to_owned(), b"GIF89a".to_vec()));
    for (body, errcode) in
        [(json!({"media_id": "SANDBOX_PICTURE_1"}), 40007), (json!({}), 41006), (json!([]), 47001)]
    {
        let (content_type, answer) = get(body);
        let answer: Value = serde_json::from_slice(&answer).unwrap();
        assert_eq!((answer["errcode"].as_i64(), &*content_type), (Some(errcode), JSON));
    }
}

#[test]
fn bytes_and_size_count_and_not_the_name() {
    let sandbox = start();
    let code = |endpoint: &str, file: &[u8]| upload(&sandbox, endpoint, file)["errcode"].as_i64();
    let large = |size: usize| {
        let mut file = PNG.to_vec();
        file.resize(size, 0);
        file
    };
    assert_eq!(code("media/uploadimg", b"RIFF....WEBP"), Some(40005));
    assert_eq!(code("media/uploadimg", b"GIF89a"), Some(40005));
    assert_eq!(code("media/uploadimg", b""), Some(41005));
    assert_eq!(code("media/uploadimg", &large(1024 * 1024 - 1)), None);
    assert_eq!(code("media/uploadimg", &large(1024 * 1024)), Some(40009));
    assert_eq!(code("material/add_material", b"RIFF....WEBP"), Some(40113));
    assert_eq!(code("material/add_material", &large(10 * 1024 * 1024)), None);
    assert_eq!(code("material/add_material", &large(10 * 1024 * 1024 + 1)), Some(40009));
    sandbox.fail_next_of("media/uploadimg", Fault::errcode(45009));
    assert_eq!(code("media/uploadimg", PNG), Some(45009));
}

#[test]
fn a_body_in_chunks_is_turned_down() {
    let sandbox = start();
    let body = ureq::SendBody::from_owned_reader(&b"--b--"[..]);
    let request = agent().post(url(&sandbox, "media/uploadimg"));
    assert_eq!(request.send(body).unwrap().status(), 412);
}
