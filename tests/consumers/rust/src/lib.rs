//! Types of the body of draft/update, made from the schema by typify, and a check of what is wrong with a body.

mod check;

pub use check::Check;

typify::import_types!(schema = "../../../schema/request.json", struct_builder = true);
