//! Terms to types, with what the package and the packages that it imports declare.
//!
//! Never a guess: what the facts do not say is Unknown, and so is what takes too many steps. Constraints, inference of
//! type arguments and constant values are out of reach.

mod by_value;
mod display;
mod lookup;
mod properties;
mod shape;
mod symbols;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;

pub use shape::{arithmetic, bounded, combined};

use super::facts::{Facts, TypeFact, ValueFact};
use super::only_read::OnlyRead;
use super::types::{Name, Package, Term, Type};
use rustc_hash::FxHashMap;
use std::cell::Cell;
use std::sync::Arc;

/// The facts of all files of one package, to be asked by name.
#[derive(Clone, Debug, Default)]
pub struct PackageFacts {
    types: FxHashMap<Name, TypeFact>,
    values: FxHashMap<Name, ValueFact>,
    /// `Func`, or Unknown where files disagree.
    functions: FxHashMap<Name, Type>,
    methods: FxHashMap<Name, Vec<MethodOf>>,
    /// How many constants are declared to have a type, by the type.
    typed: FxHashMap<(Package, Name), usize>,
    /// What functions and methods only read; nothing where files disagree.
    readers: FxHashMap<(Option<Name>, Name), Arc<[OnlyRead]>>,
}

#[derive(Clone, Debug)]
struct MethodOf {
    name: Name,
    pointer: bool,
    /// `Func`, or Unknown where files disagree.
    of: Type,
}

/// What evaluation may ask.
#[derive(Clone, Copy)]
pub struct World<'a> {
    /// The import path of the package that the terms come from.
    pub path: &'a str,
    /// The facts of that package.
    pub here: &'a PackageFacts,
    /// The facts of an imported package, where they are known. `Package::Here` in them means that package.
    pub package_of: &'a dyn Fn(&str) -> Option<Arc<PackageFacts>>,
}

/// What a term stands for.
#[derive(Clone, Debug, PartialEq)]
pub enum Denoted {
    /// A value of this type.
    Value(Type),
    /// The type itself: `T` of `T(x)` or `T.m`.
    Type(Type),
}

/// Steps that one term may take.
const MOST_STEPS: u32 = 2_000;

/// Terms deeper than this are Unknown.
const DEEPEST: u32 = 128;

/// Types with more parts than this, which generic types can reach, are Unknown.
const LARGEST: usize = 5_000;

/// The type that `term` has in `world`, aliases resolved; Unknown where the facts do not say.
pub fn evaluate(term: &Term, world: &World) -> Type {
    match denoted(term, world) {
        Some(Denoted::Value(of)) => world.resolved(&of),
        _ => Type::Unknown,
    }
}

/// Whether `term` stands for a value or for a type, and which; `None` where the facts do not say.
pub fn denoted(term: &Term, world: &World) -> Option<Denoted> {
    let steps = Cell::new(MOST_STEPS);
    Evaluation { world, here: &Package::Here, steps: &steps }.denoted(term, 0)
}

/// Whether the package declares one of these predeclared names, so that no term of a declaration that uses it holds.
pub fn redeclares(facts: &PackageFacts, predeclared_used: &[&str]) -> bool {
    predeclared_used.iter().any(|name| facts.declares(name))
}

impl PackageFacts {
    /// The facts of the files of one package. Files that exclude each other by build constraints may declare a name
    /// twice: where they disagree nothing is known of it.
    pub fn new<'f>(files: impl IntoIterator<Item = &'f Facts>) -> PackageFacts {
        let mut all = PackageFacts::default();
        let files: Vec<&Facts> = files.into_iter().collect();
        for file in &files {
            for fact in &file.types {
                let unknown = || TypeFact { right: Type::Unknown, alias: false, ..fact.clone() };
                insert(&mut all.types, &fact.name, fact, unknown);
            }
            for fact in &file.values {
                let unknown = || ValueFact { term: Term::UNKNOWN, elements: None, ..fact.clone() };
                insert(&mut all.values, &fact.name, fact, unknown);
            }
            // Every file may have its own init, and nobody can call it.
            for (name, signature) in file.functions.iter().filter(|(name, _)| &**name != "init") {
                insert(&mut all.functions, name, &Type::Func(signature.clone()), || Type::Unknown);
            }
            for fact in &file.methods {
                let (name, of) = (fact.name.clone(), Type::Func(fact.signature.clone()));
                let methods = all.methods.entry(fact.receiver.clone()).or_default();
                match methods.iter_mut().find(|method| method.name == name) {
                    Some(same) if same.of != of => same.of = Type::Unknown,
                    Some(_) => {}
                    None => methods.push(MethodOf { name, pointer: fact.pointer, of }),
                }
            }
        }
        for reader in files.iter().flat_map(|file| &file.readers) {
            let known = all.readers.entry((reader.receiver.clone(), reader.name.clone()));
            let kept = known.or_insert_with(|| reader.parameters.clone());
            if *kept != reader.parameters {
                *kept = Arc::from([]);
            }
        }
        for fact in all.values.values().filter(|fact| fact.constant) {
            if let Term::Is(Type::Named(package, name, _)) = &fact.term {
                *all.typed.entry((package.clone(), name.clone())).or_default() += 1;
            }
        }
        all
    }

    /// How many constants are declared to have the type of this name, `package` being its own import path.
    fn typed_constants(&self, package: &Package, name: &Name) -> usize {
        let of = |package: Package| self.typed.get(&(package, name.clone())).copied().unwrap_or(0);
        of(Package::Here) + if *package == Package::Here { 0 } else { of(package.clone()) }
    }

    /// What is known of the parameter at `position`, or of the receiver, of a function that only reads it.
    fn only_read(&self, receiver: Option<&Name>, name: &Name, position: Option<usize>) -> Option<&OnlyRead> {
        let all = self.readers.get(&(receiver.cloned(), name.clone()))?;
        all.iter().find(|read| read.position == position)
    }

    /// How many elements the literal writes that a variable is declared with.
    fn elements_written(&self, name: &Name) -> Option<u32> {
        self.values.get(name)?.elements
    }

    /// Whether the name is a variable or a function of package level, so that initialising another variable by it may begin
    /// with that one again.
    pub fn computes(&self, name: &str) -> bool {
        self.functions.contains_key(name) || self.values.get(name).is_some_and(|value| !value.constant)
    }

    /// Whether it declares this name at package level.
    pub fn declares(&self, name: &str) -> bool {
        self.types.contains_key(name) || self.values.contains_key(name) || self.functions.contains_key(name)
    }
}

