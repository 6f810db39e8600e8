//! Linker symbols of Go functions: which package, which declaration, how deep in its literals.
//!
//! Names of closures change between Go versions, and inlining renames them (up to Go 1.26 with the package of the
//! caller), so a symbol is taken apart and never predicted. It knows no profile and no source file.

use std::fmt;

/// A symbol taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Symbol {
    /// The import path, percent-escapes undone; `main` for every main package of a normal build.
    pub package: String,
    /// The top-level declaration that the code lies in.
    pub declaration: Declaration,
    /// A second reading: `F.G.func1` is a literal in method G of F, or one of function G inlined into F.
    pub otherwise: Option<Declaration>,
    /// How many function literals enclose the code.
    pub depth: usize,
    /// Whether the innermost body is that of a range-over-func loop, which `depth` does not count.
    pub in_range_body: bool,
    /// The literal was surely renamed by inlining: `package` is its caller's and must not be trusted. Where
    /// `otherwise` is set it may be so.
    pub inlined: bool,
}

/// A top-level declaration, without type parameters.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Declaration {
    /// `func F()`.
    Function(String),
    /// `func (T) M()` or `func (*T) M()`.
    Method {
        /// T.
        receiver: String,
        /// Whether it is *T.
        pointer: bool,
        /// M.
        name: String,
    },
    /// The n-th `func init()` of the package, counted over its files in name order.
    Init(u32),
    /// Variable initialisers and the literals in them.
    PackageLevel,
}

impl fmt::Display for Declaration {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Declaration::Function(name) => out.write_str(name),
            Declaration::Method { receiver, pointer: true, name } => write!(out, "(*{receiver}).{name}"),
            Declaration::Method { receiver, pointer: false, name } => write!(out, "{receiver}.{name}"),
            Declaration::Init(number) => write!(out, "init.{number}"),
            Declaration::PackageLevel => out.write_str("init"),
        }
    }
}

impl Symbol {
    /// Takes `name` apart; `None` where it is no Go function with a package, such as C code.
    pub fn parse(name: &str) -> Option<Symbol> {
        let plain = without_type_arguments(name);
        let (package, rest) = split_package(&plain)?;
        let (rest, in_range_body) = without_range_suffixes(rest);
        let mut pieces = split_pieces(&rest);
        let (mut depth, mut inlined) = (0, false);
        while let [.., before, last] = pieces[..] {
            if !is_closure_piece(last) || (before == "init" && is_number(last)) {
                break;
            }
            pieces.pop();
            depth += 1;
        }
        let mut start = 0;
        // `user.func3.Inl.2`: what stands before a closure is only whose body it was inlined into.
        let is_outer_closure = |at: &usize| is_closure_piece(pieces[*at]) && pieces[*at - 1] != "init";
        if let Some(closure) = (1..pieces.len()).rev().find(is_outer_closure) {
            start = closure + 1;
            inlined = true;
        }
        let run = &pieces[start..];
        let (declaration, otherwise, used) = declaration(run, depth > 0)?;
        inlined |= used < run.len();
        Some(Symbol { package: decoded(package), declaration, otherwise, depth, in_range_body, inlined })
    }
}

/// `name` for people and for pairing across versions: package decoded, type arguments and range suffixes dropped.
/// Names that are no Go symbols come back as they are.
pub fn normalised(name: &str) -> String {
    let plain = without_type_arguments(name);
    match split_package(&plain) {
        Some((package, rest)) => {
            let (rest, _) = without_range_suffixes(rest);
            format!("{}.{}", decoded(package), rest)
        }
        None => name.to_owned(),
    }
}

