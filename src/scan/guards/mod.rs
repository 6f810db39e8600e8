//! The guards of rules, judged on one declaration.
//!
//! A guard speaks of one capture. It gives each node of the capture a condition; the capture keeps the nodes whose condition
//! holds, and the candidate lives while every capture that a guard speaks of keeps one. What other files must say stays open.

mod amounts;
mod by_value;
mod doubt;
mod fields;
mod growing;
mod habits;
mod keys;
mod locks;
mod loops;
mod origins;
mod parts;
mod remade;
mod replies;
mod reshaping;
mod rewriting;
mod scratch;
mod sizes;
#[cfg(test)]
mod tests;
mod turns;
mod types;
mod unsafety;
mod values;
mod variables;

use self::turns::Together;
use super::candidate::{Captured, Part, Text};
use super::code::Code;
use super::condition::Condition;
use super::offer::Spot;
use crate::go::charge::charged_at;
use crate::go::kinds::Kind;
use crate::go::syntax::NodeId;
use crate::model::Span;
use crate::rule::{Capture, Guard, Test};

/// A match while guards are being judged: the nodes of each capture, by capture index.
#[derive(Clone, Debug, Default)]
pub(super) struct Match {
    /// By capture index.
    captures: Vec<Vec<Found>>,
    needed: Vec<bool>,
    condition: Option<Condition>,
}

/// One captured node.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Found {
    /// The node.
    pub node: NodeId,
    /// Text to print instead of its source.
    pub text: Option<Text>,
    /// What must hold for it to stay.
    pub condition: Condition,
}

impl Found {
    /// A node without conditions.
    pub(super) fn new(node: NodeId) -> Found {
        Found { node, text: None, condition: Condition::Holds }
    }

    /// A node that stays under a condition.
    pub(super) fn under(node: NodeId, condition: Condition) -> Found {
        Found { node, text: None, condition }
    }
}

/// What a guard says of one node: its condition, and what it binds if that holds.
struct Judgement {
    condition: Condition,
    binds: Vec<Found>,
}

impl From<Condition> for Judgement {
    fn from(condition: Condition) -> Judgement {
        Judgement { condition, binds: Vec::new() }
    }
}

impl From<bool> for Judgement {
    fn from(holds: bool) -> Judgement {
        Condition::settled(holds).into()
    }
}

/// At least one of `found` must stay; they are what the guard binds.
fn binds(found: Vec<Found>) -> Judgement {
    Judgement { condition: Condition::any(found.iter().map(|one| one.condition.clone()).collect()), binds: found }
}

impl Match {
    /// A match of a query: `captures` by capture index, those that guards bind empty.
    pub(super) fn new(captures: Vec<Vec<NodeId>>) -> Match {
        let needed = vec![false; captures.len()];
        let captures = captures.into_iter().map(|nodes| nodes.into_iter().map(Found::new).collect()).collect();
        Match { captures, needed, condition: None }
    }

    /// Judges one guard. `false` when it surely fails, so that the match is no candidate.
    pub(super) fn judge(&mut self, guard: &Guard, code: &Code) -> bool {
        let (of, test, binds) = match guard {
            Guard::Not(inner) => return self.require(self.outcome(inner, code).negated()),
            Guard::Unless(inner) => return self.require(self.outcome(inner, code).unproven()),
            Guard::Any(alternatives) => return self.judge_any(alternatives, code),
            Guard::On { of, test, binds } => (*of, test, *binds),
        };
        let mut bound = Vec::new();
        let nodes = self.nodes(of);
        let together = Together::new(&nodes);
        let there = self.first_of(test);
        let found = std::mem::take(&mut self.captures[of.index()]);
        let mut kept = Vec::new();
        for mut one in found {
            let judgement = judge_found(test, &one, there, &together, code);
            one.condition = one.condition.and(judgement.condition);
            if one.condition != Condition::Fails {
                bound.extend(judgement.binds);
                kept.push(one);
            }
        }
        let alive = !kept.is_empty();
        self.captures[of.index()] = kept;
        self.needed[of.index()] = true;
        if let Some(to) = binds {
            self.bind(to, bound);
        }
        alive
    }

    /// At least one alternative must hold; those that may hold bind.
    fn judge_any(&mut self, alternatives: &[Guard], code: &Code) -> bool {
        let mut outcomes = Vec::new();
        for alternative in alternatives {
            let outcome = self.outcome(alternative, code);
            if outcome != Condition::Fails
                && let Guard::On { of, test, binds: Some(to) } = alternative
            {
                let nodes = self.nodes(*of);
                let together = Together::new(&nodes);
                let bound = nodes.iter().flat_map(|node| judge_node(test, *node, &together, code).binds).collect();
                self.bind(*to, bound);
            }
            outcomes.push(outcome);
        }
        self.require(Condition::any(outcomes))
    }

