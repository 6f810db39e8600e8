//! What was typed, and nothing more: no defaults that depend on anything, no work done, no file touched.
//!
//! [`Settings`](super::Settings) says what it means. The first sentence of each help text stands alone in `-h`; the
//! golden files `tests/golden/help-*.txt` hold all of it.

use super::args_audit::AuditArgs;
use super::args_baseline::BaselineCommand;
use super::args_changes::OldCodeArgs;
use super::args_config::ConfigArgs;
use super::args_debug::DebugCommand;
use super::args_plan::PlanArgs;
use super::args_profile::ProfileCommand;
use super::args_rules::{ExplainArgs, RulesArgs};
use super::args_settings::ConfigCommand;
use super::args_shell::{CompletionsArgs, ManArgs};
use super::fix_args::FixArgs;
use super::output_args::{Format, OutputFile, output_file};
use super::parse::{at_least_one, fail_on, go_version, percent};
use super::settings::FailOn;
use crate::model::Dialect;
use clap::{Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Rank allocation-prone Go code by the memory that it really cost.
///
/// Without a profile heaplint is a fast lint. With one (--profile heap.pb.gz) every finding carries what its line
/// really allocated, hot findings lead and cold ones step back.
#[derive(Clone, Debug, Parser)]
#[command(name = "heaplint", version = env!("HEAPLINT_VERSION"), max_term_width = 100)]
#[command(subcommand_required = true, arg_required_else_help = true, disable_help_subcommand = true)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The subcommands.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Check Go files, ranked by a heap profile where one is given
    #[command(after_long_help = EXIT_CODES)]
    Check(CheckArgs),
    /// Write what check finds as a Markdown report, for a ticket or a wiki
    ///
    /// Summary, ranked findings with their code, hotspots, and the quality of the evidence. It takes what check takes, and what
    /// is given has a section: a CPU profile (time), block and mutex profiles (waiting), --bench and --coverage.
    #[command(after_long_help = REPORT_EXIT_CODES)]
    Audit(AuditArgs),
    /// Accept the findings that there are, with what they cost, and report from then on what is new or hotter
    #[command(subcommand)]
    Baseline(BaselineCommand),
    /// Say how much longer or finer to record for a precision, and what that costs
    #[command(after_long_help = REPORT_EXIT_CODES)]
    Plan(PlanArgs),
    /// Make a small summary of a profile, to be committed
    #[command(subcommand)]
    Profile(ProfileCommand),
    /// Write a heaplint.toml with every setting, commented out
    Init,
    /// Say which settings hold for a path, and who says so
    #[command(subcommand)]
    Config(ConfigCommand),
    /// List the rules, or test and write them
    #[command(args_conflicts_with_subcommands = true)]
    Rules(RulesArgs),
    /// Explain one rule: why it allocates, what to write instead, when to leave it
    Explain(ExplainArgs),
    /// Print what lets a shell complete heaplint's commands, options and rules
    Completions(CompletionsArgs),
    /// Print the manual page, or write one for every command
    Man(ManArgs),
    /// Show what heaplint sees
    #[command(subcommand)]
    Debug(DebugCommand),
}

const EXIT_CODES: &str = "\
Exit codes:
  0  the whole job was done and no finding reaches --fail-on
  1  findings reach --fail-on, or --diff has something to change
  2  the job could not be done in full (wins over 1)";

/// Of commands whose findings are their answer.
const REPORT_EXIT_CODES: &str = "\
Exit codes:
  0  the whole job was done
  2  the job could not be done in full";

/// `heaplint check`
#[derive(Clone, Debug, clap::Args)]
pub struct CheckArgs {
    /// Which files.
    #[command(flatten)]
    pub input: InputArgs,
    /// Which measurements.
    #[command(flatten)]
    pub profile: ProfileArgs,
    /// What the compiler says.
    #[command(flatten)]
    pub compiler: CompilerArgs,
    /// What tests say.
    #[command(flatten)]
    pub tests: TestArgs,
    /// Which findings.
    #[command(flatten)]
    pub selection: SelectionArgs,
    /// Which findings make the exit code 1
    ///
    /// `any` is every finding that is shown (cold ones are folded away, and count for nothing). `hot` is findings with the
    /// verdict hot, and errors. A share such as 5% is findings whose measured cost reaches it by its lower bound, folded
    /// ones too, and errors. `never` is none.
    #[arg(long, value_name = "any|hot|never|SHARE", value_parser = fail_on, default_value = "any", help_heading = "Selection")]
    pub fail_on: FailOn,
    /// What is new, and what was accepted.
    #[command(flatten)]
    pub old_code: OldCodeArgs,
    /// What to do about findings.
    #[command(flatten)]
    pub fixes: FixArgs,
    /// How to tell.
    #[command(flatten)]
    pub output: OutputArgs,
    /// The rest.
    #[command(flatten)]
    pub advanced: AdvancedArgs,
}

