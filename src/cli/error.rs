//! What ends a run before there is a report, each with what to type next.
//!
//! What keeps a run from doing its *whole* job is a [`Problem`] in the report instead. Nothing is coloured here.

use crate::model::Problem;
use crate::render::untrusted;
use std::fmt::Write as _;
use std::io;

/// An end without a report. Always exit code 2.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    /// Several profiles, no word on what they are to each other, and nothing in them that tells.
    #[error("{} are each {kind}, and adding two of one process may count the same things twice", profiles.join(" and "))]
    MergeNeeded {
        /// The files.
        profiles: Vec<String>,
        /// What each of them is.
        kind: &'static str,
    },
    /// Two readers of one stream.
    #[error("standard input can be read only once, and two options ask for it")]
    StandardInputTwice,
    /// Nothing to join.
    #[error("a profile is needed to show how it joins the source")]
    ProfileNeeded,
    /// The current directory was removed or is closed to us.
    #[error("the working directory cannot be used: {0}")]
    WorkingDirectory(#[source] io::Error),
    /// The list of files cannot be read.
    #[error("the list of files cannot be read: {0}")]
    FileList(Problem),
    /// A profile cannot be read. One that cannot be understood is the profile room's error.
    #[error("the profile cannot be read: {0}")]
    Profile(Problem),
    /// What the compiler wrote cannot be read.
    #[error("what the compiler wrote cannot be read: {0}")]
    Compiler(Problem),
    /// The go command failed.
    #[error("{command} failed in {folder}")]
    Go {
        /// Which command.
        command: String,
        /// Where it ran.
        folder: String,
        /// What it said.
        words: String,
    },
    /// The answer cannot be written, for another reason than a closed pipe.
    #[error("the output cannot be written: {0}")]
    Output(#[source] io::Error),
    /// The file that the answer goes to cannot be written.
    #[error("the report cannot be written: {0}")]
    OutputFile(Problem),
    /// The system refuses threads.
    #[error("the worker threads cannot be started: {0}")]
    Threads(String),
    /// A rule that does not load, with every complaint drawn.
    #[error("the rule {id} cannot be used")]
    Rule {
        /// The rule.
        id: String,
        /// The complaints, safe to print.
        drawn: String,
    },
    /// A settings file cannot be read.
    #[error("the settings cannot be read: {0}")]
    Config(Problem),
    /// A settings file with mistakes, each drawn.
    #[error("{path} has {count}")]
    Settings {
        /// The file.
        path: String,
        /// How many, in words.
        count: String,
        /// The complaints, safe to print.
        drawn: String,
    },
    /// What another room says, in its words.
    #[error("{message}")]
    Other {
        /// What is wrong, and where.
        message: String,
        /// What to type next.
        help: String,
    },
}

impl CliError {
    /// What to do next, one line.
    pub fn help(&self) -> String {
        match self {
            CliError::MergeNeeded { .. } => {
                "add --merge shards for profiles of different processes, --merge delta for profiles taken with ?seconds=N"
                    .into()
            }
            CliError::StandardInputTwice => "write one of the two to a file and name the file instead of '-'".into(),
            CliError::ProfileNeeded => "heaplint debug join --profile heap.pb.gz".into(),
            CliError::WorkingDirectory(_) => "change to a folder that exists and can be read".into(),
            CliError::FileList(_) => "check the path behind --files-from".into(),
            CliError::Profile(_) => {
                "curl -o heap.pb.gz http://HOST/debug/pprof/heap, or go test -memprofile heap.pb.gz, writes one".into()
            }
            CliError::Compiler(_) => "go build -gcflags=-m=2 ./... 2> FILE writes it".into(),
            CliError::Go { .. } => "mend the build, or give --compiler FILE with what a build elsewhere printed".into(),
            CliError::Output(_) => "check the space and the permissions of where the output goes".into(),
            CliError::OutputFile(_) => "check the folder behind --output, or leave the option out and redirect".into(),
            CliError::Threads(_) => "try again with --threads 1".into(),
            CliError::Rule { .. } => {
                "docs/rule-format.md describes the form; `heaplint rules test` checks examples too".into()
            }
            CliError::Config(_) => "check the path behind --config, or give --isolated to take settings from no file".into(),
            CliError::Settings { .. } => {
                "docs/settings.md describes the keys; --isolated takes settings from no file".into()
            }
            CliError::Other { help, .. } => help.clone(),
        }
    }

    /// The error as it is printed, ending in a line feed.
    ///
    /// ```text
    /// error: standard input can be read only once, and two options ask for it
    ///   help: write one of the two to a file and name the file instead of '-'
    /// ```
    pub fn render(&self) -> String {
        let drawn = match self {
            CliError::Rule { drawn, .. } | CliError::Settings { drawn, .. } => drawn.clone(),
            CliError::Go { words, .. } => quoted(words),
            _ => String::new(),
        };
        let mut text = format!("{drawn}error: {}\n", untrusted::prose(&self.to_string()));
        let help = self.help();
        if !help.is_empty() {
            let _ = writeln!(text, "  help: {}", untrusted::prose(&help));
        }
        text
    }
}

/// The first lines of what a program said, as it said them.
fn quoted(words: &str) -> String {
    const TOLD: usize = 20;
    let mut text = String::new();
    for line in words.lines().take(TOLD) {
        let _ = writeln!(text, "  {}", untrusted::name(&line.replace('\t', "    ")));
    }
    let more = words.lines().count().saturating_sub(TOLD);
    if more > 0 {
        let _ = writeln!(text, "  ... and {more} more lines");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ProblemKind;

    fn every_error() -> Vec<CliError> {
        let refused = || io::Error::from(io::ErrorKind::PermissionDenied);
        let problem = || Problem {
            path: "a\x1b[31m\n::error::x".into(),
            region: None,
            kind: ProblemKind::Unreadable,
            message: "##[error]gone".into(),
        };
        vec![
            CliError::MergeNeeded { profiles: vec!["a".into(), "b".into()], kind: "a heap profile" },
            CliError::StandardInputTwice,
            CliError::ProfileNeeded,
            CliError::WorkingDirectory(refused()),
            CliError::FileList(problem()),
            CliError::Profile(problem()),
            CliError::Compiler(problem()),
            CliError::Config(problem()),
            CliError::Output(refused()),
            CliError::OutputFile(problem()),
            CliError::Threads("none left".into()),
        ]
    }

    #[test]
    fn every_error_says_what_to_do_next_in_two_plain_lines() {
        for error in every_error() {
            let text = error.render();
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines.len(), 2, "{text}");
            assert!(lines[0].starts_with("error: ") && lines[1].starts_with("  help: "), "{text}");
        }
    }

    #[test]
    fn file_names_cannot_drive_the_terminal_or_a_ci_system() {
        for error in every_error() {
            let text = error.render();
            assert!(!text.contains('\x1b') && !text.contains("##["), "{text}");
            assert!(text.lines().all(|line| !line.trim_start().starts_with("::")), "{text}");
        }
    }
}
