//! The Rust of the guide is that of a program that runs, in both languages.

use weixin_draft_client::{Client, Overlay, Secret, StableToken};
use weixin_draft_sandbox::{APPID, NEWS, SECRET, Sandbox};

const BLOCK: &str = r#"let account = StableToken::new(APPID, Secret::new(SECRET)); // or StableToken::from_env()?
let client = Client::builder(account).base_url(sandbox.base_url()).build()?;

let edited = client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu"))?;
println!("{}", edited.stored);
"#;

#[test]
fn the_guide_shows_what_runs() -> Result<(), Box<dyn std::error::Error>> {
    for guide in
        [include_str!("../../../docs/client.md"), include_str!("../../../docs/client.zh-CN.md")]
    {
        assert!(guide.contains(BLOCK), "write the guide's Rust here too");
    }
    let sandbox = Sandbox::start()?;
    let account = StableToken::new(APPID, Secret::new(SECRET));
    let client = Client::builder(account).base_url(sandbox.base_url()).build()?;
    let edited = client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu"))?;
    assert_eq!(edited.stored.to_string(), "no violations");
    Ok(())
}
