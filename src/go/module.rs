//! go.mod and go.work: the lines that heaplint needs, read as leniently as Go reads a dependency's.
//!
//! It does NOT touch files or resolve versions; which file belongs to which module is in `module_index`.

use super::types::Name;

/// What a go.mod says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GoMod {
    /// The module path.
    pub path: Name,
    /// The N of the `go 1.N` line; without one Go assumes 16.
    pub go: Option<u16>,
    /// The N of the `toolchain go1.N` line.
    pub toolchain: Option<u16>,
    /// Required modules with their versions.
    pub requires: Vec<(Name, Name)>,
    /// Replaced modules.
    pub replaces: Vec<Replace>,
    /// The directories of `ignore` lines (Go 1.25): `./path` from the module's root, or a name at any depth.
    pub ignores: Vec<Name>,
}

/// What a go.work says.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct GoWork {
    /// The N of the `go 1.N` line.
    pub go: Option<u16>,
    /// The N of the `toolchain go1.N` line.
    pub toolchain: Option<u16>,
    /// The directories of the modules, as written.
    pub uses: Vec<Name>,
    /// Replaced modules.
    pub replaces: Vec<Replace>,
}

/// `replace path [version] => target [version]`
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replace {
    /// The module that is replaced.
    pub path: Name,
    /// The one version that is replaced; `None` for all.
    pub version: Option<Name>,
    /// A directory (`./x`, `../x`, `/x`) or another module path.
    pub target: Name,
    /// The version of the target when it is a module.
    pub target_version: Option<Name>,
}

/// Why a go.mod is of no use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum GoModError {
    /// There is no module path.
    #[error("go.mod has no `module` line; add one such as `module example.com/name`, or run `go mod init`")]
    NoModulePath,
}

/// Reads a go.mod.
///
/// # Errors
/// `NoModulePath` when no module line can be read. Everything else that is unknown or malformed is passed over.
pub fn parse_go_mod(text: &[u8]) -> Result<GoMod, GoModError> {
    let mut module = GoMod::default();
    for words in lines(text) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["module", path, ..] if module.path.is_empty() => module.path = path.into(),
            ["go", version, ..] => module.go = minor_version(version),
            ["toolchain", version, ..] => module.toolchain = toolchain_version(version),
            ["require", path, version, ..] => module.requires.push((path.into(), version.into())),
            ["ignore", directory, ..] => module.ignores.push(directory.into()),
            ["replace", ref rest @ ..] => module.replaces.extend(replace(rest)),
            _ => {}
        }
    }
    if module.path.is_empty() { Err(GoModError::NoModulePath) } else { Ok(module) }
}

/// Reads a go.work. Whatever is unknown or malformed is passed over.
pub fn parse_go_work(text: &[u8]) -> GoWork {
    let mut work = GoWork::default();
    for words in lines(text) {
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        match words[..] {
            ["go", version, ..] => work.go = minor_version(version),
            ["toolchain", version, ..] => work.toolchain = toolchain_version(version),
            ["use", directory, ..] => work.uses.push(directory.into()),
            ["replace", ref rest @ ..] => work.replaces.extend(replace(rest)),
            _ => {}
        }
    }
    work
}

