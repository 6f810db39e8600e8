//! Constructs in words, for the line of a report.

use super::{Callee, Construct, ConstructKind};

/// At most so many characters of the source stand in it.
const LONGEST_QUOTE: usize = 48;

impl Construct {
    /// What it is in a few words, with a piece of the source that it was read from. One line; the source is untrusted.
    pub fn told(&self, text: &[u8]) -> String {
        let quoted = || quote(text.get(self.span.start..self.span.end).unwrap_or_default());
        // Up to the byte that it is charged to: the name of a call, the type of a literal.
        let head = || text.get(self.span.start..self.charged_at).unwrap_or_default();
        match &self.kind {
            ConstructKind::MakeSlice
            | ConstructKind::MakeMap
            | ConstructKind::MakeChan
            | ConstructKind::New
            | ConstructKind::Append
            | ConstructKind::Concatenation
            | ConstructKind::Conversion
            | ConstructKind::MapWrite => quoted(),
            ConstructKind::AddressedLiteral => {
                let whole = text.get(self.span.start..self.span.end).unwrap_or_default();
                let brace = last_braces(whole).unwrap_or(whole.len());
                format!("`{}{{...}}`", shorten(&whole[..brace], LONGEST_QUOTE))
            }
            ConstructKind::SliceLiteral | ConstructKind::MapLiteral => {
                format!("`{}{{...}}`", shorten(head(), LONGEST_QUOTE))
            }
            ConstructKind::Closure => "the closure of a function literal".to_owned(),
            ConstructKind::MethodValue => format!("method value {}", quoted()),
            ConstructKind::Boxing => format!("boxing of {}", quoted()),
            ConstructKind::VariadicSlice => format!("the argument slice of `{}`", name(head())),
            ConstructKind::MovedVariable => format!("variable {} on the heap", quoted()),
            ConstructKind::MovedParameter => format!("parameter {} on the heap", quoted()),
            ConstructKind::Go => "the closure of a `go` statement".to_owned(),
            ConstructKind::Defer => "`defer` in a loop".to_owned(),
            ConstructKind::RangeOverFunc => "a loop over a function".to_owned(),
            ConstructKind::ConversionCache => "the runtime's table of conversions to an interface".to_owned(),
            ConstructKind::Call(Callee::Literal) => "call of a function literal".to_owned(),
            ConstructKind::Call(_) => format!("call of `{}`", name(head())),
        }
    }
}

/// The last name of what is called with what it is selected from, as much as fits: of a chain of calls the end counts.
fn name(text: &[u8]) -> String {
    // Enough bytes for as many characters, so that a long chain is not read whole for each of its calls.
    let text = text.get(text.len().saturating_sub(8 * LONGEST_QUOTE)..).unwrap_or_default();
    let folded = shorten(text, usize::MAX);
    let count = folded.chars().count();
    if count <= LONGEST_QUOTE {
        return folded;
    }
    let short: String = folded.chars().skip(count - (LONGEST_QUOTE - 3)).collect();
    format!("...{short}")
}

fn quote(text: &[u8]) -> String {
    format!("`{}`", shorten(text, LONGEST_QUOTE))
}

/// One line, blanks folded, not longer than that many characters.
fn shorten(text: &[u8], most: usize) -> String {
    // Enough bytes for as many characters, so that a huge literal is not read whole.
    let text = text.get(..most.saturating_mul(8).min(text.len())).unwrap_or_default();
    let text = String::from_utf8_lossy(text);
    let without_comments = text.lines().map(|line| line.split_once(" // ").map_or(line, |(code, _)| code));
    let folded = without_comments.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    if folded.chars().count() <= most {
        return folded;
    }
    let mut short: String = folded.chars().take(most - 3).collect();
    short.push_str("...");
    short
}

/// Where the braces begin that the text ends with, if it is a type and braces: strings in it may hide some.
fn last_braces(text: &[u8]) -> Option<usize> {
    let (mut depth, mut begun) = (0_u32, None);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'{' => {
                if depth == 0 {
                    begun = Some(at);
                }
                depth += 1;
            }
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    begun
}

impl ConstructKind {
    /// The word used in every output.
    pub fn word(&self) -> &'static str {
        match self {
            ConstructKind::MakeSlice => "make-slice",
            ConstructKind::MakeMap => "make-map",
            ConstructKind::MakeChan => "make-chan",
            ConstructKind::New => "new",
            ConstructKind::AddressedLiteral => "addressed-literal",
            ConstructKind::SliceLiteral => "slice-literal",
            ConstructKind::MapLiteral => "map-literal",
            ConstructKind::Append => "append",
            ConstructKind::Concatenation => "concatenation",
            ConstructKind::Conversion => "conversion",
            ConstructKind::Closure => "closure",
            ConstructKind::MethodValue => "method-value",
            ConstructKind::Boxing => "boxing",
            ConstructKind::VariadicSlice => "variadic-slice",
            ConstructKind::MapWrite => "map-write",
            ConstructKind::MovedVariable => "moved-variable",
            ConstructKind::MovedParameter => "moved-parameter",
            ConstructKind::Go => "go",
            ConstructKind::Defer => "defer",
            ConstructKind::RangeOverFunc => "range-over-func",
            ConstructKind::ConversionCache => "conversion-cache",
            ConstructKind::Call(_) => "call",
        }
    }
}
