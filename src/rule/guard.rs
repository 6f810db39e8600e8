//! Guards: named, typed conditions beyond a rule's query. A closed set; docs/rule-format.md says when each one holds.

use super::pattern::{Callee, TypePattern};
use std::sync::Arc;

/// A capture of one rule, an index into its names: those of the query first, then those that guards bind.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Capture(pub u16);

impl Capture {
    /// As an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How a local variable is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DeclaredAs {
    /// `var x T`
    Zero,
    /// `T{}`
    EmptyLiteral,
    /// `make([]T, 0)`, `make(map[K]V)`
    MakeEmpty,
    /// `make([]T, n)`, `make([]T, 0, n)`, `make(map[K]V, n)`
    MakeSized,
    /// `new(T)`
    New,
    /// `&T{}`
    PointerLiteral,
    /// `[]T(nil)`, `var x T = nil`
    Nil,
}

/// A condition on a match.
#[derive(Clone, Debug, PartialEq)]
pub enum Guard {
    /// A test of each node of one capture.
    On {
        /// The capture.
        of: Capture,
        /// What must hold of a node.
        test: Test,
        /// The new capture that takes what the test finds, where it finds something and the rule names it.
        binds: Option<Capture>,
    },
    /// The inner guard surely fails.
    Not(Box<Guard>),
    /// The inner guard is not known to hold: an exemption, which must be proven.
    Unless(Box<Guard>),
    /// One of them holds.
    Any(Vec<Guard>),
}

impl Guard {
    /// Whether it asks what function bodies do with what they take by value.
    pub(super) fn asks_bodies(&self) -> bool {
        match self {
            Guard::On { test, .. } => matches!(test, Test::CopiedForCalls(_)),
            Guard::Not(inner) | Guard::Unless(inner) => inner.asks_bodies(),
            Guard::Any(alternatives) => alternatives.iter().any(Guard::asks_bodies),
        }
    }
}

