//! `weixin-draft schema`.

use std::io::Write;

use clap::{Args, ValueEnum};
use weixin_draft::{SchemaDraft, SchemaKind, json_schema, llm_schema, openapi};

use crate::outcome::{Failure, Outcome};
use crate::session::Session;

/// Print a schema: of requests, responses, reports, or all endpoints
#[derive(Args, Debug)]
pub(crate) struct Options {
    /// What to print
    #[arg(value_enum, default_value_t)]
    kind: Kind,
    /// The version of JSON Schema to write it in [default: 2020-12]
    #[arg(long, value_enum)]
    draft: Option<Draft>,
}

#[derive(Clone, Copy, Debug, Default, ValueEnum)]
enum Kind {
    /// The JSON Schema of what is sent
    #[default]
    Request,
    /// The JSON Schema of the answer
    Response,
    /// The JSON Schema of what `check --format json` prints
    Report,
    /// The request's schema for tool calls of language models, in OpenAI's strict subset
    Llm,
    /// The endpoints as an OpenAPI 3.1 document
    Openapi,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Draft {
    #[value(name = "2020-12")]
    Draft2020_12,
    #[value(name = "7")]
    Draft7,
}

pub(crate) fn run(options: &Options, session: &mut Session) -> Result<Outcome, Failure> {
    let draft = match options.draft {
        None | Some(Draft::Draft2020_12) => SchemaDraft::Draft2020_12,
        Some(Draft::Draft7) if matches!(options.kind, Kind::Llm | Kind::Openapi) => {
            return Err(Failure(say!(
                session.language,
                "llm and openapi are written in 2020-12 only",
                "llm 和 openapi 只提供 2020-12 版本"
            )));
        }
        Some(Draft::Draft7) => SchemaDraft::Draft7,
    };
    let document = match options.kind {
        Kind::Request => json_schema(SchemaKind::Request, draft),
        Kind::Response => json_schema(SchemaKind::Response, draft),
        Kind::Report => json_schema(SchemaKind::Report, draft),
        Kind::Llm => llm_schema(),
        Kind::Openapi => openapi(),
    };
    serde_json::to_writer_pretty(&mut session.output, &document)?;
    writeln!(session.output)?;
    Ok(Outcome::Fine)
}
