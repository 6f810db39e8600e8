//! Variables and parameters that can move to the heap: their address is taken, a closure holds a pointer to them, or they
//! are too large for a stack.

use super::captures::{LARGEST_BY_VALUE, Role, role};
use super::condition::{Class, Condition};
use super::finder::{Finder, may_be};
use super::holding::Held;
use super::paths::Touch;
use super::{Amount, ConstructKind};
use crate::go::bindings::{Binding, BindingId, BindingKind, Use};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;
use crate::go::types::{Term, Type};

/// Variables that take more are never on a stack. 10 MiB up to Go 1.22, which the size of what is found tells.
const LARGEST_ON_STACK: u64 = 128 * 1024;

/// Uses of a variable that differ in what they ask; the ones beyond ask nothing new in practice.
const MOST_WAYS: usize = 32;

/// Loops over what may be a function that are looked at between a use and the declaration.
const MOST_LOOPS: usize = 4;

/// Literals within literals that are asked what they are for.
const MOST_LITERALS: usize = 32;

impl Finder<'_, '_> {
    /// Adds every variable of the declaration that can move.
    pub(super) fn moved(&mut self) {
        let bodies = self.range_bodies();
        let bindings = self.bindings;
        for (id, binding) in bindings.all() {
            if matches!(binding.kind, BindingKind::Type | BindingKind::TypeParameter | BindingKind::Constant) {
                continue;
            }
            let of = self.terms.type_of_binding(id);
            if let Some(conditions) = self.ways_to_move(id, binding, &of, &bodies) {
                self.add_moved(binding, of, conditions);
            }
        }
    }

    fn add_moved(&mut self, binding: &Binding, of: Term, conditions: Vec<Condition>) {
        let syntax = self.syntax;
        let (kind, at) = match binding.kind {
            BindingKind::Parameter | BindingKind::Receiver | BindingKind::Result => {
                (ConstructKind::MovedParameter, syntax.span(binding.function).start)
            }
            _ => {
                let clause = syntax
                    .ancestors(binding.declared)
                    .take(4)
                    .find(|above| matches!(syntax.kind(*above), Kind::RangeClause | Kind::ForClause | Kind::Block));
                let statement = clause.filter(|clause| syntax.kind(*clause) != Kind::Block);
                let at = statement.and_then(|clause| syntax.parent(clause)).unwrap_or(binding.declared);
                (ConstructKind::MovedVariable, syntax.span(at).start)
            }
        };
        self.add_at(kind, binding.declared, at, Amount::One(of), conditions);
    }

    /// What must be so for it to move; `None` when nothing makes it.
    fn ways_to_move(&mut self, id: BindingId, binding: &Binding, of: &Term, bodies: &Bodies) -> Option<Vec<Condition>> {
        let mut ways: Vec<Vec<Condition>> = Vec::new();
        let held = self.held(id);
        let written = self.is_written(id);
        for used in self.bindings.uses(id) {
            for way in self.ways_of_use(binding, used, of, &held, written.then_some(bodies)) {
                if way.is_empty() {
                    return Some(Vec::new());
                }
                if ways.len() < MOST_WAYS && !ways.contains(&way) {
                    ways.push(way);
                }
            }
        }
        let large = |of: &Type| matches!(of, Type::Array(..) | Type::Struct(_));
        if may_be(of, large) && !matches!(of, Term::Is(Type::Unknown | Type::Parameter(_))) {
            let way = Condition::Surely(Box::new(Condition::IsLargerThan(of.clone(), LARGEST_ON_STACK)));
            ways.push(vec![way]);
        }
        (!ways.is_empty()).then(|| vec![Condition::AnyOf(ways)])
    }