    /// Whether one of the guards holds for any node of its capture, without changing the match.
    pub(super) fn any_of(&self, guards: &[Guard], code: &Code) -> Condition {
        Condition::any(guards.iter().map(|guard| self.outcome(guard, code)).collect())
    }

    /// Whether a guard holds for any node of its capture, without changing the match.
    fn outcome(&self, guard: &Guard, code: &Code) -> Condition {
        match guard {
            Guard::Not(inner) => self.outcome(inner, code).negated(),
            Guard::Unless(inner) => self.outcome(inner, code).unproven(),
            Guard::Any(alternatives) => {
                Condition::any(alternatives.iter().map(|alternative| self.outcome(alternative, code)).collect())
            }
            Guard::On { of, test, .. } => {
                let nodes = self.nodes(*of);
                let together = Together::new(&nodes);
                let there = self.first_of(test);
                let found = &self.captures[of.index()];
                // A node that is not there after all has no say.
                let all = found
                    .iter()
                    .map(|one| one.condition.clone().and(judge_found(test, one, there, &together, code).condition));
                Condition::any(all.collect())
            }
        }
    }

    fn nodes(&self, capture: Capture) -> Vec<NodeId> {
        self.captures[capture.index()].iter().map(|found| found.node).collect()
    }

    /// The node that a test of two captures compares with.
    fn first_of(&self, test: &Test) -> Option<NodeId> {
        match test {
            Test::SameAt(there) | Test::SameType(there) | Test::OrdersBy(there) => {
                self.captures[there.index()].first().map(|found| found.node)
            }
            _ => None,
        }
    }

    fn require(&mut self, condition: Condition) -> bool {
        let before = self.condition.take().unwrap_or(Condition::Holds);
        let both = before.and(condition);
        let alive = both != Condition::Fails;
        self.condition = Some(both);
        alive
    }

    fn bind(&mut self, to: Capture, mut found: Vec<Found>) {
        let captured = &mut self.captures[to.index()];
        captured.append(&mut found);
        captured.sort_by_key(|one| one.node);
        captured.dedup_by_key(|one| one.node);
    }

    /// The match as values that outlive the tree. `prints_type` says which captures' types are printed, `spot` what is kept
    /// of a node's surroundings.
    pub(super) fn finish(
        self,
        code: &Code,
        prints_type: impl Fn(usize) -> bool,
        spot: impl Fn(NodeId) -> Option<Box<Spot>>,
    ) -> (Vec<Captured>, Condition) {
        let captures =
            self.captures.into_iter().zip(self.needed).enumerate().map(|(index, (found, needed))| Captured {
                parts: found
                    .into_iter()
                    .map(|one| {
                        let span = code.syntax.span(one.node);
                        Part {
                            span: Span::new(span.start, span.end),
                            charged_at: charged_at(code.syntax, one.node),
                            term: prints_type(index).then(|| code.terms.type_of(one.node)),
                            text: one.text,
                            spot: spot(one.node),
                            condition: one.condition,
                        }
                    })
                    .collect(),
                needed,
            });
        (captures.collect(), self.condition.unwrap_or(Condition::Holds))
    }
}

/// A test of a captured node, by what else is known of it.
fn judge_found(test: &Test, found: &Found, there: Option<NodeId>, together: &Together, code: &Code) -> Judgement {
    match test {
        Test::SameAt(_) => there.is_some_and(|there| rewriting::is_same_at(found.node, there, code)).into(),
        Test::SameType(_) => {
            there.map_or(Condition::Unknown, |other| types::are_of_one_type(found.node, other, code)).into()
        }
        Test::OrdersBy(_) => match there {
            Some(slice) => reshaping::orders_by(found.node, slice, code),
            None => false.into(),
        },
        Test::NeverNegative => rewriting::is_never_negative(found.node, found.text.as_ref(), code).into(),
        _ => judge_node(test, found.node, together, code),
    }
}

