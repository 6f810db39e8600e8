//! Names in the text of a summary: short ones for functions, and how any text becomes one field of a line.
//!
//! A function is called by its name without the folders of its package: `price.(*Calc).Sum` for
//! `example.com/shop/internal/price.(*Calc).Sum`. Of several that would be called the same, the later ones get a number behind `~`. The
//! folders of a package are said once, by what its functions' names begin with.

use super::super::symbol::Symbol;
use super::super::table::Function;
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// The names of functions in a summary.
pub(super) struct Labels {
    of: Vec<String>,
}

impl Labels {
    /// Names `functions`; those of equal names by file and line.
    pub(super) fn new(functions: &[Function]) -> Labels {
        let mut order: Vec<usize> = (0..functions.len()).collect();
        let key = |at: usize| (&functions[at].name, &functions[at].file, functions[at].start_line);
        order.sort_by(|a, b| key(*a).cmp(&key(*b)));
        let mut of = vec![String::new(); functions.len()];
        let mut taken: HashMap<String, usize> = HashMap::new();
        for at in order {
            let plain = field(split(&functions[at].name).1).into_owned();
            let mut label = plain.clone();
            while taken.contains_key(&label) {
                let number = taken.entry(plain.clone()).or_insert(1);
                *number += 1;
                label = format!("{plain}~{number}");
            }
            taken.insert(label.clone(), 1);
            of[at] = label;
        }
        Labels { of }
    }

    /// The name of a function, by index.
    pub(super) fn get(&self, function: u32) -> &str {
        &self.of[function as usize]
    }
}

/// The folders of the packages of `functions`, by what their labels begin with; of two that begin alike the first ones.
pub(super) fn folders<'f>(functions: &'f [Function], labels: &'f Labels) -> BTreeMap<&'f str, &'f str> {
    let mut folders: BTreeMap<&str, &str> = BTreeMap::new();
    for (at, function) in functions.iter().enumerate() {
        let folder = split(&function.name).0;
        let known = folders.entry(package(labels.get(at as u32))).or_insert(folder);
        *known = (*known).min(folder);
    }
    folders
}

/// What a label begins with: the last element of its package's path.
pub(super) fn package(label: &str) -> &str {
    label.split('.').next().unwrap_or(label)
}

/// The folders of a name's package and the rest: together they are the name.
pub(super) fn split(name: &str) -> (&str, &str) {
    let plain = name.find(['[', '(', ' ']).unwrap_or(name.len());
    name.split_at(name[..plain].rfind('/').map_or(0, |slash| slash + 1))
}

/// The file as a summary writes it: its base name where it lies in the folder of its package.
pub(super) fn shortened(function: &Function) -> &str {
    match function.file.rsplit_once('/') {
        Some((folder, base)) if Symbol::parse(&function.name).is_some_and(|known| known.package == folder) => base,
        _ => &function.file,
    }
}

/// The file that a summary wrote so.
pub(super) fn lengthened(name: &str, written: &str) -> String {
    match Symbol::parse(name) {
        Some(symbol) if !written.is_empty() && !written.contains('/') => format!("{}/{written}", symbol.package),
        _ => written.to_owned(),
    }
}

/// Text as one field: nothing in it ends a field or a line, indents one or begins a comment.
pub(super) fn field(text: &str) -> Cow<'_, str> {
    let special = |character: char| character == '\\' || character.is_control();
    let starts_badly = text.is_empty() || text.starts_with([' ', '#']);
    if !starts_badly && !text.contains(special) {
        return Cow::Borrowed(text);
    }
    if text.is_empty() {
        return Cow::Borrowed("\\e");
    }
    let mut written = String::with_capacity(text.len() + 8);
    for (at, character) in text.char_indices() {
        match character {
            '\\' => written.push_str("\\\\"),
            ' ' | '#' if at == 0 => written.push_str(&format!("\\u{{{:x}}}", u32::from(character))),
            plain if !plain.is_control() => written.push(plain),
            control => written.push_str(&format!("\\u{{{:x}}}", u32::from(control))),
        }
    }
    Cow::Owned(written)
}

/// The text behind a field; `None` where it was not written by [`field`].
pub(super) fn text(field: &str) -> Option<Cow<'_, str>> {
    if !field.contains('\\') {
        return Some(Cow::Borrowed(field));
    }
    if field == "\\e" {
        return Some(Cow::Borrowed(""));
    }
    let mut read = String::with_capacity(field.len());
    let mut rest = field;
    while let Some(at) = rest.find('\\') {
        read.push_str(&rest[..at]);
        let escaped = &rest[at + 1..];
        if let Some(after) = escaped.strip_prefix('\\') {
            read.push('\\');
            rest = after;
        } else {
            let (digits, after) = escaped.strip_prefix("u{")?.split_once('}')?;
            read.push(char::from_u32(u32::from_str_radix(digits, 16).ok()?)?);
            rest = after;
        }
    }
    read.push_str(rest);
    Some(Cow::Owned(read))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn any_text_is_one_field_and_comes_back() {
        for original in ["", "a", " a", "#a", "a b#c", "\t", "a\\b", "\\e", "\\u{9}", "\r\n", "\u{85}é\u{0}", "x~2:3"]
        {
            let written = field(original);
            assert!(!written.is_empty() && !written.starts_with([' ', '#']), "{written}");
            assert!(!written.contains(char::is_control), "{written}");
            assert_eq!(text(&written).unwrap(), original);
        }
        for broken in ["\\", "\\x", "\\u{", "\\u{}", "\\u{d800}", "\\u{110000}", "a\\u"] {
            assert_eq!(text(broken), None, "{broken}");
        }
    }

    #[test]
    fn functions_are_called_without_folders_and_apart() {
        let function = |name: &str, file: &str| Function { name: name.into(), file: file.into(), start_line: 1 };
        let functions = [
            function("b/x.F", "b/x/f.go"),
            function("a/x.F", "a/x/f.go"),
            function("x.F~2", ""),
            function("a/x.G[go.shape.struct { c/d.e int }]", "a/x/g.go"),
            function("c/x.F", ""),
        ];
        let labels = Labels::new(&functions);
        let told: Vec<&str> = (0..functions.len() as u32).map(|at| labels.get(at)).collect();
        assert_eq!(told, ["x.F~2", "x.F", "x.F~2~2", "x.G[go.shape.struct { c/d.e int }]", "x.F~3"]);
        assert_eq!(shortened(&functions[3]), "g.go");
        assert_eq!(lengthened(&functions[3].name, "g.go"), "a/x/g.go");
        assert_eq!(shortened(&function("main.main", "a/cmd/m.go")), "a/cmd/m.go");
    }
}
