//! Tables that say what a byte can begin or belong to, and fast searches for one byte.
//!
//! It does NOT keep state: the lexer does.

use super::token::TokenKind;
use TokenKind as T;

/// What a token that begins with a byte can be; blanks and the letters of words are told before.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Byte {
    Newline,
    Return,
    Digit,
    Slash,
    Dot,
    Quote,
    Backquote,
    High,
    /// An operator of its own, whatever follows: see [`SINGLES`].
    Single,
    Operator,
}

pub(super) static BYTES: [Byte; 256] = {
    let mut table = [Byte::Operator; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'\r' => Byte::Return,
            b'\n' => Byte::Newline,
            b'0'..=b'9' => Byte::Digit,
            b'/' => Byte::Slash,
            b'.' => Byte::Dot,
            b'"' | b'\'' => Byte::Quote,
            b'`' => Byte::Backquote,
            b'(' | b')' | b'{' | b'}' | b'[' | b']' | b',' | b';' | b'~' => Byte::Single,
            0x80.. => Byte::High,
            _ => Byte::Operator,
        };
        byte += 1;
    }
    table
};

pub(super) static SINGLES: [TokenKind; 256] = {
    let mut table = [T::Illegal; 256];
    table[b'(' as usize] = T::ParenOpen;
    table[b')' as usize] = T::ParenClose;
    table[b'{' as usize] = T::BraceOpen;
    table[b'}' as usize] = T::BraceClose;
    table[b'[' as usize] = T::BracketOpen;
    table[b']' as usize] = T::BracketClose;
    table[b',' as usize] = T::Comma;
    table[b';' as usize] = T::Semicolon;
    table[b'~' as usize] = T::Tilde;
    table
};

/// Letters and the underscore.
pub(super) static BEGINS_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'_');
        byte += 1;
    }
    table
};

/// Letters, digits and the underscore.
pub(super) static IN_WORD: [bool; 256] = {
    let mut table = [false; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = matches!(byte as u8, b'a'..=b'z' | b'A'..=b'Z' | b'_' | b'0'..=b'9');
        byte += 1;
    }
    table
};

/// Bytes of an interpreted string or rune that need a second look.
pub(super) static STOPS_STRING: [bool; 256] = {
    let mut table = [false; 256];
    table[b'"' as usize] = true;
    table[b'\'' as usize] = true;
    table[b'\\' as usize] = true;
    table[b'\n' as usize] = true;
    table
};

/// How many of these eight bytes, from the lowest on, are ASCII letters, digits and underscores.
#[inline(always)]
pub(super) fn leading_word_bytes(bytes: u64) -> usize {
    const EACH: u64 = 0x0101_0101_0101_0101;
    const HIGH: u64 = EACH * 0x80;
    let low = bytes & !HIGH;
    // With seven bits per byte no sum carries: the high bit says whether a byte lies in a range.
    let within = |bytes: u64, first: u8, last: u8| {
        (bytes + EACH * (0x80 - first as u64)) & !(bytes + EACH * (0x7f - last as u64))
    };
    let letters = within(low | (EACH * 0x20), b'a', b'z');
    let words = letters | within(low, b'0', b'9') | within(low, b'_', b'_');
    ((!words | bytes) & HIGH).trailing_zeros() as usize / 8
}

/// The length of the run of word characters, ASCII or not, at the beginning of `text`.
#[cold]
pub(super) fn unicode_letters(text: &[u8]) -> usize {
    let mut length = 0;
    while let Some(letter) = first_char(&text[length..]).filter(|letter| letter.is_alphanumeric() || *letter == '_') {
        length += letter.len_utf8();
    }
    length
}

/// The first character of `text`, if the bytes there are UTF-8.
pub(super) fn first_char(text: &[u8]) -> Option<char> {
    let bytes = &text[..text.len().min(4)];
    let valid = match std::str::from_utf8(bytes) {
        Ok(valid) => valid,
        Err(error) => std::str::from_utf8(&bytes[..error.valid_up_to()]).unwrap_or_default(),
    };
    valid.chars().next()
}

/// The offset of the first `needle` at or after `from`. Blocks of fixed size let the compiler compare them at once.
#[inline]
pub(super) fn find(text: &[u8], from: usize, needle: u8) -> Option<usize> {
    let (blocks, rest) = text.get(from..)?.as_chunks::<32>();
    let mut at = from;
    for block in blocks {
        if block.iter().fold(false, |found, byte| found | (*byte == needle)) {
            return block.iter().position(|byte| *byte == needle).map(|position| at + position);
        }
        at += block.len();
    }
    rest.iter().position(|byte| *byte == needle).map(|position| at + position)
}

/// The offset after the first `*/` at or after `from`.
pub(super) fn find_comment_end(text: &[u8], mut from: usize) -> Option<usize> {
    loop {
        let star = find(text, from, b'*')?;
        if text.get(star + 1) == Some(&b'/') {
            return Some(star + 2);
        }
        from = star + 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_measured_eight_bytes_at_once() {
        for length in 0..8 {
            for byte in 0..=255_u8 {
                let mut eight = *b"aZ09_zA5";
                eight[length] = byte;
                let expected = if IN_WORD[byte as usize] { 8 } else { length };
                assert_eq!(leading_word_bytes(u64::from_le_bytes(eight)), expected, "{eight:?}");
            }
        }
    }

    #[test]
    fn a_byte_is_found_in_blocks_and_behind_them() {
        for at in 0..100 {
            let mut text = vec![b'x'; 100];
            text[at] = b'`';
            assert_eq!(find(&text, 0, b'`'), Some(at));
            assert_eq!(find(&text, at, b'`'), Some(at));
            assert_eq!(find(&text, at + 1, b'`'), None);
        }
        assert_eq!(find(b"", 1, b'x'), None);
    }
}
