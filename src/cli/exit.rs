//! The exit codes. They are part of the interface: README.md and `heaplint check --help` list them too.

use std::process::ExitCode;

/// How a run ended. A closed pipe downstream changes nothing about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitStatus {
    /// The whole job was done and no finding reached the bar of `--fail-on`.
    Clean = 0,
    /// At least one finding reached the bar.
    Findings = 1,
    /// The job could not be done in full: a usage error, a file that could not be read or parsed, an unusable profile.
    /// Wins over findings, because what was left undone may hold more of them.
    Incomplete = 2,
}

impl ExitStatus {
    /// The status of a run that got as far as a report. `problems` counts what was left undone; `allow_partial` is the
    /// user's word that this is fine.
    pub fn of(failing_findings: usize, problems: usize, allow_partial: bool) -> Self {
        if problems > 0 && !allow_partial {
            ExitStatus::Incomplete
        } else if failing_findings > 0 {
            ExitStatus::Findings
        } else {
            ExitStatus::Clean
        }
    }

    /// One sentence for help and documentation.
    pub fn sentence(self) -> &'static str {
        match self {
            ExitStatus::Clean => "the whole job was done and no finding reaches --fail-on",
            ExitStatus::Findings => "findings reach --fail-on",
            ExitStatus::Incomplete => "the job could not be done in full (wins over 1)",
        }
    }
}

impl From<ExitStatus> for ExitCode {
    fn from(status: ExitStatus) -> ExitCode {
        ExitCode::from(status as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_incomplete_run_never_exits_with_zero_unless_allowed() {
        assert_eq!(ExitStatus::of(0, 0, false), ExitStatus::Clean);
        assert_eq!(ExitStatus::of(3, 0, false), ExitStatus::Findings);
        assert_eq!(ExitStatus::of(0, 1, false), ExitStatus::Incomplete);
        assert_eq!(ExitStatus::of(3, 1, false), ExitStatus::Incomplete);
        assert_eq!(ExitStatus::of(3, 1, true), ExitStatus::Findings);
        assert_eq!(ExitStatus::of(0, 1, true), ExitStatus::Clean);
    }

    #[test]
    fn the_codes_are_zero_one_and_two() {
        let all = [ExitStatus::Clean, ExitStatus::Findings, ExitStatus::Incomplete];
        assert_eq!(all.map(|status| status as u8), [0, 1, 2]);
    }
}
