//! The bytes of a column, row by row, where they are.

use arrow_array::types::{BinaryViewType, ByteArrayType, ByteViewType, GenericBinaryType};
use arrow_array::types::{GenericStringType, StringViewType};
use arrow_array::{Array, GenericByteArray, GenericByteViewArray};
use arrow_buffer::ArrowNativeType;
use arrow_schema::{ArrowError, DataType};

/// The bytes of each row, without a copy; what is null has any.
///
/// The memory is described by somebody else, so every range is looked at.
///
/// # Errors
/// When a row lies outside the column's data.
pub(super) fn bodies(column: &dyn Array) -> Result<Vec<&[u8]>, ArrowError> {
    match column.data_type() {
        DataType::Utf8 => with_offsets::<GenericStringType<i32>>(column),
        DataType::LargeUtf8 => with_offsets::<GenericStringType<i64>>(column),
        DataType::Binary => with_offsets::<GenericBinaryType<i32>>(column),
        DataType::LargeBinary => with_offsets::<GenericBinaryType<i64>>(column),
        DataType::Utf8View => with_views::<StringViewType>(column),
        DataType::BinaryView => with_views::<BinaryViewType>(column),
        DataType::Null => Ok(vec![b""; column.len()]),
        other => Err(ArrowError::SchemaError(format!("a batch has a column of type {other}"))),
    }
}

fn with_offsets<T: ByteArrayType>(column: &dyn Array) -> Result<Vec<&[u8]>, ArrowError> {
    let array = column.as_any().downcast_ref::<GenericByteArray<T>>().ok_or_else(broken)?;
    let offsets = array.value_offsets();
    // A negative end would be an impossible length.
    if offsets.last().is_none_or(|end| end.to_usize().is_none()) {
        return Err(broken());
    }
    let data = array.value_data();
    let row = |pair: &[T::Offset]| match pair {
        [start, end] => data.get(start.to_usize()?..end.to_usize()?),
        _ => None,
    };
    offsets.windows(2).map(|pair| row(pair).ok_or_else(broken)).collect()
}

/// A view holds up to 12 bytes itself, or says where they are.
fn with_views<T: ByteViewType>(column: &dyn Array) -> Result<Vec<&[u8]>, ArrowError> {
    let array = column.as_any().downcast_ref::<GenericByteViewArray<T>>().ok_or_else(broken)?;
    let (views, buffers) = (array.views().inner().as_slice(), array.data_buffers());
    let number = |bytes: &[u8]| {
        let bytes: [u8; 4] = bytes.try_into().ok()?;
        usize::try_from(i32::from_le_bytes(bytes)).ok()
    };
    (0..array.len())
        .map(|position| {
            let view = views.get(16 * position..16 * (position + 1)).ok_or_else(broken)?;
            let length = number(&view[0..4]).ok_or_else(broken)?;
            if length <= 12 {
                return Ok(&view[4..4 + length]);
            }
            let found = || {
                let (buffer, start) = (number(&view[8..12])?, number(&view[12..16])?);
                buffers.get(buffer)?.as_slice().get(start..start.checked_add(length)?)
            };
            found().ok_or_else(broken)
        })
        .collect()
}

fn broken() -> ArrowError {
    ArrowError::CDataInterface(
        "a row lies outside the data of its column: the library that made it has a fault"
            .to_owned(),
    )
}
