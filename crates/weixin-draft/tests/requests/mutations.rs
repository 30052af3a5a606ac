//! Ways to break a request.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Map, Value, json};

use super::pools::{NAMES, NUMBERS, PIECES, TEXTS};

/// One change at some place of a request.
#[derive(Clone, Debug)]
pub(crate) struct Mutation {
    place: Index,
    change: Change,
}

#[derive(Clone, Debug)]
enum Change {
    /// Takes a member or an item away.
    Remove(Index),
    /// Gives a member another name.
    Rename(Index, &'static str),
    /// Adds a member, or puts it in the place of another.
    Add(&'static str, Value),
    /// Puts another value in the place of this one.
    Replace(Value),
    /// Writes a text before and after a text.
    Surround(&'static str, &'static str),
    /// Puts a list around the value.
    Wrap,
    /// Makes a list so long by repeating its first item.
    Lengthen(usize),
}

/// A text that begins with it means a number, spelt as the rest of it.
const NUMBER: char = '\u{F8FF}';

pub(crate) fn mutation() -> impl Strategy<Value = Mutation> {
    let change = prop_oneof![
        2 => any::<Index>().prop_map(Change::Remove),
        2 => (any::<Index>(), name()).prop_map(|(member, name)| Change::Rename(member, name)),
        2 => (name(), value()).prop_map(|(name, value)| Change::Add(name, value)),
        5 => value().prop_map(Change::Replace),
        4 => (select(PIECES.to_vec()), select(PIECES.to_vec()))
            .prop_map(|(before, after)| Change::Surround(before, after)),
        1 => Just(Change::Wrap),
        1 => (19_usize..23).prop_map(Change::Lengthen),
    ];
    (any::<Index>(), change).prop_map(|(place, change)| Mutation { place, change })
}

fn name() -> impl Strategy<Value = &'static str> {
    select(NAMES.to_vec())
}

fn value() -> impl Strategy<Value = Value> {
    let simple = prop_oneof![
        4 => select(TEXTS.to_vec()).prop_map(Value::from),
        4 => select(NUMBERS.to_vec()).prop_map(|number| json!(format!("{NUMBER}{number}"))),
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
    ];
    simple.prop_recursive(2, 4, 2, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..2).prop_map(Value::from),
            prop::collection::vec((name(), inner), 0..2).prop_map(|members| {
                members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
            }),
        ]
    })
}

/// The body of a request after some changes.
pub(crate) fn apply(mut request: Value, mutations: &[Mutation]) -> String {
    for mutation in mutations {
        let mut places = Vec::new();
        note_places(&request, String::new(), &mut places);
        let place = mutation.place.get(&places);
        if let Some(value) = request.pointer_mut(place) {
            change(value, &mutation.change);
        }
    }
    let body = request.to_string();
    NUMBERS.iter().fold(body, |body, number| body.replace(&format!("\"{NUMBER}{number}\""), number))
}

fn note_places(value: &Value, place: String, places: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, value) in members {
                note_places(value, format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (number, value) in items.iter().enumerate() {
                note_places(value, format!("{place}/{number}"), places);
            }
        }
        _ => {}
    }
    places.push(place);
}

fn change(value: &mut Value, change: &Change) {
    match (change, value) {
        (Change::Replace(other), value) => *value = other.clone(),
        (Change::Wrap, value) => *value = json!([value.take()]),
        (Change::Surround(before, after), Value::String(text)) => {
            *text = format!("{before}{text}{after}");
        }
        (Change::Remove(member), Value::Object(members)) => {
            let removed = pick(members, *member);
            members.retain(|name, _| Some(name) != removed.as_ref());
        }
        (Change::Remove(item), Value::Array(items)) if !items.is_empty() => {
            items.remove(item.index(items.len()));
        }
        (Change::Rename(member, name), Value::Object(members)) => {
            let renamed = pick(members, *member);
            let all = std::mem::take(members).into_iter();
            members.extend(all.map(|(old, value)| {
                if Some(&old) == renamed.as_ref() {
                    ((*name).to_owned(), value)
                } else {
                    (old, value)
                }
            }));
        }
        (Change::Add(name, other), Value::Object(members)) => {
            members.insert((*name).to_owned(), other.clone());
        }
        (Change::Lengthen(length), Value::Array(items)) if !items.is_empty() => {
            let first = items[0].clone();
            items.resize(*length, first);
        }
        _ => {}
    }
}

fn pick(members: &Map<String, Value>, member: Index) -> Option<String> {
    (!members.is_empty()).then(|| members.keys().nth(member.index(members.len())).cloned())?
}
