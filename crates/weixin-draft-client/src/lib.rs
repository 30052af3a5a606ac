//! Sends `draft_update` requests to WeChat, each checked first.
//!
//! The check is that of the `weixin-draft` crate; a request with an error is
//! never sent.
//!
//! ```
//! use weixin_draft::{Article, DraftUpdate};
//! use weixin_draft_client::{AccessToken, Client, Error};
//! # use weixin_draft_sandbox::{NEWS as MEDIA_ID, Sandbox, TOKEN};
//! # let sandbox = Sandbox::start()?;
//! # let (token, base_url) = (TOKEN, sandbox.base_url());
//!
//! let mut article = Article::news("Spring menu", "<p>From Monday.</p>");
//! article.thumb_media_id = Some("COVER_ID".into());
//! let draft = DraftUpdate::new(MEDIA_ID, 0, article);
//!
//! // `Client::new(AccessToken::new(token))` talks to api.weixin.qq.com.
//! let client = Client::builder(AccessToken::new(token)).base_url(base_url).build()?;
//! match client.update(&draft) {
//!     Ok(response) => println!("updated: {}", response.errmsg),
//!     Err(Error::Invalid(report)) => eprintln!("nothing was sent:\n{report}"),
//!     Err(Error::Api(refusal)) => eprintln!("refused: {}", refusal.errcode),
//!     Err(Error::Transport(failure)) => eprintln!("no answer: {}", failure.kind.as_str()),
//! }
//! # assert_eq!(sandbox.requests().len(), 1);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # What it promises
//!
//! * The access token stands in the address of every request, and nowhere
//!   else: not in an error, not in a `Debug`, not in a log at any level.
//! * `https` only, save for servers on this machine; redirects are never
//!   followed, since they would carry the token elsewhere.
//! * Every call ends, by [`Client::TIMEOUT`] if nothing else was asked for,
//!   and reads no more than [`Client::LONGEST_ANSWER`].

mod answer;
mod api_error;
mod base_url;
mod builder;
mod client;
mod error;
mod failure;
mod resolver;
mod sender;
mod token;
mod token_line;
mod transport_error;
mod tunnel;

pub use api_error::ApiError;
pub use base_url::BaseUrlError;
pub use builder::ClientBuilder;
pub use client::Client;
pub use error::Error;
pub use token::AccessToken;
pub use transport_error::{TransportError, TransportKind};
