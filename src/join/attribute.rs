//! Which samples are whose.
//!
//! A site is given the samples whose innermost own frame lies on one of its cost lines, whose callees its rule's cost
//! matcher accepts, and which its neighbours on the line did not surely allocate (`neighbours`); a sample counts once per
//! site, whatever its cost lines and recursion. Several sites may be given the same sample: what cannot be told apart they
//! share, and each finding says so. What no site is given is the line's
//! hotspot. A CPU profile also says of rules that it does not measure how much time their cost lines took; that claims
//! nothing.

use super::Landing;
use super::explain::{Charged, Explainer};
use super::hear::Heard;
use super::neighbours::Neighbours;
use super::tally::Tally;
use crate::evidence::runtime_part::is_line_itself;
use crate::evidence::{Charge, Evidence};
use crate::go::tree::FileId;
use crate::model::{Grade, Measured};
use crate::profile::Kind;
use crate::rule::{CostMatcher, MeasuredBy, RuleSet};
use crate::scan::Site;
use rustc_hash::{FxHashMap, FxHashSet};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// How one site met the evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// The weakest grade among the places that it met; `Grade::None` when it met none.
    pub grade: Grade,
    /// What its cost matcher accepts on its cost lines; of a profile that does not measure the rule, all of them.
    pub cost: Option<Measured>,
    /// Whether its cost lines are charged with what it does not account for: through other callees, or by a neighbour.
    pub elsewhere: bool,
    /// Whether the profile runs through its function on lines that are known today.
    pub function_sampled: bool,
    /// Whether its function is charged on lines that could not be matched with today's source.
    pub stale: bool,
    /// Rules of other sites that were given some of the same samples, ascending. Not the sites: one line may have thousands.
    pub shares_with: BTreeSet<usize>,
    /// The samples that it was given.
    pub given: Vec<Charged>,
}

/// The meetings, parallel to the sites, and for each sample of the profile whether a site was given it.
#[derive(Clone, Debug)]
pub struct Attribution {
    /// Parallel to the sites.
    pub meetings: Vec<Meeting>,
    /// Parallel to the profile's samples.
    pub claimed: Vec<bool>,
}

/// What measures a rule, for each kind of profile.
pub fn measures(kind: Kind) -> Option<MeasuredBy> {
    match kind {
        Kind::Heap => Some(MeasuredBy::Heap),
        Kind::Cpu => Some(MeasuredBy::Cpu),
        Kind::Block => Some(MeasuredBy::Block),
        Kind::Mutex => Some(MeasuredBy::Mutex),
        Kind::Goroutine | Kind::Other => None,
    }
}

