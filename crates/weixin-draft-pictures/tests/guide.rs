//! The Rust of the guide is that of a program that runs, in both languages.

use weixin_draft_client::{AccessToken, Client};
use weixin_draft_pictures::{Document, Pictures};
use weixin_draft_sandbox::{Sandbox, TOKEN};

const BLOCK: &str = r#"let replaced = Pictures::new("folder").upload_document(Document::Content(&html), |picture| {
    picture.upload_with(&client).map_err(|error| error.to_string())
})?;
let covers_there = client.get_material("MEDIA_ID").is_ok();
"#;

#[test]
fn the_guide_shows_what_runs() -> Result<(), Box<dyn std::error::Error>> {
    for guide in
        [include_str!("../../../docs/pictures.md"), include_str!("../../../docs/pictures.zh-CN.md")]
    {
        assert!(guide.contains(BLOCK), "write the guide's Rust here too");
    }
    let sandbox = Sandbox::start()?;
    let client = Client::builder(AccessToken::new(TOKEN)).base_url(sandbox.base_url()).build()?;
    let html = "<img src=photo.jpg><img src='photo.jpg'>".to_owned();
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../examples/pictures");
    let replaced = Pictures::new(folder).upload_document(Document::Content(&html), |picture| {
        picture.upload_with(&client).map_err(|error| error.to_string())
    })?;
    let covers_there = client.get_material("MEDIA_ID").is_ok();
    let pictures = sandbox.pictures();
    assert_eq!((pictures.len(), covers_there), (1, false));
    let address = &pictures[0].address;
    assert_eq!(replaced.text, format!("<img src={address}><img src='{address}'>"));
    Ok(())
}
