//! Protocol buffers taken apart and put together again with something wrong: what a lying producer may write.
//!
//! A reader and writer of its own, so that no defect of heaplint's reader is also the test's.

use crate::random::{EXTREMES, Random};

/// A message as a list of fields.
#[derive(Clone)]
pub(crate) struct Message(pub(crate) Vec<Field>);

/// One field.
#[derive(Clone)]
pub(crate) struct Field {
    pub(crate) number: u64,
    pub(crate) value: Value,
}

/// What a field holds.
#[derive(Clone)]
pub(crate) enum Value {
    Number(u64),
    Bytes(Vec<u8>),
    /// Numbers without tags.
    Packed(Vec<u64>),
    Inner(Message),
    /// Eight bytes that no field of a profile has.
    Fixed(u64),
}

/// Which fields of a message are messages (with theirs) or packed numbers.
pub(crate) struct Schema {
    inner: &'static [(u64, &'static Schema)],
    packed: &'static [u64],
}

/// profile.proto, as far as its structure goes.
pub(crate) const PROFILE: Schema =
    Schema { inner: &[(1, &FLAT), (2, &SAMPLE), (3, &FLAT), (4, &LOCATION), (5, &FLAT), (11, &FLAT)], packed: &[] };
const SAMPLE: Schema = Schema { inner: &[(3, &FLAT)], packed: &[1, 2] };
const LOCATION: Schema = Schema { inner: &[(4, &FLAT)], packed: &[] };
const FLAT: Schema = Schema { inner: &[], packed: &[] };

impl Message {
    /// Reads bytes that are known to be sound.
    pub(crate) fn read(bytes: &[u8], schema: &Schema) -> Message {
        let (mut at, mut fields) = (0, Vec::new());
        while at < bytes.len() {
            let tag = varint(bytes, &mut at);
            let number = tag >> 3;
            let value = match tag & 7 {
                0 => Value::Number(varint(bytes, &mut at)),
                2 => {
                    let length = varint(bytes, &mut at) as usize;
                    let inside = &bytes[at..at + length];
                    at += length;
                    let inner = schema.inner.iter().find(|(known, _)| *known == number);
                    match inner {
                        Some((_, schema)) => Value::Inner(Message::read(inside, schema)),
                        None if schema.packed.contains(&number) => Value::Packed(unpacked(inside)),
                        None => Value::Bytes(inside.to_vec()),
                    }
                }
                other => panic!("the fixture holds the wire type {other}"),
            };
            fields.push(Field { number, value });
        }
        Message(fields)
    }

    /// The bytes.
    pub(crate) fn write(&self) -> Vec<u8> {
        let mut out = Vec::new();
        for Field { number, value } in &self.0 {
            match value {
                Value::Number(value) => {
                    push(&mut out, number << 3);
                    push(&mut out, *value);
                }
                Value::Fixed(value) => {
                    push(&mut out, number << 3 | 1);
                    out.extend(value.to_le_bytes());
                }
                Value::Bytes(bytes) => push_bytes(&mut out, *number, bytes),
                Value::Inner(message) => push_bytes(&mut out, *number, &message.write()),
                Value::Packed(numbers) => {
                    let mut packed = Vec::new();
                    numbers.iter().for_each(|value| push(&mut packed, *value));
                    push_bytes(&mut out, *number, &packed);
                }
            }
        }
        out
    }

    /// Does one wrong thing somewhere in it.
    pub(crate) fn spoil(&mut self, random: &mut Random) {
        let at = random.below(self.0.len());
        let Some(field) = self.0.get_mut(at) else { return };
        match (random.below(12), &mut field.value) {
            (0, _) => drop(self.0.remove(at)),
            (1, _) => {
                let copy = field.clone();
                self.0.insert(random.below(self.0.len() + 1), copy);
            }
            (2, _) => field.number = *EXTREMES.get(random.below(40)).unwrap_or(&(random.below(16) as u64)) >> 3,
            (3, value) => {
                *value = match random.below(4) {
                    0 => Value::Number(extreme(random)),
                    1 => Value::Bytes((0..random.below(20)).map(|_| random.number() as u8).collect()),
                    2 => Value::Fixed(extreme(random)),
                    _ => Value::Inner(Message(Vec::new())),
                };
            }
            (4, _) => {
                let other = random.below(self.0.len());
                self.0.swap(at, other);
            }
            (_, Value::Number(value)) => *value = extreme(random),
            (_, Value::Fixed(value)) => *value = extreme(random),
            (_, Value::Inner(message)) => message.spoil(random),
            (_, Value::Packed(numbers)) => match (random.below(4), numbers.len()) {
                (0, _) | (_, 0) => numbers.push(extreme(random)),
                (1, count) => drop(numbers.remove(random.below(count))),
                (_, count) => numbers[random.below(count)] = extreme(random),
            },
            (_, Value::Bytes(bytes)) => *bytes = odd_text(bytes, random),
        }
    }
}

/// A number that is on an edge, or small, or anything.
pub(crate) fn extreme(random: &mut Random) -> u64 {
    match random.below(3) {
        0 => random.below(40) as u64,
        1 => random.number(),
        _ => random.pick(&EXTREMES),
    }
}

fn odd_text(old: &[u8], random: &mut Random) -> Vec<u8> {
    match random.below(8) {
        0 => Vec::new(),
        1 => b"\xff\xfe\x80".to_vec(),
        2 => b"\x1b[2J\x1b]0;x\x07\n::error::x".to_vec(),
        3 => "\u{202e}gnirts\u{feff}".into(),
        4 => b"a".repeat(random.below(100_000)),
        5 => b"example.com/h.(*T[".repeat(1 + random.below(200)),
        6 => [old, b".func1.2.3-range1[...].init.0"].concat(),
        _ => crate::random::mutated_bytes(old, random),
    }
}

fn unpacked(bytes: &[u8]) -> Vec<u64> {
    let (mut at, mut numbers) = (0, Vec::new());
    while at < bytes.len() {
        numbers.push(varint(bytes, &mut at));
    }
    numbers
}

fn varint(bytes: &[u8], at: &mut usize) -> u64 {
    let (mut value, mut shift) = (0, 0);
    loop {
        let byte = bytes[*at];
        *at += 1;
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return value;
        }
        shift += 7;
    }
}

/// Appends a number.
pub(crate) fn push(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}

/// Appends a field of bytes.
pub(crate) fn push_bytes(out: &mut Vec<u8>, number: u64, bytes: &[u8]) {
    push(out, number << 3 | 2);
    push(out, bytes.len() as u64);
    out.extend(bytes);
}

#[test]
fn what_is_read_is_written_again() {
    let bytes = crate::profiles::inflated("go1.27/heap.pb.gz");
    assert!(Message::read(&bytes, &PROFILE).write() == bytes);
}
