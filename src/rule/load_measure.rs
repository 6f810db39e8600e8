//! `[measure]` of a rule file: which profile measures the rule, which bytes of which lines are its own, and what the profile must
//! show before it is reported at all.

use super::fields::{Complaints, Fields};
use super::guard::{Capture, Guard};
use super::load::{capture, position};
use super::load_guards::guards;
use super::pattern::{Callee, CostMatcher};
use super::rule::{Counts, DecidedBy, MeasuredBy, Shows};

/// The keys of `[measure]`.
pub(super) const MEASURE_KEYS: [&str; 8] =
    ["by", "counts", "needs", "needs_where", "shows", "cost", "decided_by", "lines"];

/// What `[measure]` says.
pub(super) struct Measure {
    pub(super) by: MeasuredBy,
    pub(super) counts: Counts,
    pub(super) needs_profile: bool,
    pub(super) needs_profile_where: Vec<Guard>,
    pub(super) shows: Vec<Shows>,
    pub(super) cost: Vec<CostMatcher>,
    pub(super) decided_by: Option<DecidedBy>,
    pub(super) lines: Vec<Capture>,
}

/// Reads `[measure]`; complains about what contradicts itself. Names that `needs_where` binds are added to `captures`.
pub(super) fn read_measure(measure: Fields, captures: &mut Vec<String>, complaints: &Complaints) -> Option<Measure> {
    let by = measure.word("by", &MeasuredBy::WORDS)?;
    let cost = read_cost(measure, by);
    let mut lines: Vec<Capture> = Vec::new();
    for (name, span) in measure.texts("lines", "lines = [\"report\"]") {
        lines.extend(capture(name, span, captures, measure));
    }
    if lines.is_empty() {
        lines.extend(position(captures, "report"));
    }
    let needs_profile = read_needs_profile(measure, by);
    let needs_profile_where = read_needs_where(measure, by, captures, complaints);
    let decided_by = read_decided_by(measure, &cost);
    let shows = read_shows(measure, by, needs_profile);
    Some(Measure {
        by,
        counts: read_counts(measure, by),
        needs_profile,
        needs_profile_where,
        shows,
        decided_by,
        cost,
        lines,
    })
}

fn read_cost(measure: Fields, by: MeasuredBy) -> Vec<CostMatcher> {
    let example = "cost = [\"flat\"], or [\"direct:fmt.Sprintf\"], or [\"below:bytes.growSlice\"]";
    let mut cost = Vec::new();
    for (text, span) in measure.texts("cost", example) {
        match cost_matcher(text) {
            Some(matcher) => cost.push(matcher),
            None => measure.complain(span, format!("`{text}` is no cost matcher"), format!("write {example}")),
        }
    }
    let place = measure.value("cost").map_or(measure.span.0..measure.span.0 + 1, |value| value.span());
    match by {
        MeasuredBy::Heap if cost.is_empty() => {
            measure.complain(
                place,
                "a rule measured by a heap profile says which bytes are its own",
                format!("write {example}"),
            );
        }
        MeasuredBy::Nothing if !cost.is_empty() => {
            measure.complain(place, "what nothing measures has no cost matchers", "leave `cost` out");
        }
        _ => {}
    }
    cost
}

/// Whether the rule says nothing of what no profile has measured.
fn read_needs_profile(measure: Fields, by: MeasuredBy) -> bool {
    let Some(value) = measure.value("needs") else { return false };
    if by == MeasuredBy::Nothing {
        measure.complain(
            value.span(),
            "nothing measures this rule, so that it can need no profile",
            "leave `needs` out",
        );
    }
    measure.word("needs", &[("profile", true)]).unwrap_or_default()
}

/// Where the rule says nothing of what no profile has measured.
fn read_needs_where(
    measure: Fields,
    by: MeasuredBy,
    captures: &mut Vec<String>,
    complaints: &Complaints,
) -> Vec<Guard> {
    let Some(value) = measure.value("needs_where") else { return Vec::new() };
    if by == MeasuredBy::Nothing {
        let message = "nothing measures this rule, so that it can need no profile";
        measure.complain(value.span(), message, "leave `needs_where` out");
    }
    guards(measure, "needs_where", captures, &mut Vec::new(), complaints)
}

/// Which bytes the rule is judged by.
fn read_counts(measure: Fields, by: MeasuredBy) -> Counts {
    let Some(value) = measure.value("counts") else { return Counts::Ranked };
    if by != MeasuredBy::Heap {
        measure.complain(value.span(), "only heap profiles count what is in use", "leave `counts` out");
    }
    measure.word("counts", &Counts::WORDS).unwrap_or(Counts::Ranked)
}