/// The closed set of tests, each in the file that its subject names. `together` are all nodes of the capture.
fn judge_node(test: &Test, node: NodeId, together: &Together, code: &Code) -> Judgement {
    match test {
        Test::InLoop => loops::runs_each_turn(node, code).into(),
        Test::InOwnLoop => (code.syntax.enclosing_loop(node).is_some() && loops::runs_each_turn(node, code)).into(),
        Test::OncePerTurn => loops::runs_once_per_turn(node, code).into(),
        Test::EveryTurn => together.run_every_turn(node, code).into(),
        Test::FewTurns => turns::are_few(node, code).into(),
        Test::CutShort => doubt::is_cut_short(node, code).into(),
        Test::GrowsOn => doubt::grows_on(node, code).into(),
        Test::SamePlaceEachTurn => growing::is_same_place_each_turn(node, code).into(),
        Test::ReachedByCalls => growing::is_reached_by_calls(node, code).into(),
        Test::SetAnew => growing::is_set_anew(node, code).into(),
        Test::StartsOver => doubt::starts_over(node, code).into(),
        Test::ErrorDropped => doubt::drops_the_error(node, code).into(),
        Test::OverArguments => doubt::is_over_arguments(node, code).into(),
        Test::FewByName => habits::is_few_by_name(node, code).into(),
        Test::ManyByName => amounts::is_many_by_name(node, code).into(),
        Test::GrowsEveryTurn => growing::grows_every_turn(node, code).into(),
        Test::ByPlace => habits::asks_for_places(node, code).into(),
        Test::OutlastsTurn => habits::outlasts_turn(node, code).into(),
        Test::ShortText => values::is_short_text(node, code).into(),
        Test::FitsTheStack => sizes::fits_the_stack(node, code).into(),
        Test::ParameterOfMethod => variables::is_parameter_of_method(node, code).into(),
        Test::GivenByCall => origins::is_given_by_call(node, code).into(),
        Test::ReadsLimited => origins::reads_limited(node, code).into(),
        Test::HoldsPointers => values::holds_pointers(node, code).into(),
        Test::BehindFailure => doubt::is_behind_a_failure(node, code).into(),
        Test::OverFew => habits::is_over_few(node, code).into(),
        Test::AskedEachTurn => growing::is_asked_each_turn(node, code).into(),
        Test::LoopCounter => doubt::is_loop_counter(node, code).into(),
        Test::WrittenOn => doubt::is_written_on(node, code).into(),
        Test::NamedKeys => doubt::has_named_keys(node, code).into(),
        Test::MovesForLittle => doubt::moves_for_little(node, code).into(),
        Test::BoundedLoop => loops::bounded(node, code),
        Test::InHandler => types::in_handler(node, code).into(),
        Test::HotPath => (loops::runs_each_turn(node, code) || types::in_handler(node, code)).into(),
        Test::Local => variables::is_local(node, code).into(),
        Test::Declared(ways) => variables::declared(node, ways, code),
        Test::DeclaredOutsideLoop => variables::outlives_turn(node, code).into(),
        Test::UnchangedInLoop => loops::is_unchanged(node, code).into(),
        Test::SameEachTurn => parts::is_same_each_turn(node, code).into(),
        Test::NotNil => parts::is_known_not_nil(node, code).into(),
        Test::Confined => variables::is_confined(node, code).into(),
        Test::UntouchedUntilLoop => variables::is_untouched_until_loop(node, code).into(),
        Test::GrowsOnlyHere => variables::grows_only_here(node, code).into(),
        Test::EmptiedInLoop => variables::is_emptied_in_loop(node, code).into(),
        Test::Variadic => variables::is_variadic(node, code).into(),
        Test::Spread => parts::is_spread(node, code).into(),
        Test::Used(uses) => variables::used(node, uses, code),
        Test::OnlyUsed(uses) => variables::only_used(node, uses, code),
        Test::IndexedBy(any) => parts::is_indexed_by(node, any, code),
        Test::RangedOnce => parts::is_ranged_once(node, code).into(),
        Test::Pooled => variables::is_pooled(node, code).into(),
        Test::Type(any) => types::is_of_type(node, any, code).into(),
        Test::Denotes(any) => types::denotes(node, any, code).into(),
        Test::Calls(any) => types::calls(node, any, code).into(),
        Test::ArgumentOf(any, from) => types::is_argument_of(node, any, *from, code),
        Test::Converted(to) => types::is_converted(node, to, code).into(),
        Test::Conversion(to) => types::converts(node, to, code).into(),
        Test::ElidedConversion => types::is_elided(node, code).into(),
        Test::Boxes(rather) => values::boxes(node, rather, code),
        Test::Constant => values::is_constant(node, code).into(),
        Test::FixedLiteral => values::is_fixed_literal(node, code).into(),
        Test::ReflectedPart => types::is_reflected_part(node, code).into(),
        Test::MixedCases => types::has_mixed_cases(node, code).into(),
        Test::Text(any) => types::has_text(node, any, code).into(),
        Test::Verb(any) => values::is_formatted_by(node, any, code).into(),
        Test::Arguments(count) => types::has_arguments(node, *count, code).into(),
        Test::MadeBy { any, assigned } => origins::made_by(node, any, *assigned, code),
        Test::NeverAssigned => code.variable(node).is_some_and(|variable| code.is_kept(variable)).into(),
        Test::RunsOnce => origins::runs_once(node, code).into(),
        Test::Kept => variables::is_kept(node, code).into(),
        Test::StreamedThrough => turns::streamed_through(node, code),
        Test::BesideData => turns::is_beside_data(node, code).into(),
        Test::Repeats => origins::repeats(node, code),
        Test::CalledBefore(any) => origins::called_before(node, any, code).into(),
        Test::AtLeast(least) => code.terms.integer(node).is_some_and(|value| value >= *least).into(),
        Test::HasMethod(any) => rewriting::has_method(node, any, code).into(),
        Test::CallFree => rewriting::is_free_of_effects(node, false, code).into(),
        Test::Harmless => rewriting::is_free_of_effects(node, true, code).into(),
        Test::LoopAround => rewriting::loop_around(node, code),
        Test::SoleDeclaration => rewriting::sole_declaration(node, code),
        Test::DeclaredType => rewriting::declared_type(node, code),
        Test::DeclaredValue => rewriting::declared_value(node, code),
        Test::NilUnseen => rewriting::is_nil_unseen(node, code).into(),
        // Judged with what else is known of the node.
        Test::SameAt(_) | Test::SameType(_) | Test::OrdersBy(_) | Test::NeverNegative => Condition::Unknown.into(),
        Test::BeyondArray => unsafety::reaches_beyond(node, code).into(),
        Test::ElementSize(bytes) => types::elements_take_at_least(node, *bytes, code).into(),
        Test::Size(bytes) => types::takes_at_least(node, *bytes, code).into(),
        Test::AppendedInLoop => turns::appended_in_loop(node, code),
        Test::Gathered => replies::gathered(node, code),
        Test::UnderLock => locks::is_under_lock(node, code),
        Test::PackageVariable => variables::is_of_package(node, code).into(),
        Test::Padded => sizes::is_padded(node, code).into(),
        Test::RoundedUp(percent) => sizes::is_rounded_up(node, *percent, code).into(),
        Test::Scratch(calls) => scratch::is_scratch(node, calls, code),
        Test::Lends(calls) => scratch::lends_to(node, calls, code).into(),
        Test::ElementsAtLeast(least) => scratch::has_elements(node, *least, code).into(),
        Test::FilledInLoop => scratch::is_filled_in_loop(node, code).into(),
        Test::NeverAltered => scratch::is_never_altered(node, code).into(),
        Test::OnlyMapKey => keys::is_only_map_key(node, code),
        Test::FreshField => fields::is_fresh(node, code).into(),
        Test::ReplyChannel => replies::may_stay_unread(node, code).into(),
        Test::OnlyLookedUp => keys::is_only_looked_up(node, code).into(),
        Test::CallsItself => types::calls_itself(node, code).into(),
        Test::StatementOf => reshaping::statement_of(node, code),
        Test::SoleValue => reshaping::is_sole_value(node, code),
        Test::SecondIgnored => reshaping::is_second_ignored(node, code),
        Test::FirstIgnored => reshaping::is_first_ignored(node, code).into(),
        Test::SpreadsSecond => reshaping::spreads_second(node, code),
        Test::ReadByTurn => reshaping::is_read_by_turn(node, code).into(),
        Test::NamedType => matches!(code.syntax.kind(node), Kind::TypeIdentifier | Kind::QualifiedType).into(),
        Test::UsedByMethods(any) => reshaping::is_used_by_methods(node, any, code).into(),
        Test::OnlyName => reshaping::is_only_name(node, code).into(),
        Test::ReceivedOnce => reshaping::is_received_once(node, code).into(),
        Test::Accumulates(part) => reshaping::accumulates(node, *part, code),
        Test::Terms => reshaping::is_sum(node, code),
        Test::CopiedForCalls(bytes) => by_value::copies_for_calls(node, *bytes, code),
        Test::UsedInPlace => remade::is_used_in_place(node, code),
        Test::UsedBefore => remade::is_used_before(node, code).into(),
        Test::FunctionNamed(any) => remade::is_in_function_named(node, any, code).into(),
    }
}