/// Gives every site its samples. `heard` is parallel to the sites, or empty where the compiler was not asked. What the
/// compiler decides against is given no memory: the bytes on its line are something else's.
pub fn attribute(sites: &[Site], rules: &RuleSet, explainer: &Explainer, heard: &[Heard]) -> Attribution {
    let evidence = explainer.evidence;
    let map = PlaceMap::new(explainer.landings);
    let mut neighbours = Neighbours::new(explainer);
    let mut owners: Vec<Vec<u32>> = vec![Vec::new(); evidence.profile.samples.len()];
    let mut meetings = Vec::with_capacity(sites.len());
    for (index, site) in sites.iter().enumerate() {
        let rule = &rules.rules()[site.rule];
        let mut meeting = map.acquaintance(site, evidence);
        let measured = measures(evidence.kind) == Some(rule.measured_by);
        let timed = evidence.kind == Kind::Cpu && rule.measured_by != MeasuredBy::Nothing;
        let refuted = measured && heard.get(index).is_some_and(|heard| heard.refuted);
        if measured || timed {
            let mut tally = Tally::new(evidence);
            for (line, stacks) in map.stacks_on_cost_lines(site, evidence) {
                let mut accepted: Vec<Charged> = Vec::new();
                for (charge, place) in &stacks {
                    let given = charge.innermost && !refuted && (!measured || accepts(&rule.cost, evidence, *charge));
                    meeting.elsewhere |= charge.innermost && !given;
                    let samples = evidence.samples(charge.stack).iter();
                    samples.clone().for_each(|sample| tally.add_cum(*sample, *charge));
                    if given {
                        let charged = |sample: &u32| Charged { sample: *sample, charge: *charge, place: *place };
                        accepted.extend(samples.map(charged));
                    }
                }
                let all_of_line = || map.charged_to(site, line, evidence);
                let mine = match measured {
                    true => neighbours.can_be_of(site, line, &accepted, all_of_line),
                    false => vec![true; accepted.len()],
                };
                meeting.elsewhere |= mine.contains(&false);
                let given = accepted.into_iter().zip(mine).filter_map(|(charged, mine)| mine.then_some(charged));
                for charged in given {
                    tally.add_own(charged.sample, charged.charge);
                    let grade = map.grade(charged.place);
                    meeting.grade = if meeting.grade == Grade::None { grade } else { meeting.grade.max(grade) };
                    // What the collector allocated for itself is nobody's to explain or to claim.
                    if !evidence.noise[charged.sample as usize] {
                        meeting.given.push(charged);
                        if measured {
                            owners[charged.sample as usize].push(index as u32);
                        }
                    }
                }
            }
            meeting.cost = (meeting.grade != Grade::None).then(|| tally.finish());
        }
        meetings.push(meeting);
    }
    let rule_of: Vec<usize> = sites.iter().map(|site| site.rule).collect();
    for (meeting, rules) in meetings.iter_mut().zip(rules_beside(&owners, &rule_of)) {
        meeting.shares_with = rules;
    }
    Attribution { meetings, claimed: owners.iter().map(|owners| !owners.is_empty()).collect() }
}

/// For each site the rules of the other sites that own a sample of its own. `owners` are the sites of each sample, ascending;
/// `rule_of` is parallel to the sites.
fn rules_beside(owners: &[Vec<u32>], rule_of: &[usize]) -> Vec<BTreeSet<usize>> {
    let mut beside = vec![BTreeSet::new(); rule_of.len()];
    // Samples of one stack have the same owners.
    let distinct: FxHashSet<&Vec<u32>> = owners.iter().filter(|owners| owners.len() > 1).collect();
    for owners in distinct {
        let mut sites_of: BTreeMap<usize, usize> = BTreeMap::new();
        for owner in owners {
            *sites_of.entry(rule_of[*owner as usize]).or_default() += 1;
        }
        for owner in owners {
            let own = rule_of[*owner as usize];
            let others = sites_of.iter().filter(|(rule, sites)| **rule != own || **sites > 1);
            beside[*owner as usize].extend(others.map(|(rule, _)| *rule));
        }
    }
    beside
}

/// Whether a rule's cost matcher takes what is charged here as its own. A rule without one takes all.
fn accepts(matchers: &[CostMatcher], evidence: &Evidence, charge: Charge) -> bool {
    let below = evidence.below(charge);
    matchers.is_empty()
        || matchers.iter().any(|matcher| match matcher {
            CostMatcher::Flat => is_line_itself(evidence, charge),
            CostMatcher::Direct(callee) => {
                below.last().is_some_and(|frame| callee.matches(evidence.plain_name(*frame)))
            }
            CostMatcher::Below(callee) => below.iter().any(|frame| callee.matches(evidence.plain_name(*frame))),
        })
}

/// The places of the profile by where they lie today.
struct PlaceMap<'l> {
    landings: &'l [Result<Landing, Arc<str>>],
    by_line: FxHashMap<(FileId, u32), Vec<usize>>,
    by_declaration: FxHashMap<(FileId, usize), Vec<usize>>,
}

