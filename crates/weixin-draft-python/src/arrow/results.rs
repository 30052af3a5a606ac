//! Reports as columns.

use std::sync::{Arc, LazyLock};

use arrow_array::builder::{BooleanBuilder, Int32Builder, StringBuilder};
use arrow_array::{ArrayRef, ListArray, RecordBatch, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer};
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema, SchemaRef};
use weixin_draft::{Language, Level, Report, Violation};

/// The columns of the results. Numbers are signed and nothing is a dictionary,
/// since Spark takes neither.
pub(super) fn schema() -> SchemaRef {
    static SCHEMA: LazyLock<SchemaRef> = LazyLock::new(|| {
        Arc::new(Schema::new(vec![
            Field::new("ok", DataType::Boolean, true),
            Field::new("errors", DataType::Int32, true),
            Field::new("warnings", DataType::Int32, true),
            Field::new("violations", DataType::List(item()), true),
        ]))
    });
    Arc::clone(&SCHEMA)
}

fn item() -> Arc<Field> {
    Arc::new(Field::new("item", DataType::Struct(fields()), true))
}

fn fields() -> Fields {
    let text = |name| Field::new(name, DataType::Utf8, true);
    let number = |name| Field::new(name, DataType::Int32, true);
    let texts = ["code", "level", "path", "message"].map(text);
    texts.into_iter().chain(["line", "column"].map(number)).collect()
}

/// Results of some rows, to which more are added.
pub(super) struct Results {
    language: Language,
    ok: BooleanBuilder,
    errors: Int32Builder,
    warnings: Int32Builder,
    /// How many violations each row has.
    lengths: Vec<usize>,
    nulls: NullBufferBuilder,
    texts: [StringBuilder; 4],
    numbers: [Int32Builder; 2],
}

impl Results {
    pub(super) fn new(language: Language, rows: usize) -> Self {
        Results {
            language,
            ok: BooleanBuilder::with_capacity(rows),
            errors: Int32Builder::with_capacity(rows),
            warnings: Int32Builder::with_capacity(rows),
            lengths: Vec::with_capacity(rows),
            nulls: NullBufferBuilder::new(rows),
            texts: Default::default(),
            numbers: Default::default(),
        }
    }

    /// A row that was null is null.
    pub(super) fn push_null(&mut self) {
        self.ok.append_null();
        self.errors.append_null();
        self.warnings.append_null();
        self.lengths.push(0);
        self.nulls.append_null();
    }

    pub(super) fn push(&mut self, report: &Report) {
        let violations = report.violations();
        let count = |level| violations.iter().filter(|found| found.level == level).count();
        self.ok.append_value(report.is_ok());
        self.errors.append_value(number(count(Level::Error)));
        self.warnings.append_value(number(count(Level::Warning)));
        self.lengths.push(violations.len());
        self.nulls.append_non_null();
        for violation in violations {
            self.push_violation(violation);
        }
    }

    fn push_violation(&mut self, violation: &Violation) {
        let message = violation.message(self.language);
        self.push_texts([violation.code, violation.level.as_str(), &violation.path, &message]);
        let location = violation.location.as_ref();
        let (line, column) = location.map_or((1, 1), |it| (it.line, it.column));
        self.push_place(line, column);
    }

    fn push_texts(&mut self, texts: [&str; 4]) {
        for (builder, text) in self.texts.iter_mut().zip(texts) {
            builder.append_value(text);
        }
    }

    fn push_place(&mut self, line: usize, column: usize) {
        for (builder, value) in self.numbers.iter_mut().zip([line, column]) {
            builder.append_value(number(value));
        }
    }

    /// All rows as one batch.
    ///
    /// # Errors
    /// None that is known.
    pub(super) fn finish(mut self) -> Result<RecordBatch, ArrowError> {
        let texts = self.texts.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let texts = texts.collect::<Vec<_>>();
        let numbers = self.numbers.iter_mut().map(|builder| Arc::new(builder.finish()) as ArrayRef);
        let columns = texts.into_iter().chain(numbers).collect();
        let items = StructArray::try_new(fields(), columns, None)?;
        let offsets = OffsetBuffer::from_lengths(self.lengths);
        let violations = ListArray::try_new(item(), offsets, Arc::new(items), self.nulls.finish())?;
        let columns: Vec<ArrayRef> = vec![
            Arc::new(self.ok.finish()),
            Arc::new(self.errors.finish()),
            Arc::new(self.warnings.finish()),
            Arc::new(violations),
        ];
        RecordBatch::try_new(schema(), columns)
    }
}

/// Lines and columns past 2^31 would need a larger request than is checked.
fn number(value: usize) -> i32 {
    i32::try_from(value).unwrap_or(i32::MAX)
}