/// Which files.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Input")]
pub struct InputArgs {
    /// Go files and folders to check, the working directory by default
    ///
    /// Folders are walked with all that lies below them, nested modules too; `./...` is understood. What .gitignore files
    /// ignore is left out, inside a git repository or not, and so are files of the kinds that --include names. A file or
    /// folder that is named here is checked whatever its name.
    #[arg(value_name = "PATH", help_heading = None)]
    pub paths: Vec<PathBuf>,
    /// Read more paths from a file, `-` for standard input
    ///
    /// One per line, or separated by NUL bytes. Names that do not end in .go are passed over, so that the output of
    /// `git diff --name-only --diff-filter=d` will do. An empty list means that nothing is checked.
    #[arg(long, value_name = "FILE")]
    pub files_from: Option<PathBuf>,
    /// Check what is left out by default
    ///
    /// `testdata` stands for names that begin with `_` or `.` too, as with the go command.
    #[arg(long, value_name = "KIND", value_delimiter = ',', value_enum)]
    pub include: Vec<IncludeArg>,
    /// Leave out by name also what is named on the command line
    ///
    /// For hooks, which name every changed file.
    #[arg(long)]
    pub force_exclude: bool,
}

/// Kinds of file that are left out unless asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum IncludeArg {
    /// Folders named vendor
    Vendor,
    /// Folders named testdata, and names that begin with `_` or `.`
    Testdata,
    /// Files with the header "Code generated ... DO NOT EDIT."
    Generated,
    /// Files that end in _test.go
    Tests,
}

/// Which measurements.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Profile")]
pub struct ProfileArgs {
    /// Rank by this profile in pprof's format, `-` for standard input
    ///
    /// What `curl http://HOST/debug/pprof/heap` or `go test -memprofile` writes, or a summary of that from `heaplint profile
    /// summary`; a CPU, block or mutex profile beside it or alone. The kind is read from the file. Several of one kind go together with
    /// --merge.
    #[arg(long = "profile", value_name = "FILE")]
    pub profiles: Vec<PathBuf>,
    /// Why several profiles may be added
    ///
    /// Go counts allocations from the start of the process, so two dumps of one process must not be added: the later one
    /// alone holds everything. What may be added is profiles of different processes, and profiles that each cover a time
    /// of their own, as /debug/pprof/heap?seconds=30 gives them.
    #[arg(long, value_enum, value_name = "HOW")]
    pub merge: Option<MergeArg>,
    /// Rank by this sample type, such as alloc_space or inuse_objects
    ///
    /// The names are those of `go tool pprof -sample_index`: also cpu, samples, delay, contentions. By default alloc_space,
    /// where a heap profile is given.
    #[arg(long, value_name = "NAME")]
    pub sample_index: Option<String>,
    /// Charge these functions' memory to their callers
    ///
    /// For helpers and generated code that are not what you want to look at: a symbol such as `example.com/m/pool.*` or
    /// `pool.Get`, a file such as `internal/gen/*.go` or `*.pb.go`, or the word `generated`. `*` stands for any characters.
    #[arg(long, value_name = "PATTERN")]
    pub transparent: Vec<String>,
    /// The git revision that was profiled, such as v1.4.0 or 3f1c9ab
    ///
    /// Lines are then followed through git's own diff of it with the work tree, renamed files too: what did not change meets
    /// its samples for sure, and code that the revision did not have is said to be new. `recorded` is the one that a summary records.
    /// Starts the git on PATH.
    #[arg(long, value_name = "REV")]
    pub profile_rev: Option<String>,
    /// The Go version that built the profiled program, such as 1.26
    ///
    /// By default what the profile itself tells, then the toolchain line of go.mod, then the newest known.
    #[arg(long = "go", value_name = "1.N", value_parser = go_version)]
    pub go: Option<Dialect>,
}

/// What the compiler says.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Compiler")]
pub struct CompilerArgs {
    /// Ask what the Go compiler says of escapes: a file, a folder, `-`, or `run`
    ///
    /// A file holds what `go build -gcflags=-m=2 ./... 2> FILE` prints, a folder what `-gcflags=-json=0,DIR` writes (DIR must be
    /// new, and each command needs one of its own). The word `run` starts the go command on PATH, which compiles the packages
    /// with findings or samples and runs nothing of them; a file of that name is ./run. The compiler confirms findings, says
    /// why a value escapes, and refutes those of values that do not, where its word is decisive. May be given several times.
    #[arg(long = "compiler", value_name = "PATH|run")]
    pub compiler: Vec<PathBuf>,
}

