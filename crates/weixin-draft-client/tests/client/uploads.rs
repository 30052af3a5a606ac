//! Uploads of pictures.

use weixin_draft_client::{AccessToken, Client, Clock, Error, Gone, PictureFile, Reason};
use weixin_draft_sandbox::{Fault, Sandbox, TOKEN};

use crate::support::{Raw, answer, client_for, sandbox};

const GIF: &[u8] = b"GIF89a\r\n--boundary";

/// With retries, whose pauses take no time.
fn patient() -> (Sandbox, Client, Clock) {
    let sandbox = Sandbox::start().expect("a free port");
    let clock = Clock::manual();
    let client = Client::builder(AccessToken::new(TOKEN))
        .base_url(sandbox.base_url())
        .clock(clock.clone())
        .build()
        .expect("a good base URL");
    (sandbox, client, clock)
}

fn gif() -> PictureFile {
    PictureFile::new(GIF, "dot.gif", "image/gif")
}

#[test]
fn a_picture_arrives_as_it_is() {
    let (sandbox, client) = sandbox();
    let png = b"\x89PNG\r\n\x1a\n\0\xff".to_vec();
    let address = client.upload_image(PictureFile::new(png.clone(), "a.png", "image/png"));
    let material = client.add_material(gif()).expect("GIF is taken as material");
    let kept = sandbox.pictures();
    assert_eq!(address.expect("PNG is taken"), kept[0].address);
    assert_eq!((&kept[0].bytes[..], &kept[1].bytes[..]), (&png[..], GIF));
    assert_eq!(kept[1].media_id.as_ref(), Some(&material.media_id));
    assert_eq!(kept[1].address, material.url);
    let refused = client.upload_image(gif());
    assert!(matches!(refused, Err(Error::Api(refusal)) if refusal.errcode == 40005));
}

#[test]
fn a_cover_is_read_or_gone() {
    let (sandbox, client, _) = patient();
    let cover = client.add_material(gif()).expect("GIF is taken as material").media_id;
    assert_eq!(client.get_material(&cover).expect("it is there"), GIF);
    sandbox.fail_next_of("material/get_material", Fault::Cut);
    assert_eq!(client.get_material(&cover).expect("reading is repeated"), GIF);
    let gone = client.get_material("NO").unwrap_err();
    assert!(matches!(&gone, Error::Gone(Gone::Material { media_id }) if media_id == "NO"));
    assert!(gone.to_string().contains("material/add_material"));
    for (fault, tries, reason) in [
        (Fault::NotJson, 1, Reason::NotTheEndpoints),
        (Fault::errcode(0), 1, Reason::NotTheEndpoints),
        (Fault::BadGateway, 3, Reason::Gateway),
    ] {
        sandbox.fail_later("material/get_material", fault, 0, tries);
        let Err(Error::Transport(failure)) = client.get_material(&cover) else {
            panic!("{reason:?}")
        };
        assert_eq!(failure.reason, reason);
    }
}

#[test]
fn the_length_is_told_beforehand() {
    let raw = Raw::start(answer("200 OK", r#"{"media_id":"M","url":"http://mmbiz.qpic.cn/m"}"#));
    let client = client_for(raw.base_url(), "TOKEN");
    client.add_material(gif()).expect("a good answer");
    let (head, body) = raw.requests().remove(0);
    assert!(
        head.starts_with("POST /cgi-bin/material/add_material?type=image&access_token=TOKEN HTTP"),
        "{head}"
    );
    let head = head.to_ascii_lowercase();
    assert!(head.contains(&format!("\r\ncontent-length: {}\r\n", body.len())), "{head}");
    assert!(head.contains("\r\ncontent-type: multipart/form-data; boundary="), "{head}");
    assert!(!head.contains("transfer-encoding"), "{head}");
}

#[test]
fn an_upload_that_broke_off_is_repeated() {
    let (sandbox, client, clock) = patient();
    sandbox.fail_next_of("material/add_material", Fault::Cut);
    sandbox.fail_next_of("material/add_material", Fault::errcode(-1));
    client.add_material(gif()).expect("the third time");
    assert_eq!((sandbox.requests().len(), clock.pauses().len()), (3, 2));
    assert_eq!(sandbox.pictures().len(), 1);
}
