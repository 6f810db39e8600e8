//! Text as XML 1.0 can hold it: the gate's spelling of what must not be shown, then entities.
//!
//! Most controls cannot stand in XML at all, not even as character references (section 2.2 of its specification), and a Go file
//! or its name may hold them. `]]>` is harmless outside of CDATA once `>` is an entity, and no CDATA is written.

use super::untrusted;

/// A name on one line, for an attribute's value in double quotes, or for text.
pub(super) fn name(text: &str) -> String {
    entities(&untrusted::name(text))
}

/// A sentence on one line, likewise.
pub(super) fn prose(text: &str) -> String {
    entities(&untrusted::prose(text))
}

fn entities(text: &str) -> String {
    let mut safe = String::with_capacity(text.len() + 16);
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&apos;"),
            // The last two of each plane are characters in Rust and none in XML.
            '\u{fffe}' | '\u{ffff}' => safe.push('\u{fffd}'),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markup_and_controls_are_text() {
        assert_eq!(name("a<b>&\"'"), "a&lt;b&gt;&amp;&quot;&apos;");
        assert_eq!(name("]]>\u{1}\u{ffff}"), "]]&gt;\\u{1}\u{fffd}");
        assert_eq!(prose("two\nlines ::error::x"), "two lines : :error::x");
    }
}
