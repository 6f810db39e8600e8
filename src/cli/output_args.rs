//! The formats, and the words that ask for them.

use super::CliError;
use std::path::{Path, PathBuf};

/// How findings are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// With source, for people
    Human,
    /// One line each, as the Go tools print: file:line:column: message
    Text,
    /// One document for machines, with everything
    Json,
    /// The same, one record a line
    Jsonl,
    /// SARIF 2.1.0, for GitHub's code scanning
    Sarif,
    /// Annotations of a GitHub workflow
    Github,
    /// A GitLab code quality report
    Gitlab,
    /// Diagnostics for reviewdog
    Rdjsonl,
    /// Checkstyle's XML, which many CI systems read
    Checkstyle,
    /// JUnit's XML of test results
    Junit,
    /// A pull-request comment
    Markdown,
}

/// A file that the report goes to, in a format of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutputFile {
    /// How it is written.
    pub format: Format,
    /// Where it goes; `-` is standard output.
    pub path: PathBuf,
}

impl Format {
    /// Whether problems of the run have a place in it. Where they have none they go to standard error.
    pub fn tells_problems(self) -> bool {
        !matches!(self, Format::Text | Format::Gitlab | Format::Rdjsonl | Format::Checkstyle)
    }

    /// Whether it tells a finding's fix as edits of the whole file.
    pub fn tells_fixes(self) -> bool {
        matches!(self, Format::Sarif | Format::Rdjsonl)
    }

    /// Whether its file names start at the top of the repository.
    pub fn names_from_repository(self) -> bool {
        matches!(self, Format::Sarif | Format::Github | Format::Gitlab | Format::Markdown)
    }
}

/// `json=report.json`
pub(super) fn output_file(text: &str) -> Result<OutputFile, String> {
    use clap::ValueEnum;
    let known = || Format::value_variants().iter().filter_map(|format| format.to_possible_value());
    let names = || known().map(|name| name.get_name().to_owned()).collect::<Vec<_>>().join(", ");
    match text.split_once('=') {
        None => Err(format!("say in which format, such as json={text}; formats are {}", names())),
        Some((word, _)) if !known().any(|name| name.get_name() == word) => {
            Err(format!("'{word}' is no format; formats are {}", names()))
        }
        Some((word, "")) => Err(format!("say which file, such as {word}=FILE, or {word}=- for standard output")),
        Some((word, path)) => Ok(OutputFile { format: Format::from_str(word, false)?, path: PathBuf::from(path) }),
    }
}

/// The format of standard output, and the files beside it.
///
/// # Errors
/// When two formats want standard output, or one file.
pub(super) fn outputs(format: Option<Format>, all: Vec<OutputFile>) -> Result<(Format, Vec<OutputFile>), CliError> {
    let twice = |what: String, help: &str| CliError::Other {
        message: format!("two formats cannot both be written to {what}"),
        help: help.into(),
    };
    let (printed, files): (Vec<_>, Vec<_>) = all.into_iter().partition(|output| output.path == Path::new("-"));
    let mut wanted = format.into_iter().chain(printed.into_iter().map(|output| output.format));
    let printed = wanted.next().unwrap_or(Format::Human);
    if wanted.next().is_some() {
        return Err(twice(
            "standard output".into(),
            "give all but one of them a file, as in --output json=report.json",
        ));
    }
    for (at, output) in files.iter().enumerate() {
        if files[..at].iter().any(|other| other.path == output.path) {
            return Err(twice(output.path.to_string_lossy().into(), "give each --output a file of its own"));
        }
    }
    Ok((printed, files))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(format: Format, path: &str) -> OutputFile {
        OutputFile { format, path: path.into() }
    }

    #[test]
    fn an_output_is_a_format_and_a_file() {
        assert_eq!(output_file("json=a=b.json"), Ok(file(Format::Json, "a=b.json")));
        assert_eq!(output_file("text=-"), Ok(file(Format::Text, "-")));
        let refused = [
            ("report.json", "say in which format, such as json=report.json; formats are human, text, json"),
            ("=x", "'' is no format; formats are human"),
            ("yaml=x", "'yaml' is no format; formats are human"),
            ("JSON=x", "'JSON' is no format; formats are human"),
            ("json=", "say which file, such as json=FILE"),
        ];
        for (text, why) in refused {
            let error = output_file(text).unwrap_err();
            assert!(error.contains(why), "{text}: {error}");
        }
    }

    #[test]
    fn one_format_has_standard_output_and_every_file_is_named_once() {
        let json = || file(Format::Json, "a.json");
        let text = || file(Format::Text, "-");
        assert_eq!(outputs(None, vec![]).unwrap(), (Format::Human, vec![]));
        assert_eq!(outputs(None, vec![json(), text()]).unwrap(), (Format::Text, vec![json()]));
        assert_eq!(outputs(Some(Format::Text), vec![json()]).unwrap(), (Format::Text, vec![json()]));
        assert!(outputs(Some(Format::Text), vec![text()]).is_err());
        assert!(outputs(None, vec![text(), text()]).is_err());
        assert!(outputs(None, vec![json(), file(Format::Text, "a.json")]).is_err());
    }
}