/// The declaration that `run` ends with, its second reading, and how many pieces it takes.
fn declaration(run: &[&str], in_closure: bool) -> Option<(Declaration, Option<Declaration>, usize)> {
    let method = |receiver: &str, pointer, name: &str| Declaration::Method {
        receiver: receiver.to_owned(),
        pointer,
        name: name.to_owned(),
    };
    Some(match run {
        [.., "init", number] if is_number(number) => match run {
            [.., "map", "init", _] => (Declaration::PackageLevel, None, 3),
            _ => (Declaration::Init(number.parse().ok()?), None, 2),
        },
        [.., "init" | "glob"] if run.len() == 1 || in_closure => (Declaration::PackageLevel, None, 1),
        [.., receiver, name] if receiver.starts_with("(*") => {
            (method(receiver.trim_start_matches("(*").trim_end_matches(')'), true, name), None, 2)
        }
        [.., receiver, name] => {
            let otherwise = in_closure.then(|| Declaration::Function((*name).to_owned()));
            (method(receiver, false, name), otherwise, 2)
        }
        [name] if !name.is_empty() => (Declaration::Function((*name).to_owned()), None, 1),
        _ => return None,
    })
}

/// Drops balanced brackets, which may hold slashes, dots and blanks. An open bracket runs to the end.
fn without_type_arguments(name: &str) -> String {
    let mut open = 0usize;
    name.chars()
        .filter(|character| {
            match character {
                '[' => open += 1,
                ']' if open > 0 => {
                    open -= 1;
                    return false;
                }
                _ => {}
            }
            open == 0
        })
        .collect()
}

/// The package part ends with the first dot behind the last slash.
fn split_package(plain: &str) -> Option<(&str, &str)> {
    let last = plain.rfind('/').map_or(0, |slash| slash + 1);
    let dot = last + plain[last..].find('.')?;
    let (package, rest) = (&plain[..dot], &plain[dot + 1..]);
    (!package.is_empty() && !rest.is_empty()).then_some((package, rest))
}

/// Drops `-range1` and `-fm`; says whether the last piece was a loop body.
fn without_range_suffixes(rest: &str) -> (String, bool) {
    let mut plain = String::with_capacity(rest.len());
    let mut in_range_body = false;
    for (index, piece) in rest.split('.').enumerate() {
        if index > 0 {
            plain.push('.');
        }
        let (name, suffix) = piece.split_once('-').unwrap_or((piece, ""));
        in_range_body = suffix.starts_with("range");
        plain.push_str(name);
    }
    (plain, in_range_body)
}