/// What a guard tests a node for.
#[derive(Clone, Debug, PartialEq)]
pub enum Test {
    /// It runs once per turn of a loop that goes on after it.
    InLoop,
    /// As `InLoop`, and no function literal stands between the two.
    InOwnLoop,
    /// As `InLoop`, and every turn runs it exactly once.
    OncePerTurn,
    /// As `InLoop`, and every turn runs it or another node of its capture.
    EveryTurn,
    /// The loop around it turns at most eight times, by its own header.
    FewTurns,
    /// The loop around it may end before its last turn although nothing has failed.
    CutShort,
    /// The slice gets further elements after the loop around it.
    GrowsOn,
    /// It names the same variable on every turn of the loop around it.
    SamePlaceEachTurn,
    /// The loop around it calls what may read or assign the field, element or variable of a package.
    ReachedByCalls,
    /// The loop around it gives the variable a value that has nothing of the one before.
    SetAnew,
    /// A labelled `continue` follows it in its block.
    StartsOver,
    /// The error that the call returns is looked at, and not passed on every way.
    ErrorDropped,
    /// The loop around it ranges over a variadic parameter.
    OverArguments,
    /// Names say that the loop takes a few turns, as a rule.
    FewByName,
    /// Names say that the loop takes many turns, as a rule.
    ManyByName,
    /// Every turn of the loop around it adds to the string variable.
    GrowsEveryTurn,
    /// The function literal uses a parameter otherwise than as an index.
    ByPlace,
    /// What the deferred call waits for is not over with the turn.
    OutlastsTurn,
    /// The text that fmt makes surely has at most 32 bytes.
    ShortText,
    /// The composite literal makes what pointers in it point at.
    HoldsPointers,
    /// It makes a slice that surely has at most 32 bytes.
    FitsTheStack,
    /// It is a parameter of the method that it stands in, or a part of one.
    ParameterOfMethod,
    /// It uses something that another call of its function may have otherwise.
    GivenByCall,
    /// An argument of the call ends after a number of bytes that somebody has set.
    ReadsLimited,
    /// An `if` around it has found that something failed, or is missing.
    BehindFailure,
    /// The loop around it ranges over something that is a few by its name.
    OverFew,
    /// The loop around it asks for the string variable otherwise than for whether it is empty.
    AskedEachTurn,
    /// The variable is declared in the header of a loop around it.
    LoopCounter,
    /// Elements of the local variable are written behind the loop around it.
    WrittenOn,
    /// The map's keys are of a type whose few values its package names.
    NamedKeys,
    /// The local variable is a value that would move to the heap for fmt to write one text or two to it.
    MovesForLittle,
    /// The loop around it has a length known when it starts. Finds what gives it.
    BoundedLoop,
    /// Its function has the shape of an HTTP handler.
    InHandler,
    /// `InLoop` or `InHandler`.
    HotPath,
    /// It names a variable of its own function.
    Local,
    /// The local variable is declared in one of these ways. Finds the declaring statement or spec.
    Declared(Vec<DeclaredAs>),
    /// The variable lives longer than one turn of the loop around it.
    DeclaredOutsideLoop,
    /// The loop around it does not change the variable.
    UnchangedInLoop,
    /// The expression has the same value on every turn of the loop around it.
    SameEachTurn,
    /// An `if x != nil` around it says that the variable is not nil.
    NotNil,
    /// No literal captures the local variable and nobody takes its address.
    Confined,
    /// Nothing uses the variable between its declaration and the loop around it.
    UntouchedUntilLoop,
    /// Inside the loop around it nothing else assigns the variable or appends to it.
    GrowsOnlyHere,
    /// A loop that does not make the buffer anew may read it empty.
    EmptiedInLoop,
    /// It names a variadic parameter.
    Variadic,
    /// It is handed on with `...`.
    Spread,
    /// The variable is used so. Finds the calls.
    Used(Uses),
    /// The variable is used so and in no other way. Finds the calls.
    OnlyUsed(Uses),
    /// The variable is used for these elements alone: texts of indexes, `x` for the variable, and `len`.
    IndexedBy(Vec<String>),
    /// All that happens to the variable is one loop over it that asks for no index.
    RangedOnce,
    /// The variable outlives its function.
    Pooled,
    /// The expression's type is one of these.
    Type(Arc<[TypePattern]>),
    /// The type node denotes one of these.
    Denotes(Arc<[TypePattern]>),
    /// It calls one of these.
    Calls(Arc<[Callee]>),
    /// It is an argument of a call of one of these, behind so many others at least.
    ArgumentOf(Arc<[Callee]>, usize),
    /// It is what a conversion to one of these takes.
    Converted(Arc<[TypePattern]>),
    /// It is a conversion to one of these.
    Conversion(Arc<[TypePattern]>),
    /// The compiler does not copy for this conversion.
    ElidedConversion,
    /// The call passes values that are boxed. Finds them, or of types that are written here those of one of these, where there are any.
    Boxes(Arc<[TypePattern]>),
    /// It is a constant expression.
    Constant,
    /// It is a composite literal of constants, or a variable that holds one.
    FixedLiteral,
    /// Reflection finds it in a value that is not known to be an interface.
    ReflectedPart,
    /// The type switch asks for types that are not all numbers.
    MixedCases,
    /// It is a string literal with one of these values.
    Text(Vec<String>),
    /// A format that stands there formats it by one of these verbs.
    Verb(Vec<String>),
    /// The call has this many arguments and spreads none.
    Arguments(usize),
    /// The local variable is declared with the result of a call of one of these, and keeps it unless it may be assigned anew.
    /// Finds the call.
    MadeBy {
        /// The functions.
        any: Arc<[Callee]>,
        /// Whether it may be assigned anew later.
        assigned: bool,
    },
    /// The local variable keeps the value that it is declared with.
    NeverAssigned,
    /// A program runs it once.
    RunsOnce,
    /// The value of the expression outlives its function.
    Kept,
    /// A loop of a function literal sends to the local channel, and another loop ranges over it. Finds the sends.
    StreamedThrough,
    /// The select around its case has another case that takes a value or sends one.
    BesideData,
    /// The same was evaluated before, in the same function. Finds the first.
    Repeats,
    /// An earlier call on the same expression calls one of these.
    CalledBefore(Arc<[Callee]>),
    /// The constant integer is at least this.
    AtLeast(u64),
    /// The pointer's array ends before the constant length does.
    BeyondArray,
    /// A value of its type has one of these methods.
    HasMethod(Vec<String>),
    /// Evaluating it neither calls nor receives.
    CallFree,
    /// As `CallFree`, and it cannot panic.
    Harmless,
    /// A loop runs it on each turn. Finds the loop.
    LoopAround,
    /// Its declaration declares nothing else. Finds the statement.
    SoleDeclaration,
    /// Its declaration writes a type. Finds it.
    DeclaredType,
    /// Its declaration gives it a value. Finds it.
    DeclaredValue,
    /// It has the same value where the first node of this capture stands.
    SameAt(Capture),
    /// The number of turns is not negative.
    NeverNegative,
    /// Nobody can tell whether the local variable is nil or empty.
    NilUnseen,
    /// Its type is the type of the other capture, or both have one underlying type.
    SameType(Capture),
    /// A value of its type takes at least so many bytes.
    Size(u64),
    /// An element of it takes at least so many bytes.
    ElementSize(u64),
    /// It is a package variable, or a part of one.
    PackageVariable,
    /// The loop around it appends to the variable. Finds the appends.
    AppendedInLoop,
    /// Goroutines of a loop send one value each to the channel without buffer. Finds the sends.
    Gathered,
    /// A lock is held while it runs. Finds where it is given back.
    UnderLock,
    /// Its struct would take less memory with the fields in another order.
    Padded,
    /// It makes a slice of a constant size of which Go rounds up at least so many percent.
    RoundedUp(u64),
    /// The local variable is filled and read in place, and passed to builtins and these calls only: nothing keeps it.
    Scratch(Arc<[Callee]>),
    /// The composite literal has at least so many elements.
    ElementsAtLeast(u64),
    /// The address of the local variable goes to calls of these and nowhere else.
    Lends(Arc<[Callee]>),
    /// An element of the local variable is assigned on the turns of a loop that does not hold its declaration.
    FilledInLoop,
    /// Neither the local variable nor a part of it is assigned, and no method is called on it.
    NeverAltered,
    /// The local variable is the key of maps and nothing else, and some map must keep it.
    OnlyMapKey,
    /// The field of a struct that its function has just made holds nothing yet, and grows nowhere else in the loop.
    FreshField,
    /// The channel gives one answer to a select that may stop waiting for it.
    ReplyChannel,
    /// The local variable is a map's key in look-ups and nothing else.
    OnlyLookedUp,
    /// It calls the function that it stands in.
    CallsItself,
    /// A statement of a list holds it. Finds the statement.
    StatementOf,
    /// A statement gives its value to one variable or place. Finds the list of that one.
    SoleValue,
    /// The second of its two results goes to `_`. Finds the list of both, as the first alone.
    SecondIgnored,
    /// The first of its two results goes to `_`, or both are dropped.
    FirstIgnored,
    /// What is assigned to it is read behind that on the same turn of the loop, and not behind the loop.
    ReadByTurn,
    /// The type node is a name.
    NamedType,
    /// The call spreads its last argument behind one other. Finds what is spread.
    SpreadsSecond,
    /// What it gives is used by having these methods called on it alone.
    UsedByMethods(Vec<String>),
    /// No other name of the function is the variable's.
    OnlyName,
    /// One call takes the variable's address, and it is read elsewhere.
    ReceivedOnce,
    /// The literal compares one thing of two elements of this slice, by index. Finds an element, as what is compared.
    OrdersBy(Capture),
    /// A loop only adds to the end of the string variable. Finds a part of that.
    Accumulates(GrowthPart),
    /// It is a sum. Finds its operands.
    Terms,
    /// The function uses what it assigns in place alone, and nobody has it from here. Finds the elements that are written.
    UsedInPlace,
    /// Elements of what is assigned were read or written before, in the same function.
    UsedBefore,
    /// The turns of the loop with this body call what takes at least so many bytes by value and only reads them. Finds the calls.
    CopiedForCalls(u64),
    /// The name of the function or method that it stands in is one of these, in lower case; a `*` at the end takes any rest.
    FunctionNamed(Vec<String>),
}

/// A part of how a string grows in a loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GrowthPart {
    /// The outermost loop that does nothing else with it.
    Loop,
    /// The statements that add something.
    Statements,
    /// What they add, each operand by itself.
    Pieces,
}

/// Whether reading elements of a variable is among its uses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Elements {
    /// No.
    No,
    /// `x[i]` as a value, `range x`, `len(x)`.
    Read,
    /// `x["name"]` as a value, with a constant between the brackets.
    Named,
}

/// Uses of a variable.
#[derive(Clone, Debug, PartialEq)]
pub struct Uses {
    /// As receiver of methods of these names.
    pub methods: Vec<String>,
    /// As argument, itself or its address, of these calls.
    pub arguments_of: Arc<[Callee]>,
    /// By its fields of these names, read or assigned.
    pub fields: Vec<String>,
    /// Assigned anew.
    pub assigned: bool,
    /// Appended to another slice as a whole: `append(y, x...)`.
    pub spread: bool,
    /// Converted to one of these predeclared types.
    pub converted_to: Vec<String>,
    /// By its elements and its length.
    pub elements: Elements,
    /// Exactly so many times, where that matters.
    pub times: Option<usize>,
}
