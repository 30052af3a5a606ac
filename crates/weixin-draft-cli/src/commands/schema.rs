//! `weixin-draft schema`.

use std::io::Write;

use clap::{Args, ValueEnum};
use weixin_draft::{SchemaDraft, SchemaKind, json_schema};

use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Print the JSON Schema of requests or responses
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// What the schema describes
    #[arg(value_enum, default_value_t)]
    kind: Kind,
    /// The version of JSON Schema to write it in
    #[arg(long, value_enum, default_value_t)]
    draft: Draft,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Kind {
    #[default]
    Request,
    Response,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Draft {
    #[default]
    #[value(name = "2020-12")]
    Draft2020_12,
    #[value(name = "7")]
    Draft7,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let kind = match options.kind {
        Kind::Request => SchemaKind::Request,
        Kind::Response => SchemaKind::Response,
    };
    let draft = match options.draft {
        Draft::Draft2020_12 => SchemaDraft::Draft2020_12,
        Draft::Draft7 => SchemaDraft::Draft7,
    };
    serde_json::to_writer_pretty(&mut session.output, &json_schema(kind, draft))?;
    writeln!(session.output)?;
    Ok(Outcome::Fine)
}
