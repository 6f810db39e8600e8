//! Protocol buffers on the wire: a walk over the fields of one message, with the offset of each.
//!
//! It knows no message of pprof. It borrows from the input and takes no memory, so a length that lies costs nothing.
//! Source: the encoding page of protobuf.dev; tolerance follows github.com/google/pprof/profile/proto.go.

use super::error::{ReadError, malformed};

/// A message whose fields are still to be read.
#[derive(Clone, Copy)]
pub(crate) struct Message<'a> {
    /// The bytes of the whole profile.
    bytes: &'a [u8],
    at: usize,
    end: usize,
    /// The name that errors give: `Profile`, `Sample`, ...
    name: &'static str,
}

/// One field as it lies on the wire.
pub(crate) struct Field<'a> {
    /// The number that profile.proto gives it.
    pub number: u64,
    /// Where its tag starts.
    pub offset: usize,
    value: Value<'a>,
}

enum Value<'a> {
    Varint(u64),
    /// Fixed 32 and 64 bit values: legal, and in no field of profile.proto.
    Fixed,
    Bytes(Message<'a>),
}

impl<'a> Message<'a> {
    /// The outermost message.
    pub(crate) fn whole(bytes: &'a [u8], name: &'static str) -> Self {
        Message { bytes, at: 0, end: bytes.len(), name }
    }

    /// The next field, `None` at the end.
    #[inline]
    pub(crate) fn next(&mut self) -> Result<Option<Field<'a>>, ReadError> {
        if self.at >= self.end {
            return Ok(None);
        }
        let offset = self.at;
        let tag = self.varint()?;
        let value = match tag & 7 {
            0 => Value::Varint(self.varint()?),
            2 => {
                let length = self.varint()?;
                let rest = self.end - self.at;
                if length > rest as u64 {
                    let problem = format!("a length of {length} with {rest} bytes left");
                    return Err(malformed(offset, self.name, problem));
                }
                let start = self.at;
                self.at += length as usize;
                Value::Bytes(Message { bytes: self.bytes, at: start, end: self.at, name: self.name })
            }
            1 => self.skip(8, offset)?,
            5 => self.skip(4, offset)?,
            other => return Err(malformed(offset, self.name, format!("wire type {other} does not exist"))),
        };
        Ok(Some(Field { number: tag >> 3, offset, value }))
    }

    /// The next base-128 number. More than ten bytes, or an end inside it, is malformed.
    #[inline]
    pub(crate) fn varint(&mut self) -> Result<u64, ReadError> {
        let rest = &self.bytes[self.at..self.end];
        if let [byte @ 0..0x80, ..] = rest {
            self.at += 1;
            return Ok(u64::from(*byte));
        }
        let mut value = 0u64;
        for (position, byte) in rest.iter().take(10).enumerate() {
            value |= u64::from(byte & 0x7f) << (7 * position);
            if byte & 0x80 == 0 {
                self.at += position + 1;
                return Ok(value);
            }
        }
        Err(malformed(self.at, self.name, "a number without an end"))
    }

    /// Whether every byte was read.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.at >= self.end
    }

    /// The bytes not read yet.
    pub(crate) fn rest(&self) -> &'a [u8] {
        &self.bytes[self.at..self.end]
    }

    fn skip(&mut self, length: usize, offset: usize) -> Result<Value<'a>, ReadError> {
        if self.end - self.at < length {
            return Err(malformed(offset, self.name, "the message ends inside a fixed-size value"));
        }
        self.at += length;
        Ok(Value::Fixed)
    }
}

impl<'a> Field<'a> {
    /// The field as one number; `field` is the name for the error.
    #[inline]
    pub(crate) fn number_value(&self, field: &'static str) -> Result<u64, ReadError> {
        match self.value {
            Value::Varint(value) => Ok(value),
            _ => Err(malformed(self.offset, field, "not a number on the wire")),
        }
    }

    /// The field as a message or as bytes; `field` is the name that errors inside it give.
    #[inline]
    pub(crate) fn message(&self, field: &'static str) -> Result<Message<'a>, ReadError> {
        match self.value {
            Value::Bytes(message) => Ok(Message { name: field, ..message }),
            _ => Err(malformed(self.offset, field, "not a length-delimited value on the wire")),
        }
    }

    /// Calls `each` with every number of a repeated field, whether it is packed or not.
    #[inline]
    pub(crate) fn each_number(
        &self,
        field: &'static str,
        mut each: impl FnMut(u64) -> Result<(), ReadError>,
    ) -> Result<(), ReadError> {
        match self.value {
            Value::Varint(value) => each(value),
            Value::Bytes(message) => {
                let mut packed = Message { name: field, ..message };
                while !packed.is_empty() {
                    each(packed.varint()?)?;
                }
                Ok(())
            }
            Value::Fixed => Err(malformed(self.offset, field, "not a number on the wire")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Walks the fields of `bytes` and tells them as `number=value` or `number[length]`.
    fn walk(bytes: &[u8]) -> Result<String, ReadError> {
        let mut message = Message::whole(bytes, "Test");
        let mut told = Vec::new();
        while let Some(field) = message.next()? {
            told.push(match field.value {
                Value::Varint(value) => format!("{}={value}", field.number),
                Value::Bytes(inner) => format!("{}[{}]", field.number, inner.rest().len()),
                Value::Fixed => format!("{}fixed", field.number),
            });
        }
        Ok(told.join(" "))
    }

    #[test]
    fn fields_of_every_wire_type_are_walked() {
        assert_eq!(walk(b"\x08\x96\x01\x12\x02ab\x19........\x25....").as_deref(), Ok("1=150 2[2] 3fixed 4fixed"));
    }

    #[test]
    fn damage_is_told_with_its_offset() {
        for (bytes, offset) in [
            (&b"\x08\x01\x12\x05ab"[..], 2),
            (b"\x08\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01", 1),
            (b"\x08", 1),
            (b"\x19...", 0),
            (b"\x08\x01\x0f", 2),
        ] {
            match walk(bytes) {
                Err(ReadError::Malformed { offset: told, .. }) => assert_eq!(told, offset, "{bytes:?}"),
                other => panic!("{bytes:?}: {other:?}"),
            }
        }
    }

    #[test]
    fn repeated_numbers_may_be_packed_or_not() {
        let mut message = Message::whole(b"\x08\x07\x0a\x03\x01\x80\x01", "Test");
        let mut all = Vec::new();
        while let Ok(Some(field)) = message.next() {
            let outcome = field.each_number("numbers", |value| {
                all.push(value);
                Ok(())
            });
            assert_eq!(outcome, Ok(()));
        }
        assert_eq!(all, [7, 1, 128]);
    }
}
