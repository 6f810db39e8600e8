//! What runs of `go test` say: how often code was executed.

/// How often tests ran a piece of code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Executions {
    /// How often; 1 for "at all" where it was not counted.
    pub count: u64,
    /// Whether it was counted, or only whether it ran.
    pub counted: bool,
}

/// What coverage was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoverageSummary {
    /// The files read, as given.
    pub paths: Vec<String>,
    /// Whether executions were counted (`-covermode=count` or `atomic`), or only whether code ran (`set`).
    pub counted: bool,
    /// Files of the run that it knows.
    pub files: usize,
    /// Files that it knows and the run does not.
    pub other_files: usize,
}