fn insert<T: Clone + PartialEq>(map: &mut FxHashMap<Name, T>, name: &Name, fact: &T, disputed: impl Fn() -> T) {
    match map.get_mut(name) {
        Some(known) if known != fact => *known = disputed(),
        Some(_) => {}
        None => {
            map.insert(name.clone(), fact.clone());
        }
    }
}

/// One term's evaluation; `here` is the package whose terms are being read.
struct Evaluation<'w> {
    world: &'w World<'w>,
    here: &'w Package,
    steps: &'w Cell<u32>,
}

impl Evaluation<'_> {
    /// What the term stands for; `None` is Unknown.
    fn denoted(&self, term: &Term, depth: u32) -> Option<Denoted> {
        let steps = self.steps.get().checked_sub(1)?;
        self.steps.set(steps);
        if depth > DEEPEST {
            return None;
        }
        let world = self.world;
        let of = |inner: &Term| self.denoted(inner, depth + 1);
        let value = |inner: &Term| match of(inner)? {
            Denoted::Value(of) => Some(of),
            Denoted::Type(_) => None,
        };
        let small = |of: &Type| of.parts_up_to(LARGEST, DEEPEST) < LARGEST;
        let known = |of: Type| (of != Type::Unknown && small(&of)).then_some(Denoted::Value(of));
        match term {
            Term::Is(of) => known(of.qualified(self.here)),
            Term::Value(package, name) => self.package_level(package, name, depth),
            Term::Member(inner, name) => match of(inner)? {
                Denoted::Value(of) => known(world.member(&of, name)?),
                Denoted::Type(of) => known(world.method_expression(&of, name)?),
            },
            Term::Result(callee, index) => match of(callee)? {
                // A conversion.
                Denoted::Type(of) => known(of).filter(|_| *index == 0),
                Denoted::Value(callee) => known(world.result(&callee, *index)?),
            },
            Term::Instance(inner, arguments) => {
                let arguments = arguments.iter().map(|argument| argument.qualified(self.here)).collect();
                match of(inner)? {
                    Denoted::Type(Type::Named(package, name, none)) if none.is_empty() => {
                        Some(Denoted::Type(Type::Named(package, name, arguments)))
                    }
                    Denoted::Type(_) => None,
                    Denoted::Value(Type::Func(signature)) => known(signature.instantiated(&arguments)?),
                    // What looked like type arguments is an index.
                    Denoted::Value(of) => known(world.element(&of)?),
                }
            }
            Term::Element(inner) => known(world.element(&value(inner)?)?),
            Term::Ranged(inner) => known(world.ranged(&value(inner)?)?),
            Term::RangeKey(inner) => known(world.range_key(&value(inner)?)?),
            Term::Pointee(inner) => match of(inner)? {
                Denoted::Type(of) => Some(Denoted::Type(Type::Pointer(Arc::new(of)))),
                Denoted::Value(of) => match world.underlying(&of) {
                    Type::Pointer(inner) => known((*inner).clone()),
                    _ => None,
                },
            },
            Term::Address(inner) => known(Type::Pointer(Arc::new(value(inner)?))),
            Term::Sliced(inner) => known(world.sliced(&value(inner)?)?),
            Term::Arithmetic(left, right) => {
                let side = |inner| value(inner).map_or(Type::Unknown, |of| world.resolved(&of));
                known(arithmetic(&side(left), &side(right)))
            }
            Term::Defaulted(inner) => known(value(inner)?.defaulted()),
            Term::Passed(callee, index) => known(world.passed(&value(callee)?, *index as usize)?),
            Term::Placed(literal, place) => known(world.placed(&value(literal)?, place)?),
        }
    }

    fn package_level(&self, package: &Package, name: &Name, depth: u32) -> Option<Denoted> {
        let package = if *package == Package::Here { self.here } else { package };
        let facts = self.world.facts(package)?;
        if let Some(fact) = facts.values.get(name) {
            let there = Evaluation { here: package, ..*self };
            return match there.denoted(&fact.term, depth + 1)? {
                Denoted::Value(of) if fact.constant => Some(Denoted::Value(of)),
                Denoted::Value(of) => Some(Denoted::Value(of.defaulted())),
                Denoted::Type(_) => None,
            };
        }
        if let Some(function) = facts.functions.get(name) {
            return Some(Denoted::Value(function.qualified(package))).filter(|_| *function != Type::Unknown);
        }
        let declared = facts.types.contains_key(name);
        declared.then(|| Denoted::Type(Type::Named(package.clone(), name.clone(), Arc::from([]))))
    }
}