impl<'l> PlaceMap<'l> {
    fn new(landings: &'l [Result<Landing, Arc<str>>]) -> PlaceMap<'l> {
        let mut map = PlaceMap { landings, by_line: FxHashMap::default(), by_declaration: FxHashMap::default() };
        for (place, landing) in landings.iter().enumerate() {
            let Ok(landing) = landing else { continue };
            map.by_declaration.entry((landing.file, landing.declaration)).or_default().push(place);
            if landing.grade <= Grade::Aligned {
                map.by_line.entry((landing.file, landing.line)).or_default().push(place);
            }
        }
        map
    }

    /// What the profile knows of the site's function, before its lines are asked.
    fn acquaintance(&self, site: &Site, evidence: &Evidence) -> Meeting {
        let mut meeting = Meeting {
            grade: Grade::None,
            cost: None,
            elsewhere: false,
            function_sampled: false,
            stale: false,
            shares_with: BTreeSet::new(),
            given: Vec::new(),
        };
        for place in self.by_declaration.get(&(site.file, site.declaration)).into_iter().flatten() {
            match &self.landings[*place] {
                Ok(landing) if landing.grade == Grade::Function => {
                    meeting.stale |= evidence.charges(*place).iter().any(|charge| charge.innermost);
                }
                _ => meeting.function_sampled = true,
            }
        }
        meeting
    }

    /// How sure it is that a place lies where it landed.
    fn grade(&self, place: usize) -> Grade {
        self.landings[place].as_ref().map_or(Grade::None, |landing| landing.grade)
    }

    /// The stacks that run through the site's cost lines, by line; each once, by its innermost frame there.
    fn stacks_on_cost_lines(&self, site: &Site, evidence: &Evidence) -> BTreeMap<u32, Vec<(Charge, usize)>> {
        let mut stacks: BTreeMap<u32, (Charge, usize, u32)> = BTreeMap::new();
        for line in &site.cost_lines {
            for place in self.places(site, *line) {
                for charge in evidence.charges(place) {
                    let met = (*charge, place, *line);
                    let known = stacks.entry(charge.stack).or_insert(met);
                    // Where the sample is charged speaks for the stack, before what is looked through on the same line.
                    if (!charge.innermost, charge.depth) < (!known.0.innermost, known.0.depth) {
                        *known = met;
                    }
                }
            }
        }
        let mut by_line: BTreeMap<u32, Vec<(Charge, usize)>> = BTreeMap::new();
        for (charge, place, line) in stacks.into_values() {
            by_line.entry(line).or_default().push((charge, place));
        }
        by_line
    }

    /// All samples that are charged to a line of the site's declaration.
    fn charged_to(&self, site: &Site, line: u32, evidence: &Evidence) -> Vec<Charged> {
        let mut charged = Vec::new();
        for place in self.places(site, line) {
            for charge in evidence.charges(place).iter().filter(|charge| charge.innermost) {
                let samples = evidence.samples(charge.stack).iter();
                charged.extend(samples.map(|sample| Charged { sample: *sample, charge: *charge, place }));
            }
        }
        charged
    }

    /// The places that landed on a line of the site's declaration.
    fn places(&self, site: &Site, line: u32) -> impl Iterator<Item = usize> {
        let here = self.by_line.get(&(site.file, line)).into_iter().flatten().copied();
        let declaration = site.declaration;
        here.filter(move |place| self.landings[*place].as_ref().is_ok_and(|landing| landing.declaration == declaration))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_site_shares_with_is_as_long_as_there_are_rules_however_many_sites_share() {
        // Rules 0 and 1 alternate over a thousand sites that share a thousand samples; one site of rule 2 has its own.
        let rule_of: Vec<usize> = (0..1_000).map(|site| site % 2).chain([2]).collect();
        let all: Vec<u32> = (0..1_000).collect();
        let mut owners = vec![all; 1_000];
        owners.push(vec![1_000]);
        let beside = rules_beside(&owners, &rule_of);
        assert!(beside[..1_000].iter().all(|rules| *rules == BTreeSet::from([0, 1])));
        assert_eq!(beside[1_000], BTreeSet::new());
        assert_eq!(beside.iter().map(BTreeSet::len).sum::<usize>(), 2_000);
    }

    #[test]
    fn a_site_shares_with_its_own_rule_only_where_another_site_has_it() {
        let beside = rules_beside(&[vec![0, 1], vec![1, 2], vec![]], &[5, 7, 7]);
        assert_eq!(beside, [BTreeSet::from([7]), BTreeSet::from([5, 7]), BTreeSet::from([7])]);
    }
}
