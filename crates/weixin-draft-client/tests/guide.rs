//! The Rust of the guide is that of programs that run, in both languages: each line of it is
//! a line of this file.

use weixin_draft_client::Error;
use weixin_draft_client::{AccessToken, TokenSource};
use weixin_draft_client::{Client, Overlay, Secret, StableToken};
use weixin_draft_sandbox::{APPID, NEWS, SECRET, Sandbox};

const GUIDES: [&str; 2] =
    [include_str!("../../../docs/client.md"), include_str!("../../../docs/client.zh-CN.md")];

#[test]
fn every_line_of_the_guides_is_here() {
    let ours: Vec<&str> = include_str!("guide.rs").lines().map(str::trim).collect();
    for guide in GUIDES {
        let blocks: Vec<&str> = guide.split("```rust\n").skip(1).collect();
        assert_eq!(blocks.len(), 3);
        for line in blocks.iter().filter_map(|it| it.split("```").next()).flat_map(str::lines) {
            let line = line.split(" // ").next().unwrap_or_default().trim();
            assert!(ours.contains(&line), "write the guide's Rust here too: {line}");
        }
    }
}

#[test]
fn an_edit() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start()?;
    let account = StableToken::new(APPID, Secret::new(SECRET));
    let client = Client::builder(account).base_url(sandbox.base_url()).build()?;

    let edited = client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu"))?;
    println!("{}", edited.stored);
    assert_eq!(edited.stored.to_string(), "no violations");
    Ok(())
}

#[test]
fn sources_of_tokens() {
    let fixed = Client::new(AccessToken::new("TOKEN"));
    let asked = Client::new(TokenSource::function(|| Ok(AccessToken::new("TOKEN"))));
    let fetched = Client::new(StableToken::new("APPID", Secret::new("SECRET")));
    for client in [fixed, asked, fetched] {
        assert_eq!(client.base_url(), Client::BASE_URL);
    }
}

#[test]
#[rustfmt::skip]
fn errors() -> Result<(), Box<dyn std::error::Error>> {
    let sandbox = Sandbox::start()?;
    let account = StableToken::new(APPID, Secret::new(SECRET));
    let client = Client::builder(account).base_url(sandbox.base_url()).build()?;
    match client.edit_fields(NEWS, 0, &Overlay::default().set("title", "Summer menu")) {
        Ok(edited) => println!("{}", edited.stored),
        Err(Error::Invalid(report)) => println!("{report}"),
        Err(Error::Conflict(conflict)) => println!("changed by somebody else: {:?}", conflict.changed()),
        Err(Error::Gone(_)) => println!("deleted or published"),
        Err(Error::Api(refusal)) => println!("{} {refusal}", refusal.errcode),
        Err(Error::Transport(failure)) => println!("{failure} {}", failure.may_have_arrived()),
        Err(error) => println!("{error}"),
    }
    Ok(())
}
