//! Rules are data: a rule file and a query become a checked rule here, or a list of everything that is wrong with them.
//!
//! docs/rule-format.md is the form. This room runs no rule and names none: a rule that needs new Rust needs a new guard,
//! which every rule may then use.

mod complaint;
mod fields;
mod fix;
mod guard;
mod load;
mod load_fix;
mod load_guards;
mod load_measure;
mod load_query;
mod near;
mod needed_imports;
mod pattern;
mod proof_file;
mod query;
pub mod query_text;
#[expect(clippy::module_inception, reason = "the room is named after its main noun")]
mod rule;
pub mod scaffold;
mod set;
mod shipped;
mod short_guards;
mod template;
pub mod text;
mod type_text;

pub use complaint::{RuleError, RuleFile, did_you_mean};
pub use fix::{FixPart, FixTemplate, RuleEdit, RuleFix, Verb};
pub use guard::{Capture, DeclaredAs, Elements, GrowthPart, Guard, Test, Uses};
pub use load::{GROUPS, LARGEST_TEXT, read_foreign_rule, read_rule};
pub use load_guards::GUARDS;
pub use pattern::{Callee, CostMatcher, TypeClass, TypePattern};
pub use query::{Accepts, ChildPattern, Expression, NodePattern, Query, TextCondition, TextTest};
pub use rule::{Counts, DecidedBy, Explain, MeasuredBy, Origin, Rule, Say, Shows};
pub use set::{RuleSet, RuleSetError};
pub use template::{Template, TemplatePart};
