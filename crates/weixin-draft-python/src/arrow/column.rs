//! Which column holds the requests.

use arrow_array::{Array, ArrayRef, StructArray};
use arrow_buffer::NullBuffer;
use arrow_schema::{ArrowError, DataType, Fields};

/// Where the requests are in the arrays of a stream.
#[derive(Clone, Copy, Debug)]
pub(super) enum Column {
    /// The arrays are the column.
    Whole,
    /// The arrays are batches; the column has this position in them.
    At(usize),
}

impl Column {
    /// Finds the column of this name, or the only one that can be it.
    ///
    /// # Errors
    /// What to say where there is no such column, or not just one.
    pub(super) fn find(data_type: &DataType, name: Option<&str>) -> Result<Self, String> {
        match (data_type, name) {
            (DataType::Struct(fields), Some(name)) => named(fields, name),
            (DataType::Struct(fields), None) => only(fields),
            (_, Some(name)) => {
                Err(format!("the data is one column without a name: leave column={name:?} out"))
            }
            (data_type, None) => can_hold_requests("the data", data_type).map(|()| Column::Whole),
        }
    }

    /// The column of one array, and which of its rows are null.
    pub(super) fn of(self, array: &ArrayRef) -> Result<(ArrayRef, Option<NullBuffer>), ArrowError> {
        let Column::At(position) = self else {
            return Ok((array.clone(), array.logical_nulls()));
        };
        let batch = array.as_any().downcast_ref::<StructArray>();
        let column = batch.and_then(|batch| batch.columns().get(position));
        let column = column.ok_or_else(|| {
            ArrowError::SchemaError("a batch has other columns than its stream".to_owned())
        })?;
        let nulls = NullBuffer::union(array.nulls(), column.logical_nulls().as_ref());
        Ok((column.clone(), nulls))
    }
}

fn named(fields: &Fields, name: &str) -> Result<Column, String> {
    let mut named = fields.iter().enumerate().filter(|(_, field)| field.name() == name);
    match (named.next(), named.next()) {
        (Some((position, field)), None) => {
            can_hold_requests(&format!("the column {name:?}"), field.data_type())
                .map(|()| Column::At(position))
        }
        (Some(_), Some(_)) => Err(format!("several columns are called {name:?}: rename one")),
        (None, _) => Err(format!("there is no column {name:?}; {}", list("the columns", fields))),
    }
}

fn only(fields: &Fields) -> Result<Column, String> {
    let of = |is_it: fn(&DataType) -> bool| {
        let mut columns = fields.iter().enumerate().filter(move |(_, it)| is_it(it.data_type()));
        (columns.next(), columns.next())
    };
    let candidates = match of(holds_text) {
        (None, _) => of(is_all_null),
        found => found,
    };
    match candidates {
        (Some((position, _)), None) => Ok(Column::At(position)),
        (None, _) => {
            Err(format!("no column holds strings or binary data; {}", list("the columns", fields)))
        }
        (Some(_), Some(_)) => Err(format!(
            "several columns hold strings or binary data: say which with column=; {}",
            list("the columns", fields)
        )),
    }
}

/// The names of columns, for the one who wrote them.
fn list(what: &str, fields: &Fields) -> String {
    const MAX_NAMES: usize = 20;
    let names = fields.iter().take(MAX_NAMES).map(|field| format!("{:?}", field.name()));
    let names = names.collect::<Vec<_>>().join(", ");
    match fields.len() {
        0 => "there are no columns".to_owned(),
        number if number > MAX_NAMES => format!("{what} are {names}, ..."),
        _ => format!("{what} are {names}"),
    }
}

fn holds_text(data_type: &DataType) -> bool {
    matches!(
        data_type,
        DataType::Utf8
            | DataType::LargeUtf8
            | DataType::Utf8View
            | DataType::Binary
            | DataType::LargeBinary
            | DataType::BinaryView
    )
}

/// Whether there is nothing in the column: some libraries forget its type then.
fn is_all_null(data_type: &DataType) -> bool {
    *data_type == DataType::Null
}

fn can_hold_requests(what: &str, data_type: &DataType) -> Result<(), String> {
    if holds_text(data_type) || is_all_null(data_type) {
        return Ok(());
    }
    let hint = match data_type {
        DataType::Dictionary(..) => "cast it to a string column first",
        DataType::Struct(_) | DataType::Map(..) => "write each row as JSON text first",
        _ => "requests are JSON text in a string or binary column",
    };
    Err(format!("{what} is of type {data_type}: {hint}"))
}
