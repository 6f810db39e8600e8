//! Go's grammar, read by recursive descent: the tree that tree-sitter's grammar makes of a sound declaration, in a tenth of
//! the time, or nothing.
//!
//! Nothing is no verdict: where the text is broken, nests deeper than people write, or is ambiguous in a way that only
//! tree-sitter's own search settles (`f[K](x)` is a call, a conversion or both), this reader steps aside and
//! [`super::syntax::parse`] asks tree-sitter. Node for node the two agree, comments and line ends included; a test holds this
//! reader to it on all of Go's own source.

mod builder;
mod declarations;
mod expressions;
mod indices;
mod literals;
mod parameters;
mod statements;
mod types;

use super::kinds::{Field, Kind};
use super::lexer::Lexer;
use super::token::{Token, TokenKind};
use TokenKind as T;
pub(super) use builder::Plain;
use builder::{Builder, Made};

/// How deep blocks, expressions and types may nest here. Real code stays below fifty.
const DEEPEST: u32 = 128;

/// The nodes of one top-level declaration; `None` where tree-sitter must decide. `text` is at most 4 GiB long.
pub(super) fn read(text: &[u8]) -> Option<Vec<Plain>> {
    let mut reader = Reader::new(text);
    let root = reader.mark();
    reader.top_level_declaration()?;
    reader.terminator()?;
    if reader.token.kind != T::End {
        return None;
    }
    Some(reader.builder.finish_root(root))
}

/// A place in the text, and the tree so far. Each reading function leaves one node on the builder's stack and gives its
/// handle, or gives up for the whole declaration with `None`.
struct Reader<'t> {
    lexer: Lexer<'t>,
    token: Token,
    builder: Builder,
    depth: u32,
    /// Whether a `{` begins the block of an `if`, `for` or `switch` rather than a composite literal.
    in_header: bool,
    /// Whether type arguments are read that were read as an index before. Once more inside of them would double the work at
    /// each level.
    reading_again: bool,
    /// Names in a parameter list that begin before this offset are types: found out once for all of them.
    types_before: u32,
}

impl<'t> Reader<'t> {
    fn new(text: &'t [u8]) -> Reader<'t> {
        let mut lexer = Lexer::new(text);
        let token = lexer.next();
        Reader {
            lexer,
            token,
            builder: Builder::for_text(text.len()),
            depth: 0,
            in_header: false,
            reading_again: false,
            types_before: 0,
        }
    }

    /// Where the next node begins on the builder's stack.
    fn mark(&self) -> usize {
        self.builder.mark()
    }

    /// Makes one node of everything since `mark`.
    fn finish(&mut self, kind: Kind, mark: usize) -> Made {
        self.builder.finish(kind, mark)
    }

    fn set(&mut self, node: Made, field: Field) {
        self.builder.set_field(node, field);
    }

    fn kind_of(&self, node: Made) -> Kind {
        self.builder.kind(node)
    }

    fn at(&self, kind: TokenKind) -> bool {
        self.token.kind == kind
    }

    fn bytes(&self) -> &'t [u8] {
        self.lexer.bytes(self.token)
    }

    /// The kind of the token after the current one.
    fn second(&self) -> TokenKind {
        let mut ahead = self.lexer;
        ahead.next().kind
    }

    /// Takes the current token as a leaf, and the comments behind it.
    fn leaf(&mut self, kind: Kind) -> Made {
        let node = self.builder.leaf(kind, self.token.start, self.token.end);
        self.advance();
        node
    }

    /// Takes the current token, whatever it is.
    fn bump(&mut self) -> Made {
        self.leaf(Kind::Token)
    }

    /// Takes a token of this kind.
    fn expect(&mut self, kind: TokenKind) -> Option<Made> {
        self.at(kind).then(|| self.bump())
    }

    /// Takes an identifier as this kind of leaf. The predeclared names that are keywords to tree-sitter are names here.
    fn identifier(&mut self, kind: Kind) -> Option<Made> {
        self.at(T::Identifier).then(|| self.leaf(kind))
    }

    fn advance(&mut self) {
        let from = self.token.end;
        self.token = self.lexer.next();
        self.comments_between(from, self.token.start);
    }

