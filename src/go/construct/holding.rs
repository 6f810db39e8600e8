//! How closures hold the variables that they capture: the value, or a pointer to it.
//!
//! cmd/compile/internal/escape, the same on Go 1.21 to 1.27: a pointer where the address is taken anywhere or where it is
//! assigned again; but assignments before the first literal that captures it do not count when that literal stands in the
//! same loop as the declaration.

use super::condition::Condition;
use super::finder::Finder;
use super::paths::Touch;
use crate::go::bindings::{Binding, BindingId, BindingKind, Use};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;

/// Since this version of the language each turn of a loop has its own variables.
const OWN_VARIABLES_SINCE: u16 = 22;

/// Uses that differ in what they ask; the ones beyond ask nothing new in practice.
const MOST_WAYS: usize = 32;

/// How closures hold a variable. What is larger than they hold by value is behind a pointer anyway.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Held {
    /// A pointer to it.
    Pointer,
    /// Its value.
    Value,
    /// A pointer where all conditions of one of these hold.
    PointerIf(Vec<Vec<Condition>>),
}

impl Finder<'_, '_> {
    /// How closures hold this variable.
    pub(super) fn held(&mut self, id: BindingId) -> Held {
        if let Some(known) = self.held.get(&id) {
            return known.clone();
        }
        let held = self.holding(id);
        self.held.insert(id, held.clone());
        held
    }

    fn holding(&self, id: BindingId) -> Held {
        let syntax = self.syntax;
        let binding = self.bindings.binding(id);
        // Every return statement assigns the results.
        if binding.kind == BindingKind::Result {
            return Held::Pointer;
        }
        let Some(first) = self.captures.first(id) else { return Held::Value };
        let own_loop = self.loop_of(binding);
        let home = own_loop.or_else(|| syntax.enclosing_loop(binding.declared));
        let straight = syntax.enclosing_loop(first) == home;
        let mut ways: Vec<Vec<Condition>> = Vec::new();
        if binding.kind == BindingKind::RangeKey || binding.kind == BindingKind::RangeValue {
            ways.push(vec![Condition::LanguageBefore(OWN_VARIABLES_SINCE)]);
        }
        for used in self.bindings.uses(id) {
            let way = match self.touched(used) {
                Some((Touch::Address, conditions)) => conditions,
                Some((Touch::Write, mut conditions)) if self.steps_loop(used, own_loop) => {
                    conditions.push(Condition::LanguageBefore(OWN_VARIABLES_SINCE));
                    conditions
                }
                Some((Touch::Write, _)) if straight && used.node < first => continue,
                Some((Touch::Write, conditions)) => conditions,
                None => continue,
            };
            if way.is_empty() {
                return Held::Pointer;
            }
            if ways.len() < MOST_WAYS && !ways.contains(&way) {
                ways.push(way);
            }
        }
        if ways.is_empty() { Held::Value } else { Held::PointerIf(ways) }
    }

    /// Whether a variable or a part of it may be assigned after its declaration.
    pub(super) fn is_written(&self, id: BindingId) -> bool {
        self.bindings.binding(id).kind == BindingKind::Result
            || self.bindings.uses(id).iter().any(|used| matches!(self.touched(used), Some((Touch::Write, _))))
    }

    /// The loop whose clause declares a variable.
    fn loop_of(&self, binding: &Binding) -> Option<NodeId> {
        let syntax = self.syntax;
        let clause = syntax
            .ancestors(binding.declared)
            .take(4)
            .find(|above| matches!(syntax.kind(*above), Kind::RangeClause | Kind::ForClause | Kind::Block));
        clause.filter(|clause| syntax.kind(*clause) != Kind::Block).and_then(|clause| syntax.parent(clause))
    }

    /// Whether a write is the step of the loop that declares the variable, as `i++` of `for i := 0; i < n; i++`.
    fn steps_loop(&self, used: &Use, own_loop: Option<NodeId>) -> bool {
        let syntax = self.syntax;
        let mut at = used.node;
        for above in syntax.ancestors(used.node).take(4) {
            if syntax.kind(above) == Kind::ForClause {
                return syntax.field(at) == Field::Update && syntax.parent(above) == own_loop;
            }
            at = above;
        }
        false
    }
}