/// Why several profiles may be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum MergeArg {
    /// Each covers a time of its own (`?seconds=N`)
    Delta,
    /// Each is of another process
    Shards,
}

/// What tests say.
#[derive(Clone, Debug, Default, clap::Args)]
#[command(next_help_heading = "Tests")]
pub struct TestArgs {
    /// Say how often the tests ran each finding's lines
    ///
    /// By what `go test -coverprofile FILE` writes, best with -covermode=count. A weaker word than a profile: executions, not cost. Findings that nothing measures are ordered
    /// by it. May be given several times, and is `-` for standard input.
    #[arg(long, value_name = "FILE")]
    pub coverage: Vec<PathBuf>,
    /// Put benchmark results beside the heap profile of their run
    ///
    /// By what `go test -bench . -benchmem` prints, as text or with -json. Each benchmark tells which lines of the profile
    /// (-memprofile of the same run) its bytes are charged to. May be given several times, and is `-` for standard input.
    #[arg(long, value_name = "FILE")]
    pub bench: Vec<PathBuf>,
}

/// Which findings.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Selection")]
pub struct SelectionArgs {
    /// Run only these rules, by id or group
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub select: Vec<String>,
    /// Leave out these rules, by id or group; wins over --select
    #[arg(long, value_name = "RULE", value_delimiter = ',')]
    pub ignore: Vec<String>,
    /// Where more rules come from.
    #[command(flatten)]
    pub rule_source: RuleSourceArgs,
    /// The share of the profile from which a finding is hot
    ///
    /// Compared with the lower bound of what was measured, so that chance alone makes nothing hot.
    #[arg(long, value_name = "SHARE", value_parser = percent, default_value = "1%")]
    pub min_share: f64,
    /// Show only the N findings that cost most; the others are counted
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub top: Option<usize>,
    /// Which settings files.
    #[command(flatten)]
    pub config: ConfigArgs,
}

/// Where rules come from besides the shipped ones.
#[derive(Clone, Debug, clap::Args)]
pub struct RuleSourceArgs {
    /// Load more rules from this folder
    #[arg(long = "rules", value_name = "DIR")]
    pub rules: Vec<PathBuf>,
}

/// How to tell.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Output")]
pub struct OutputArgs {
    /// How findings are written to standard output, `human` by default
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub format: Option<Format>,
    /// Write them to a file as well, such as sarif=heaplint.sarif
    ///
    /// The same report in a format of the file's own; may be given several times. The file is replaced once it is whole. As
    /// a file, `-` is standard output. docs/outputs.md shows every format.
    #[arg(long, short, value_name = "FORMAT=FILE", value_parser = output_file)]
    pub output: Vec<OutputFile>,
    /// When to colour
    ///
    /// `auto` colours on a terminal, unless NO_COLOR is set or TERM is dumb, and everywhere with CLICOLOR_FORCE or
    /// FORCE_COLOR.
    #[arg(long, value_enum, value_name = "WHEN", default_value_t = ColorArg::Auto)]
    pub color: ColorArg,
    /// Show folded findings and every problem in full
    ///
    /// With `--format text` the summary follows on standard error, so that standard output holds findings alone.
    #[arg(long, short)]
    pub verbose: bool,
    /// Write findings and problems alone: no hotspots, no totals
    ///
    /// For hooks, which start heaplint several times where there are many files. Formats for machines stay whole.
    #[arg(long, short, conflicts_with = "verbose")]
    pub quiet: bool,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ColorArg {
    /// On a terminal
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// The rest.
#[derive(Clone, Debug, clap::Args)]
#[command(next_help_heading = "Advanced")]
pub struct AdvancedArgs {
    /// Do not exit with 2 when some files could not be read or parsed
    #[arg(long)]
    pub allow_partial: bool,
    /// Use this many threads, all cores by default
    #[arg(long, value_name = "N", value_parser = at_least_one)]
    pub threads: Option<usize>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_definitions_hold_together() {
        Args::command().debug_assert();
    }

    #[test]
    fn the_help_lists_the_exit_codes_as_the_enum_words_them() {
        use crate::cli::ExitStatus::{Clean, Findings, Incomplete};
        for status in [Clean, Findings, Incomplete] {
            assert!(EXIT_CODES.contains(&format!("  {}  {}", status as u8, status.sentence())));
        }
    }
}