/// The N of a Go version such as `1.N`, `1.N.3` or `1.Nrc1`.
pub fn minor_version(version: &str) -> Option<u16> {
    let rest = version.strip_prefix("1.")?;
    let end = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// The N of a toolchain name such as `go1.N.3` or `go1.N.3-custom`; `default` has none.
pub fn toolchain_version(name: &str) -> Option<u16> {
    minor_version(name.strip_prefix("go")?)
}

fn replace(words: &[&str]) -> Option<Replace> {
    let arrow = words.iter().position(|word| *word == "=>")?;
    let (left, right) = (&words[..arrow], &words[arrow + 1..]);
    Some(Replace {
        path: (*left.first()?).into(),
        version: left.get(1).map(|version| (*version).into()),
        target: (*right.first()?).into(),
        target_version: right.get(1).map(|version| (*version).into()),
    })
}

/// The lines as words, those of a block `verb ( ... )` with the verb before them. Comments and empty lines are left out.
fn lines(text: &[u8]) -> Vec<Vec<String>> {
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let mut block: Option<String> = None;
    let mut found = Vec::new();
    for line in String::from_utf8_lossy(text).lines() {
        let mut words = words(line);
        match (&block, &words[..]) {
            (_, []) => continue,
            (Some(_), [close, ..]) if close == ")" => block = None,
            (Some(verb), _) => {
                words.insert(0, verb.clone());
                found.push(words);
            }
            (None, [verb, open]) if open == "(" => block = Some(verb.clone()),
            (None, _) => found.push(words),
        }
    }
    found
}

/// The words of one line: bare, or in quotes of either kind. `//` ends the line, a parenthesis is a word of its own.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() && !rest.starts_with("//") {
        let (word, after) = match rest.as_bytes()[0] {
            quote @ (b'"' | b'`') => rest[1..].split_once(quote as char).unwrap_or((&rest[1..], "")),
            b'(' | b')' | b',' => rest.split_at(1),
            _ => rest.split_at(bare_length(rest)),
        };
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

fn bare_length(rest: &str) -> usize {
    let ends = |(at, letter): &(usize, char)| {
        letter.is_whitespace() || matches!(letter, '(' | ')' | ',') || rest[*at..].starts_with("//")
    };
    rest.char_indices().find(ends).map_or(rest.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_go_mod_is_read_with_blocks_quotes_and_comments() {
        let text = "\u{feff}// Deprecated: x\r\nmodule \"example.com/a\" // trailing\r\n\r\ngo 1.23.4\ntoolchain go1.25.1-custom\n\
                    require example.com/one v1.0.0 // indirect\nrequire (\n\texample.com/two v2.0.0\n\n\t// none\n)\n\
                    replace (\n\texample.com/one v1.0.0 => ../one\n\texample.com/two => `example.com/fork` v2.0.1\n)\n\
                    ignore ./node_modules\nignore (\n\tstatic\n)\nretract [v1.0.0, v1.1.0]\nexclude x v1\n";
        let module = parse_go_mod(text.as_bytes()).expect("it has a module line");
        assert_eq!(&*module.path, "example.com/a");
        assert_eq!((module.go, module.toolchain), (Some(23), Some(25)));
        assert_eq!(module.requires.len(), 2);
        assert_eq!(module.ignores, ["./node_modules".into(), "static".into()] as [Name; 2]);
        assert_eq!(
            module.replaces,
            [
                Replace {
                    path: "example.com/one".into(),
                    version: Some("v1.0.0".into()),
                    target: "../one".into(),
                    target_version: None,
                },
                Replace {
                    path: "example.com/two".into(),
                    version: None,
                    target: "example.com/fork".into(),
                    target_version: Some("v2.0.1".into()),
                },
            ]
        );
    }

    #[test]
    fn a_go_mod_without_a_module_is_an_error_and_no_bytes_panic() {
        for text in ["", "module", "// module a", "go 1.21\n", "(\n)\n", "require (\nmodule a"] {
            assert_eq!(parse_go_mod(text.as_bytes()), Err(GoModError::NoModulePath), "{text:?}");
        }
        assert!(parse_go_mod(b"\xff\"\xc3 module \xf0\n`").is_err());
        assert_eq!(parse_go_mod(b"module (\n\ta.b/c\n)\n").map(|module| module.path), Ok("a.b/c".into()));
    }

    #[test]
    fn a_go_work_lists_its_modules() {
        let work =
            parse_go_work(b"go 1.22\ntoolchain default\nuse ./a\nuse (\n\t./b\n\t../c // there\n)\nreplace x => ./y\n");
        assert_eq!(work.uses, ["./a".into(), "./b".into(), "../c".into()] as [Name; 3]);
        assert_eq!((work.go, work.toolchain, work.replaces.len()), (Some(22), None, 1));
    }

    #[test]
    fn versions_are_told_by_their_minor_number() {
        for (version, minor) in
            [("1.21", Some(21)), ("1.22rc1", Some(22)), ("1.27.3", Some(27)), ("2.0", None), ("1.", None)]
        {
            assert_eq!(minor_version(version), minor, "{version}");
        }
    }
}