    /// Between two tokens stand blanks and comments. Comments are leaves, wherever they stand.
    fn comments_between(&mut self, from: u32, to: u32) {
        let text = self.lexer.text();
        let mut at = from as usize;
        while let Some(offset) = text.get(at..to as usize).and_then(|gap| gap.iter().position(|byte| *byte == b'/')) {
            let start = at + offset;
            let rest = &text[start..to as usize];
            let length = if rest.starts_with(b"//") {
                rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len())
            } else {
                rest.get(2..).and_then(|inside| find(inside, b"*/")).map_or(rest.len(), |close| close + 4)
            };
            at = start + length;
            self.builder.leaf(Kind::Comment, start as u32, at as u32);
        }
    }

    /// Takes the end of a statement: a semicolon, or the line's end that stands for one.
    fn terminator(&mut self) -> Option<()> {
        let Token { kind: T::Semicolon, start, end, .. } = self.token else { return None };
        if start < end {
            self.bump();
            return Some(());
        }
        // Go takes a comment that spans lines for a line's end, tree-sitter does not.
        let behind = self.lexer.text().get(start as usize..)?;
        let lines = behind.iter().take_while(|byte| **byte == b'\n').count();
        if lines == 0 && !behind.is_empty() {
            return None;
        }
        self.builder.line_ends(start, start + lines.max(1) as u32);
        self.advance();
        Some(())
    }

    /// Reads something that nests.
    fn nested<Read>(&mut self, read: impl FnOnce(&mut Self) -> Option<Read>) -> Option<Read> {
        if self.depth >= DEEPEST {
            return None;
        }
        self.depth += 1;
        let found = read(self)?;
        self.depth -= 1;
        Some(found)
    }

    /// Reads something in brackets, where a `{` after a name begins a composite literal again.
    fn outside_header<Read>(&mut self, read: impl FnOnce(&mut Self) -> Option<Read>) -> Option<Read> {
        let was = std::mem::replace(&mut self.in_header, false);
        let found = read(self)?;
        self.in_header = was;
        Some(found)
    }

    /// The kind of the token behind the bracket that closes the one before which `lexer` stands, having read it.
    fn kind_behind_bracket(&self, mut lexer: Lexer<'t>) -> TokenKind {
        let mut depth = 1_u32;
        loop {
            match lexer.next().kind {
                T::ParenOpen | T::BracketOpen | T::BraceOpen => depth += 1,
                T::ParenClose | T::BracketClose | T::BraceClose => {
                    depth -= 1;
                    if depth == 0 {
                        return lexer.next().kind;
                    }
                }
                T::End => return T::End,
                _ => {}
            }
        }
    }
}

fn find(text: &[u8], needle: &[u8]) -> Option<usize> {
    text.windows(needle.len()).position(|window| window == needle)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_read(text: &str) -> bool {
        read(text.as_bytes()).is_some()
    }

    #[test]
    fn what_is_sound_is_read_and_the_rest_is_left_to_tree_sitter() {
        for sound in [
            "var x = f[K](y)",
            "func f(a, b int, c ...T) {}",
            "func (r R[K]) m() { for range x {} }",
            "type T[P any] []P",
        ] {
            assert!(is_read(sound), "{sound}");
        }
        for broken in
            ["func f() { a(]; b() }", "func f() { if x { y() }", "}}}}", "", "\u{0}", "func", "x", "import \"a\""]
        {
            assert!(!is_read(broken), "{broken}");
        }
        let deep = format!("var x = {}1{}", "(".repeat(1_000), ")".repeat(1_000));
        assert!(!is_read(&deep), "tree-sitter may try");
    }

    /// Each of these took time in the square of its length, or doubled it with each level, in a reader that looks ahead or reads
    /// again without remembering.
    #[test]
    fn hostile_shapes_end_at_once() {
        let names = "a, ".repeat(200_000);
        assert!(is_read(&format!("func f({names}b) {{}}")));
        assert!(is_read(&format!("func f({names}b int) {{}}")));
        assert!(is_read(&format!("func f({names}*b) {{}}")));
        let levels = 40;
        assert!(!is_read(&format!("var x = {}1{}", "f[[".repeat(levels), "]T](y)".repeat(levels))));
        let spread = "f[k](".repeat(levels) + "x" + &")".repeat(levels);
        assert!(is_read(&format!("var x = {spread}")));
    }
}
