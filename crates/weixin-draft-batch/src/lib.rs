//! Many requests at once, for the command line, Python and Arrow.
//!
//! Three parts, to be put together as the caller's input needs it: [`Blocks`]
//! cuts NDJSON into blocks of whole lines, [`in_order`] works on many pieces on
//! all cores, and [`unpack`] reads gzip and Zstandard. None of them holds more
//! than a few blocks, however long the input is.
//!
//! ```
//! use std::io::Read as _;
//!
//! use weixin_draft_batch::{Block, Blocks, Row, cores, in_order};
//!
//! let mut source: &[u8] = b"{\"media_id\": 1}\n\n[]\n";
//! let (mut blocks, mut block) = (Blocks::new(), Block::default());
//! let mut refused = Vec::new();
//! while blocks.next(&mut block, |space| source.read(space))? {
//!     let rows: Vec<(u64, Row<'_>)> = block.rows().collect();
//!     let reports = in_order(&rows, cores(), |(line, row)| match row {
//!         Row::Bytes(body) => (*line, weixin_draft::check_json(body).is_ok()),
//!         Row::TooLong => (*line, false),
//!     });
//!     refused.extend(reports.into_iter().filter(|(_, ok)| !ok).map(|(line, _)| line));
//! }
//! assert_eq!(refused, [1, 3]);
//! # Ok::<(), std::io::Error>(())
//! ```

mod block;
mod blocks;
mod order;
mod pieces;
mod unpack;

pub use block::{Block, Row};
pub use blocks::Blocks;
pub use order::{cores, in_order};
pub use pieces::pieces;
pub use unpack::{Packing, unpack};