/// Splits on dots outside parentheses and drops empty pieces (`glob..func1`).
fn split_pieces(rest: &str) -> Vec<&str> {
    let (mut pieces, mut start, mut open) = (Vec::new(), 0, 0usize);
    for (at, byte) in rest.bytes().enumerate() {
        match byte {
            b'(' => open += 1,
            b')' => open = open.saturating_sub(1),
            b'.' if open == 0 => {
                pieces.push(&rest[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    pieces.push(&rest[start..]);
    pieces.retain(|piece| !piece.is_empty());
    pieces
}

fn is_number(piece: &str) -> bool {
    !piece.is_empty() && piece.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_closure_piece(piece: &str) -> bool {
    let number = ["func", "gowrap", "deferwrap"].iter().find_map(|word| piece.strip_prefix(word)).unwrap_or(piece);
    is_number(number)
}

/// Undoes percent-escapes until nothing changes: Go 1.27 escapes some paths twice.
fn decoded(package: &str) -> String {
    let mut text = package.to_owned();
    loop {
        let bytes = text.as_bytes();
        let mut plain = Vec::with_capacity(bytes.len());
        let mut at = 0;
        while at < bytes.len() {
            let digits = bytes.get(at + 1..at + 3).filter(|_| bytes[at] == b'%');
            let escaped = digits.and_then(|pair| std::str::from_utf8(pair).ok());
            match escaped.and_then(|pair| u8::from_str_radix(pair, 16).ok()) {
                Some(byte) => {
                    plain.push(byte);
                    at += 3;
                }
                None => {
                    plain.push(bytes[at]);
                    at += 1;
                }
            }
        }
        let shorter = plain.len() < bytes.len();
        text = String::from_utf8_lossy(&plain).into_owned();
        // Each turn undoes one layer; a name of many layers is nobody's import path.
        if !shorter || text.len() > package.len() {
            return text;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profile::fixtures;

    /// Tells a symbol as `package|declaration|depth`, with marks for the rest.
    fn told(name: &str) -> String {
        let Some(symbol) = Symbol::parse(name) else {
            return "none".to_owned();
        };
        let otherwise = symbol.otherwise.map_or_else(String::new, |other| format!(" or {other}"));
        let range = if symbol.in_range_body { " range" } else { "" };
        let inlined = if symbol.inlined { " inlined" } else { "" };
        format!("{}|{}{otherwise}|{}{range}{inlined}", symbol.package, symbol.declaration, symbol.depth)
    }

    #[test]
    fn symbols_are_taken_apart() {
        for (name, expected) in [
            ("example.com/m/lib.F", "example.com/m/lib|F|0"),
            ("gopkg.in/yaml%2ev3.(*T).M", "gopkg.in/yaml.v3|(*T).M|0"),
            ("lib%252ex.Inl.func1", "lib.x|Inl|1"),
            ("main.init", "main|init|0"),
            ("main.init.1", "main|init.1|0"),
            ("main.init.1.func1.2", "main|init.1|2"),
            ("main.map.init.0", "main|init|0"),
            ("main.glob..func2.1", "main|init|2"),
            ("main.init.init.func2.func8", "main|init|2 inlined"),
            ("main.T.M", "main|T.M|0"),
            ("main.F.G.func1", "main|F.G or G|1"),
            ("main.user.(*T).Hook.func6", "main|(*T).Hook|1 inlined"),
            ("main.user.func3.Inl.2", "main|Inl|1 inlined"),
            ("main.F-range2.1-range1", "main|F|1 range"),
            ("main.(*Box[go.shape.struct { a/b.c int }]).Hook.func1", "main|(*Box).Hook|1"),
            ("_cgoexp_1234_callback", "none"),
            ("", "none"),
            ("main.", "none"),
            (".", "none"),
            ("a.func1", "a|func1|0"),
        ] {
            assert_eq!(told(name), expected, "{name}");
        }
    }

    #[test]
    fn every_symbol_that_seven_compilers_wrote_names_its_declaration() {
        let table = fixtures::text("symbols.tsv");
        let mut checked = 0;
        for row in table.lines().skip(1) {
            let columns: Vec<&str> = row.split('\t').collect();
            let [name, import_path, _, _, enclosing, nesting, _] = columns[..] else {
                panic!("a row of another shape: {row}");
            };
            let symbol = Symbol::parse(name).unwrap_or_else(|| panic!("{name} does not parse"));
            checked += 1;
            if enclosing == "?" {
                continue;
            }
            let readings: Vec<&Declaration> = [&symbol.declaration].into_iter().chain(&symbol.otherwise).collect();
            let fits = readings.iter().any(|reading| match reading {
                Declaration::Init(_) => enclosing == "init",
                Declaration::PackageLevel => {
                    enclosing == "<package-level>" || (enclosing, nesting) == ("init", "decl:0")
                }
                named => named.to_string() == enclosing,
            });
            assert!(fits, "{name}: {readings:?} instead of {enclosing}");
            if name.ends_with(".init") {
                continue; // initialisers themselves: the table's line falls on whatever stands there
            }
            let depth = symbol.depth + usize::from(symbol.in_range_body);
            let depths: Vec<&str> = nesting.split('|').filter_map(|node| node.split(':').nth(1)).collect();
            assert!(depths.contains(&depth.to_string().as_str()), "{name}: depth {depth}, not {nesting}");
            let trusted =
                !symbol.inlined && (symbol.otherwise.is_none() || symbol.declaration.to_string() == enclosing);
            assert!(
                !trusted || symbol.package == import_path || symbol.package == "main",
                "{name}: {}",
                symbol.package
            );
        }
        assert!(checked > 200, "{checked} rows");
    }

    #[test]
    fn normalised_names_drop_what_changes_between_versions() {
        for (name, expected) in [
            ("example.com/inl/lib%252ex.(*T[go.shape.int]).Hook.func1", "example.com/inl/lib.x.(*T).Hook.func1"),
            ("slices.Sorted[go.shape.string]", "slices.Sorted"),
            ("main.F-range1", "main.F"),
            ("memcpy", "memcpy"),
        ] {
            assert_eq!(normalised(name), expected);
        }
    }
}