/// What the profile must show beside bytes.
fn read_shows(measure: Fields, by: MeasuredBy, needs_profile: bool) -> Vec<Shows> {
    let Some(value) = measure.value("shows") else { return Vec::new() };
    if !needs_profile || by != MeasuredBy::Heap {
        let help = "write by = \"heap\" and needs = \"profile\" beside it, or leave `shows` out";
        measure.complain(value.span(), "only a heap profile that the rule needs can show this", help);
    }
    let mut shows = Vec::new();
    for (text, span) in measure.texts("shows", "shows = [\"growth\"]") {
        match Shows::WORDS.iter().find(|(word, _)| *word == text) {
            Some((_, one)) => shows.push(*one),
            None => {
                let words: Vec<&str> = Shows::WORDS.iter().map(|(word, _)| *word).collect();
                measure.complain(
                    span,
                    format!("no profile shows `{text}`"),
                    format!("write one of {}", words.join(", ")),
                );
            }
        }
    }
    shows
}

/// What does not escape costs nothing only where nothing but the value is charged.
fn read_decided_by(measure: Fields, cost: &[CostMatcher]) -> Option<DecidedBy> {
    let value = measure.value("decided_by")?;
    let decided_by = measure.word("decided_by", &DecidedBy::WORDS)?;
    if cost != [CostMatcher::Flat] {
        let help = "leave `decided_by` out, or write cost = [\"flat\"]";
        measure.complain(value.span(), "escaping decides only what the line itself allocates", help);
    }
    Some(decided_by)
}

fn cost_matcher(text: &str) -> Option<CostMatcher> {
    let callee = |name: &str| Some(Callee::parse(name)).filter(|_| name.contains('.') && !name.contains(' '));
    match text.split_once(':') {
        None => (text == "flat").then_some(CostMatcher::Flat),
        Some(("direct", name)) => callee(name).map(CostMatcher::Direct),
        Some(("below", name)) => callee(name).map(CostMatcher::Below),
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::rule::{Counts, Origin, Rule, RuleError, Shows, read_rule};

    fn rule(measure: &str) -> Result<Rule, Vec<RuleError>> {
        let toml = format!(
            "title = \"a rule\"\ngroup = \"slices\"\nseverity = \"note\"\nconfidence = \"high\"\n\
             [find]\ntrigger = [[\"append\"]]\n[measure]\n{measure}\n\
             [say]\nmessage = \"m\"\nlabel = \"l\"\nhelp = \"h\"\n\
             [explain]\nwhat = \"a\"\nwhy = \"b\"\nprofile = \"c\"\nwrite = \"d\"\nleave = \"e\"\n"
        );
        read_rule("a-rule", &toml, "; a call\n(call_expression) @report", Origin::Shipped)
    }

    fn complaint(measure: &str) -> String {
        rule(measure).err().and_then(|errors| errors.first().map(|error| error.message.clone())).unwrap_or_default()
    }

    #[test]
    fn what_a_profile_must_show_is_read_by_word() {
        let read = rule(
            "by = \"heap\"\ncost = [\"flat\"]\nneeds = \"profile\"\ncounts = \"in-use\"\nshows = [\"retained\", \"large-objects\"]",
        );
        let read = read.expect("it is a rule");
        assert!(read.needs_profile);
        assert_eq!(read.counts, Counts::InUse);
        assert_eq!(read.shows, [Shows::Retained, Shows::LargeObjects]);
        let plain = rule("by = \"heap\"\ncost = [\"flat\"]").expect("it is a rule");
        assert_eq!((plain.needs_profile, plain.counts, plain.shows), (false, Counts::Ranked, Vec::new()));
    }

    #[test]
    fn a_rule_cannot_ask_more_of_a_profile_than_the_profile_has() {
        assert_eq!(
            complaint("by = \"heap\"\ncost = [\"flat\"]\nneeds = \"profile\"\nshows = [\"growing\"]"),
            "no profile shows `growing`"
        );
        let unneeded = "only a heap profile that the rule needs can show this";
        assert_eq!(complaint("by = \"heap\"\ncost = [\"flat\"]\nshows = [\"growth\"]"), unneeded);
        assert_eq!(complaint("by = \"mutex\"\nneeds = \"profile\"\nshows = [\"growth\"]"), unneeded);
        assert_eq!(complaint("by = \"cpu\"\ncounts = \"in-use\""), "only heap profiles count what is in use");
        assert_eq!(
            complaint("by = \"nothing\"\nneeds = \"profile\""),
            "nothing measures this rule, so that it can need no profile"
        );
        assert_eq!(complaint("by = \"heap\""), "a rule measured by a heap profile says which bytes are its own");
    }
}
