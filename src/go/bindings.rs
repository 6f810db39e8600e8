//! What every name of one declaration refers to, and how each local variable is used.
//!
//! Go's scopes, read in one walk over the arrays of [`Syntax`]. Package-level names are left to `evaluate`: this file
//! never sees another declaration. Labels and fields are not variables and have no binding here.

mod keys;
mod resolve;
#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests;
mod uses;

pub(super) use resolve::is_predeclared;

use super::syntax::{NodeId, Syntax};
use super::types::Name;

/// One import of the file.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Import {
    /// The name that it is given; `.` and `_` included.
    pub name: Option<Name>,
    /// The import path.
    pub path: Name,
}

/// A binding of one declaration, by order of declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct BindingId(u32);

/// How a name came to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum BindingKind {
    /// A parameter, variadic or not, of the declaration or of a literal.
    Parameter,
    /// The receiver of a method.
    Receiver,
    /// A named result.
    Result,
    /// A variable by `:=`, `var` or a receive statement.
    Local,
    /// The first variable of a range clause.
    RangeKey,
    /// The second variable of a range clause.
    RangeValue,
    /// The variable of a type switch, once per clause.
    TypeSwitch,
    /// A constant.
    Constant,
    /// A local type.
    Type,
    /// A type parameter, also one that a receiver names.
    TypeParameter,
}

/// A name that the declaration itself declares, below package level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Binding<'t> {
    /// Its name.
    pub name: &'t str,
    /// The identifier that declares it. All clauses of a type switch share one.
    pub declared: NodeId,
    /// How it came to be.
    pub kind: BindingKind,
    /// Its written type: of a type the right side, of a type parameter the constraint, of a type switch's variable the
    /// only type of its clause.
    pub written: Option<NodeId>,
    /// The expression that gives its first value: the range operand, the operand of the type switch.
    pub value: Option<NodeId>,
    /// Which of several results of `value` it gets: `v, ok := m[k]`, `a, b := f()`.
    pub index: Option<u32>,
    /// The function literal or declaration that it belongs to.
    pub function: NodeId,
}

/// What an identifier refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reference {
    /// Something that this declaration declares.
    Binding(BindingId),
    /// `string`, `len`, `nil` and so on, unless the package declares the name: see [`Bindings::predeclared_used`].
    Predeclared,
    /// An imported package, by index into the file's imports.
    Imported(u32),
    /// A name of package level, of this file or a sibling, or one that a dot import brings.
    Package,
    /// No reference: a field, a label, `_`, the name that a declaration declares at package level, a key that may be
    /// a struct's field.
    NotAName,
}

/// One use of a binding; its declaration is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Use {
    /// The identifier.
    pub node: NodeId,
    /// How it is used.
    pub kind: UseKind,
    /// Whether a function literal inside the binding's own function uses it.
    pub captured: bool,
}

/// How a name is used, by what directly surrounds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum UseKind {
    /// Anything below does not fit: operand, element, value that is stored or sent.
    Read,
    /// Assigned: `x = v`, `x += v`, `x++`, `x, y := v, w` where x exists, `for x = range`.
    Written,
    /// `&x`, `&x.f` or `&x[i]`, not as an argument.
    AddressTaken,
    /// The left side of `x = append(x, ...)`; the call.
    AppendedToItself(NodeId),
    /// The argument of `x = append(x, ...)`; the call.
    SelfAppendOperand(NodeId),
    /// `x[i] = v`, `x[i].f = v`, `x[i]++`.
    IndexWritten,
    /// `x[i]`
    Indexed,
    /// `x[a:b]`
    Sliced,
    /// `x.F(...)`; the name node.
    MethodCall(NodeId),
    /// `x.f`; the name node.
    Member(NodeId),
    /// `x.f = v`, `x.f[i] = v`; the name node.
    MemberWritten(NodeId),
    /// `*x = v`
    PointeeWritten,
    /// `f(x)`, `f(x...)`; the call and the argument's position.
    Argument(NodeId, u32),
    /// `f(&x)`; the call and the argument's position.
    AddressArgument(NodeId, u32),
    /// `x(...)`; the call.
    Called(NodeId),
    /// `range x`; the for statement.
    Ranged(NodeId),
    /// `return x`; the statement.
    Returned(NodeId),
}

/// The names of one declaration.
pub struct Bindings<'t> {
    bindings: Vec<Binding<'t>>,
    references: Vec<Reference>,
    uses: Vec<Vec<Use>>,
    predeclared: Vec<&'t str>,
    /// By node: whether it is an identifier that declares.
    declares: Vec<bool>,
}

impl Import {
    /// The name that the file's code knows it by; `None` for `_` and `.`. Without a written name Go asks the package
    /// itself; by convention that is the path's last element without major version, `go-` and `.go`.
    pub fn known_as(&self) -> Option<&str> {
        if let Some(name) = &self.name {
            return (!matches!(&**name, "_" | ".")).then_some(name);
        }
        let mut elements = self.path.rsplit('/');
        let mut last = elements.next()?;
        let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        if last.strip_prefix('v').is_some_and(digits) {
            last = elements.next().unwrap_or(last);
        }
        if let Some((before, version)) = last.rsplit_once(".v")
            && digits(version)
        {
            last = before;
        }
        let last = last.strip_prefix("go-").unwrap_or(last);
        let last = last.strip_suffix("-go").or_else(|| last.strip_suffix(".go")).unwrap_or(last);
        Some(last).filter(|name| !name.is_empty())
    }
}

impl BindingId {
    fn index(self) -> usize {
        self.0 as usize
    }
}

impl<'t> Bindings<'t> {
    /// Resolve every name of the declaration in a file with these imports.
    pub fn new(syntax: &Syntax<'t>, imports: &[Import]) -> Bindings<'t> {
        let mut bindings = resolve::resolve(syntax, imports);
        bindings.uses = uses::uses(syntax, &bindings);
        bindings
    }

    /// All bindings, in order of declaration.
    pub fn all(&self) -> impl Iterator<Item = (BindingId, &Binding<'t>)> {
        (0..).map(BindingId).zip(&self.bindings)
    }

    /// One binding.
    pub fn binding(&self, id: BindingId) -> &Binding<'t> {
        &self.bindings[id.index()]
    }

    /// What the name at this node refers to; `NotAName` for every node that is none.
    pub fn of(&self, identifier: NodeId) -> Reference {
        self.references[identifier.index()]
    }

    /// The binding that the name at this node refers to or declares.
    pub fn binding_of(&self, identifier: NodeId) -> Option<BindingId> {
        match self.of(identifier) {
            Reference::Binding(id) => Some(id),
            _ => None,
        }
    }

    /// Whether this identifier declares a binding rather than using one.
    pub fn declares(&self, identifier: NodeId) -> bool {
        self.declares[identifier.index()]
    }

    /// Every use of a binding, in the order of the text.
    pub fn uses(&self, id: BindingId) -> &[Use] {
        &self.uses[id.index()]
    }

    /// The predeclared names that the declaration uses as such, sorted. A package that declares one of them (in whichever
    /// file) makes every answer about this declaration void: see [`super::evaluate::redeclares`].
    pub fn predeclared_used(&self) -> &[&'t str] {
        &self.predeclared
    }
}