    fn ways_of_use(
        &self,
        binding: &Binding,
        used: &Use,
        of: &Term,
        held: &Held,
        bodies: Option<&Bodies>,
    ) -> Vec<Vec<Condition>> {
        let mut ways: Vec<Vec<Condition>> = match self.touched(used) {
            Some((Touch::Address, conditions)) => vec![conditions],
            _ => Vec::new(),
        };
        if used.captured && self.closure_outlives(binding, used) {
            let large = Condition::Surely(Box::new(Condition::IsLargerThan(of.clone(), LARGEST_BY_VALUE)));
            match held {
                Held::Pointer => ways.push(Vec::new()),
                Held::Value => ways.push(vec![large]),
                Held::PointerIf(more) => {
                    ways.extend(more.iter().cloned());
                    ways.push(vec![large]);
                }
            }
        } else if let Some(bodies) = bodies {
            // The body of a loop over a function is a closure, too.
            let home = bodies.innermost(binding.declared);
            let mut at = bodies.innermost(used.node);
            for _ in 0..MOST_LOOPS {
                let Some(index) = at.filter(|at| Some(*at) != home) else { break };
                let body = &bodies.all[index];
                ways.push(vec![Condition::Surely(Box::new(Condition::Is(body.ranged.clone(), Class::Func)))]);
                at = body.outer;
            }
        }
        ways
    }

    /// Whether the literals between a use and the variable's function are more than called on the spot.
    fn closure_outlives(&self, binding: &Binding, used: &Use) -> bool {
        let syntax = self.syntax;
        let mut at = syntax.function(used.node);
        for _ in 0..MOST_LITERALS {
            let inside = |literal: &NodeId| *literal != binding.function && syntax.kind(*literal) == Kind::FuncLiteral;
            let Some(literal) = at.filter(inside) else { return false };
            if !matches!(role(syntax, literal), Role::Called | Role::Deferred(false)) {
                return true;
            }
            at = syntax.function(literal);
        }
        true
    }

    /// The loops of the declaration that may range over a function.
    fn range_bodies(&self) -> Bodies {
        let syntax = self.syntax;
        let mut bodies = Bodies { all: Vec::new(), ends: Vec::new() };
        let mut open: Vec<usize> = Vec::new();
        for id in syntax.ids().filter(|id| syntax.kind(*id) == Kind::ForStatement) {
            let clause = syntax.children(id).find(|child| syntax.kind(*child) == Kind::RangeClause);
            let Some(ranged) = clause.and_then(|clause| syntax.child(clause, Field::Right)) else { continue };
            let ranged = self.terms.type_of(ranged);
            if ranged == Term::UNKNOWN || !may_be(&ranged, |of| matches!(of, Type::Func(_))) {
                continue;
            }
            while open.last().is_some_and(|last| bodies.all[*last].end <= id) {
                open.pop();
            }
            let outer = open.last().copied();
            open.push(bodies.all.len());
            bodies.all.push(Body { start: id, end: syntax.end(id), ranged, outer });
        }
        bodies.index();
        bodies
    }
}

/// A loop that may range over a function.
struct Body {
    start: NodeId,
    end: NodeId,
    ranged: Term,
    outer: Option<usize>,
}

/// The loops of one declaration, to be asked by node.
struct Bodies {
    /// In order of the text.
    all: Vec<Body>,
    /// Where the innermost loop changes: from this node on it is that one.
    ends: Vec<(NodeId, Option<usize>)>,
}

impl Bodies {
    fn index(&mut self) {
        for (index, body) in self.all.iter().enumerate() {
            self.ends.push((body.start, Some(index)));
            self.ends.push((body.end, body.outer));
        }
        let all = &self.all;
        // Loops that end together end from the inside out, and before another one begins there.
        self.ends.sort_by_key(|(at, now)| {
            let begins = now.is_some_and(|now| all[now].start == *at);
            (*at, begins, std::cmp::Reverse(*now))
        });
    }

    fn innermost(&self, node: NodeId) -> Option<usize> {
        let after = self.ends.partition_point(|(at, _)| *at <= node);
        after.checked_sub(1).and_then(|last| self.ends[last].1)
    }
}
