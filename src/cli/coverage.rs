//! `--coverage`: how often the tests ran the lines of each finding.

use super::CliError;
use super::gather::Gathered;
use crate::edge::{MAX_PROFILE_BYTES, read_stream};
use crate::evidence::coverage::{Coverage, CoverageMode};
use crate::go::tree::FileId;
use crate::model::{CoverageSummary, Executions, Position, Source};
use crate::scan::Site;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What was read, with the files of the run by the names that coverage gives them.
pub(super) struct Covered {
    coverage: Coverage,
    names: BTreeMap<FileId, String>,
    summary: CoverageSummary,
}

/// Reads what `--coverage` names; `None` without it.
pub(super) fn covered(paths: &[PathBuf], gathered: &Gathered) -> Result<Option<Covered>, CliError> {
    if paths.is_empty() {
        return Ok(None);
    }
    let mut coverage = Coverage::default();
    for path in paths {
        let shown = if path == Path::new("-") { "standard input".into() } else { path.to_string_lossy() };
        let refuse = |message: String| CliError::Other { message, help: HOW_TO_GET_ONE.to_owned() };
        let bytes = read_stream(path, MAX_PROFILE_BYTES).map_err(|problem| refuse(problem.to_string()))?;
        coverage.add(&bytes).map_err(|error| refuse(format!("{shown} is no coverage profile: {error}")))?;
    }
    let mut names = BTreeMap::new();
    for name in coverage.files() {
        let found = name.rsplit_once('/').and_then(|(path, base)| gathered.tree.file_of_package(path, base));
        names.extend(found.map(|id| (id, name.to_owned())));
    }
    let files = coverage.files().count();
    if names.is_empty() && files > 0 && gathered.tree.files().next().is_some() {
        let example = coverage.files().next().unwrap_or_default();
        return Err(CliError::Other {
            message: format!("the coverage of {files} files, such as {example}, is of no file that was checked"),
            help: "check the sources of the module that was tested".to_owned(),
        });
    }
    let summary = CoverageSummary {
        paths: paths.iter().map(|path| path.to_string_lossy().into_owned()).collect(),
        counted: coverage.mode == Some(CoverageMode::Count),
        files: names.len(),
        other_files: files - names.len(),
    };
    Ok(Some(Covered { coverage, names, summary }))
}

const HOW_TO_GET_ONE: &str = "go test -covermode=count -coverprofile cover.out ./... writes one";

impl Covered {
    /// How often the most executed of a site's lines ran; `None` where coverage does not know them.
    pub(super) fn executions(&self, site: &Site, gathered: &Gathered) -> Option<Executions> {
        let file = self.names.get(&site.file)?;
        let source = gathered.sources.get(&site.file)?;
        let here = source.position(site.span.start);
        let lines =
            site.cost_lines.iter().map(|line| if *line == here.line { here } else { first_token(source, *line) });
        lines.filter_map(|at| self.coverage.executions(file, at)).max_by_key(|executions| executions.count)
    }

    /// What the report says of it.
    pub(super) fn summary(self) -> CoverageSummary {
        self.summary
    }
}

/// Where the code of a line begins.
fn first_token(source: &Source, line: u32) -> Position {
    let text = source.line_span(line).and_then(|span| source.text.get(span.start..span.end)).unwrap_or_default();
    let blank = text.iter().take_while(|byte| byte.is_ascii_whitespace()).count();
    Position { line, column: blank as u32 + 1 }
}
