//! `heaplint check` as its callers meet it: exit codes, what it reads, what it refuses, what it writes.

mod support;

#[path = "cli/audit.rs"]
mod audit;
#[path = "cli/compiler.rs"]
mod compiler;
#[path = "cli/fixes.rs"]
mod fixes;
#[path = "cli/input.rs"]
mod input;
#[path = "cli/output.rs"]
mod output;
#[path = "cli/packages.rs"]
mod packages;
#[path = "cli/plan.rs"]
mod plan;
#[path = "cli/profiles.rs"]
mod profiles;
#[path = "cli/refusals.rs"]
mod refusals;
#[path = "cli/reshaping.rs"]
mod reshaping;
#[path = "cli/settings.rs"]
mod settings;
#[path = "cli/settings_elsewhere.rs"]
mod settings_elsewhere;
#[path = "cli/significance.rs"]
mod significance;
#[path = "cli/status.rs"]
mod status;
#[path = "cli/suppression.rs"]
mod suppression;
#[path = "cli/tests_run.rs"]
mod tests_run;
#[path = "cli/untrusted.rs"]
mod untrusted;
#[path = "cli/waits.rs"]
mod waits;
#[path = "cli/witness.rs"]
mod witness;

/// A file with one finding of `tests-make`, on line 4.
pub(crate) const MAKES: &str = "package p\n\nfunc Make(n int) []int {\n\treturn make([]int, n)\n}\n";

/// A file with nothing to find.
pub(crate) const CLEAN: &str = "package p\n\nfunc Add(a, b int) int {\n\treturn a + b\n}\n";

/// A function with a finding and a syntax error.
pub(crate) const BROKEN: &str = "func broken(n int) {\n\tx := make([]int n +)\n\t_ = x\n}\n";
