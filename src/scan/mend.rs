//! From an offer to the edits of a fix, or to nothing where the file does not allow it.
//!
//! Nothing is written here that could be wrong: a name that may mean something else, a type that is not known, a comment that
//! would be lost and an order of calls that would change each end the fix, and the finding stands without one.

use super::candidate::{Part, Text};
use super::fix_text::{FormatPiece, canonical_header, format_pieces, is_blank, is_predeclared};
use super::lines::{indentation, line_end, line_ending, line_start, whole_lines};
use super::new_names::{above, of_function, of_package, outdented};
use super::offer::{Effects, Names, Offer, Spot};
use super::resolve::{FilePlace, settle_captures, turns_of};
use crate::go::bindings;
use crate::go::evaluate::{World, evaluate};
use crate::go::spelling::spelled;
use crate::go::types::{Basic, IntSize, Name, Type};
use crate::model::{Applies, Edit, Fix, NewName, Span};
use crate::rule::{Capture, FixPart, Guard, Rule, RuleEdit, RuleFix, Test, Verb};
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::sync::Arc;

/// The most text that one edit writes, in bytes: captures in captures would take quadratic memory.
const LONGEST_TEXT: usize = 16 << 10;

/// The edits of an offer whose conditions the package's facts settle.
pub(super) fn mend(offer: &Offer, rule: &Rule, place: &FilePlace, world: &World) -> Option<Fix> {
    let fix = &rule.fixes[offer.fix];
    if fix.since.is_some_and(|since| place.go.is_none_or(|go| go < since))
        || offer.condition.settle(world) != Some(true)
    {
        return None;
    }
    let captures = settle_captures(&offer.captures, world)?;
    let mut known_calls = BTreeSet::new();
    rule.guards.iter().chain(&fix.guards).for_each(|guard| calls_asked_of(guard, &mut known_calls));
    // What a query names for its predicates alone is the rule's own matter too.
    let unnamed = |index: &u16| rule.captures[usize::from(*index)].starts_with('_');
    known_calls.extend((0..u16::try_from(rule.captures.len()).unwrap_or(u16::MAX)).filter(unnamed).map(Capture));
    let names = &offer.names;
    let (imports, new_names) = Default::default();
    let writing = Writing { fix, captures: &captures, known_calls, names, place, world, imports, new_names };
    let mut edits = Vec::new();
    for edit in &fix.edits {
        let parts = &captures[edit.of.index()];
        if parts.is_empty() {
            return None;
        }
        for part in parts {
            edits.push(writing.edit(edit, part)?);
        }
    }
    edits.sort();
    if edits.windows(2).any(|pair| pair[1].span.start < pair[0].span.end) {
        return None;
    }
    let imports = writing.imports.into_inner().into_iter().collect();
    let names = writing.new_names.into_inner().into_iter().collect();
    Some(Fix { applies: fix.applies, differs: fix.differs.as_deref().map(Arc::from), edits, imports, names })
}

fn is_name_or_comma(part: &FixPart) -> bool {
    match part {
        FixPart::Fresh(_) | FixPart::Local(_) => true,
        FixPart::Text(text) => text == ", ",
        _ => false,
    }
}

fn calls_asked_of(guard: &Guard, into: &mut BTreeSet<Capture>) {
    match guard {
        Guard::On { of, test: Test::Calls(_), .. } => {
            into.insert(*of);
        }
        Guard::Any(inner) => inner.iter().for_each(|guard| calls_asked_of(guard, into)),
        Guard::On { .. } | Guard::Not(_) | Guard::Unless(_) => {}
    }
}

struct Writing<'w> {
    fix: &'w RuleFix,
    captures: &'w [Vec<&'w Part>],
    /// Captures of which a guard asks what they call: the rule knows what leaving them out does.
    known_calls: BTreeSet<Capture>,
    names: &'w Names,
    place: &'w FilePlace<'w>,
    world: &'w World<'w>,
    /// Import paths that the text needs and the file lacks.
    imports: RefCell<BTreeSet<Arc<str>>>,
    /// What the text declares.
    new_names: RefCell<BTreeSet<NewName>>,
}

impl Writing<'_> {
    fn edit(&self, edit: &RuleEdit, part: &Part) -> Option<Edit> {
        let spot = part.spot.as_deref()?;
        let source = self.place.source;
        match edit.verb {
            Verb::Replace => {
                self.keeps_comments(edit, part, spot)?;
                let several = |piece: &FixPart| matches!(piece, FixPart::Text(text) if text.contains('\n'));
                if edit.text.parts.iter().any(several) {
                    self.has_its_line(part, spot)?;
                }
                if self.fix.applies == Applies::Safe {
                    self.keeps_order(edit, part)?;
                }
                let edit_made = match &*edit.text.parts {
                    // A name is no statement.
                    parts if spot.is_whole_statement && parts.iter().all(is_name_or_comma) => None,
                    [FixPart::Capture(only)] => self.stands_alone(*only, edit, part, spot),
                    [FixPart::Sum { .. }] if spot.is_whole_statement => None,
                    parts => {
                        let text = self.fill(edit, part, indentation(self.place.source, part.span.start))?;
                        let torn = spot.beside_operator && matches!(parts, [FixPart::Sum { .. }]);
                        Some(Edit { span: part.span, text: if torn { format!("({text})") } else { text } })
                    }
                }?;
                let old = &source.text[part.span.start..part.span.end];
                if edit.each.is_some() && edit_made.text.contains('\n') {
                    self.has_its_line(part, spot)?;
                }
                // The columns of the keys around it would be others on fewer lines.
                let shrinks = old.contains(&b'\n') && !edit_made.text.contains('\n');
                (!(shrinks && spot.in_element)).then_some(edit_made)
            }
            Verb::InsertBefore | Verb::InsertAfter => {
                let at = if edit.verb == Verb::InsertBefore { part.span.start } else { part.span.end };
                Some(Edit { span: Span::new(at, at), text: self.fill(edit, part, indentation(self.place.source, at))? })
            }
            Verb::LineBefore => {
                let statement = spot.statement?;
                let start = line_start(self.place.source, statement.start);
                is_blank(&source.text[start..statement.start]).then_some(())?;
                let indentation = indentation(self.place.source, statement.start);
                let line = self.fill(edit, part, indentation)?;
                let text = format!("{indentation}{line}{}", line_ending(self.place.source, statement.start));
                Some(Edit { span: Span::new(start, start), text })
            }
            Verb::LineAfter => {
                let statement = spot.statement?;
                is_blank(&source.text[line_start(self.place.source, statement.start)..statement.start]).then_some(())?;
                let end = line_end(self.place.source, statement.end);
                let rest = &source.text[statement.end..end];
                (is_blank(rest) || rest.trim_ascii_start().starts_with(b"//")).then_some(())?;
                let indentation = indentation(self.place.source, statement.start);
                let line = self.fill(edit, part, indentation)?;
                let text = format!("{}{indentation}{line}", line_ending(self.place.source, statement.start));
                Some(Edit { span: Span::new(end, end), text })
            }
            Verb::Declare => {
                let moved = edit.text.captures().flat_map(|capture| &self.captures[capture.index()]);
                for part in moved {
                    let names = part.spot.as_deref()?.package_names.as_ref()?;
                    (!names.iter().any(|name| self.world.here.computes(name))).then_some(())?;
                }
                let at = above(&source.text, self.names.start)?;
                let text = outdented(&self.fill(edit, part, "")?, indentation(self.place.source, part.span.start));
                let ending = line_ending(self.place.source, at);
                Some(Edit { span: Span::new(at, at), text: format!("{text}{ending}{ending}") })
            }
            Verb::Delete => {
                self.keeps_comments(edit, part, spot)?;
                if self.fix.applies == Applies::Safe {
                    self.keeps_order(edit, part)?;
                }
                let is_statement = spot.statement == Some(part.span);
                let span = if is_statement { whole_lines(self.place.source, part.span)? } else { part.span };
                Some(Edit { span, text: String::new() })
            }
        }
    }

    /// Several lines take the place of one statement that has its line to itself.
    fn has_its_line(&self, part: &Part, spot: &Spot) -> Option<()> {
        let text = &self.place.source.text;
        let before = &text[line_start(self.place.source, part.span.start)..part.span.start];
        let behind = text[part.span.end..line_end(self.place.source, part.span.end)].trim_ascii_start();
        let alone = is_blank(before) && (behind.is_empty() || behind.starts_with(b"//"));
        (alone && spot.statement == Some(part.span)).then_some(())
    }

    /// A capture in the place of what holds it, in parentheses where the operators around it demand them.
    fn stands_alone(&self, only: Capture, edit: &RuleEdit, part: &Part, spot: &Spot) -> Option<Edit> {
        let inner = self.captures[only.index()].first()?;
        let its = inner.spot.as_deref()?;
        if spot.is_whole_statement && !its.is_call {
            return None;
        }
        let text = self.fill(edit, part, "")?;
        let torn = spot.beside_operator && self.is_operation(inner);
        Some(Edit { span: part.span, text: if torn { format!("({text})") } else { text } })
    }

    fn is_operation(&self, part: &Part) -> bool {
        match &part.text {
            None => part.spot.as_deref().is_none_or(|spot| spot.is_operation),
            Some(_) => {
                let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"_.".contains(&byte);
                self.text_of(part).is_none_or(|text| !text.ends_with(')') && !text.bytes().all(is_plain))
            }
        }
    }

    /// The edit's text. Lines after the first are indented as the line that it goes to.
    fn fill(&self, edit: &RuleEdit, here: &Part, indentation: &str) -> Option<String> {
        let Some(each) = edit.each else { return self.fill_once(edit, here, None, indentation) };
        let inside = self.captures[each.index()].iter().filter(|part| here.span.contains(part.span));
        let lines: Vec<String> =
            inside.map(|part| self.fill_once(edit, here, Some((each, *part)), indentation)).collect::<Option<_>>()?;
        (!lines.is_empty()).then_some(())?;
        let text = lines.join(&format!("{}{indentation}", line_ending(self.place.source, here.span.start)));
        (text.len() <= LONGEST_TEXT).then_some(text)
    }

    fn fill_once(
        &self,
        edit: &RuleEdit,
        here: &Part,
        of_each: Option<(Capture, &Part)>,
        indentation: &str,
    ) -> Option<String> {
        let mut text = String::new();
        for piece in &edit.text.parts {
            // Of the edit's own capture this node is meant, of others the one in it, or else the first.
            let part = |capture: &Capture| {
                let parts = &self.captures[capture.index()];
                let inside = || parts.iter().find(|part| here.span.contains(part.span)).copied();
                match of_each {
                    Some((each, part)) if *capture == each => Some(part),
                    _ if *capture == edit.of => Some(here),
                    _ => inside().or_else(|| parts.first().copied()),
                }
            };
            match piece {
                FixPart::Text(plain) => {
                    self.means_the_same(plain)?;
                    let ending = line_ending(self.place.source, here.span.start);
                    text.push_str(&plain.replace('\n', &format!("{ending}{indentation}")));
                }
                FixPart::Capture(capture) => text.push_str(&self.text_of(part(capture)?)?),
                FixPart::Operand(capture) => {
                    let part = part(capture)?;
                    let inner = self.text_of(part)?;
                    text.push_str(&if self.is_operation(part) { format!("({inner})") } else { inner });
                }
                FixPart::Receiver(capture) => {
                    let part = part(capture)?;
                    let inner = self.text_of(part)?;
                    let pointed = inner.strip_prefix('&').map(str::trim_start);
                    let is_path =
                        |text: &&str| text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"_.[]".contains(&byte));
                    text.push_str(&match pointed.filter(is_path) {
                        Some(pointed) => pointed.to_owned(),
                        None if self.is_operation(part) => format!("({inner})"),
                        None => inner,
                    });
                }
                FixPart::Inside(capture) => {
                    let whole = self.text_of(part(capture)?)?;
                    let inner = whole.get(1..whole.len().checked_sub(1)?)?.trim();
                    text.push_str(inner.strip_suffix(',').unwrap_or(inner));
                }
                FixPart::Sum { format, values } => {
                    let values: Vec<&Part> = values.iter().map(part).collect::<Option<_>>()?;
                    text.push_str(&self.sum(part(format)?, &values)?);
                }
                FixPart::HeaderKey(capture) => text.push_str(&canonical_header(&self.text_of(part(capture)?)?)?),
                FixPart::TypeOf(capture) => text.push_str(&self.type_of(part(capture)?)?),
                FixPart::Import(path) => text.push_str(&self.package(path)?),
                FixPart::Fresh(noun) => {
                    text.push_str(&self.new_name(of_package(noun, self.names, self.place, self.world)?))
                }
                FixPart::Local(noun) => {
                    text.push_str(&self.new_name(of_function(noun, self.names, self.place, self.world)?))
                }
            }
            if text.len() > LONGEST_TEXT {
                return None;
            }
        }
        Some(text)
    }

    fn new_name(&self, name: NewName) -> String {
        let text = name.text();
        self.new_names.borrow_mut().insert(name);
        text
    }

    /// Whether the predeclared names of a text mean here what they mean everywhere.
    fn means_the_same(&self, text: &str) -> Option<()> {
        let mut words = text.split(|character: char| !character.is_alphanumeric() && character != '_');
        let taken = |word: &str| self.names.hold(word) || self.world.here.declares(word);
        (!words.any(|word| is_predeclared(word) && taken(word))).then_some(())
    }

    /// The whole source of a part, or what a guard says instead.
    fn text_of(&self, part: &Part) -> Option<String> {
        match &part.text {
            Some(Text::Is(text)) => Some(text.clone()),
            Some(Text::TurnsOf(term, text)) => Some(turns_of(term, text, self.world)),
            None if part.span.end - part.span.start > LONGEST_TEXT => None,
            None => {
                std::str::from_utf8(&self.place.source.text[part.span.start..part.span.end]).ok().map(str::to_owned)
            }
        }
    }

    /// A format with its values put in, as a sum: every `%s` a string, every `%d` an integer.
    fn sum(&self, format: &Part, values: &[&Part]) -> Option<String> {
        let literal = self.text_of(format)?;
        let pieces = format_pieces(&literal)?;
        let mut values = values.iter();
        let mut terms: Vec<String> = Vec::new();
        for piece in pieces {
            terms.push(match piece {
                FormatPiece::Text(text) => text,
                FormatPiece::Verb(verb) => {
                    let value = values.next()?;
                    let text = self.text_of(value)?;
                    match (verb, evaluate(value.term.as_ref()?, self.world).defaulted()) {
                        ('s', Type::Basic(Basic::String)) => text,
                        ('d', Type::Basic(Basic::Int(IntSize::Word))) => {
                            format!("{}.Itoa({text})", self.package("strconv")?)
                        }
                        ('d', Type::Basic(Basic::Int(size))) => {
                            let text = if size == IntSize::Bytes(8) { text } else { format!("int64({text})") };
                            format!("{}.FormatInt({text}, 10)", self.package("strconv")?)
                        }
                        ('d', Type::Basic(Basic::Uint(size))) => {
                            let text = if size == IntSize::Bytes(8) { text } else { format!("uint64({text})") };
                            format!("{}.FormatUint({text}, 10)", self.package("strconv")?)
                        }
                        _ => return None,
                    }
                }
            });
        }
        self.means_the_same("int64 uint64")?;
        values.next().is_none().then(|| terms.join(" + "))
    }

    fn type_of(&self, part: &Part) -> Option<String> {
        // What evaluates to an int may be a local type of that shape.
        if self.names.types {
            return None;
        }
        let of = evaluate(part.term.as_ref()?, self.world).defaulted();
        let imported = |path: &str| self.imported(path);
        let (text, names) = spelled(&of, &imported)?;
        (!names.iter().any(|name| self.names.hold(name))).then_some(text)
    }

    /// The name by which the file knows an import path already.
    fn imported(&self, path: &str) -> Option<Name> {
        let import = self.place.imports.iter().find(|import| *import.path == *path)?;
        let known = bindings::Import { name: import.name.clone(), path: import.path.clone() };
        known.known_as().map(Name::from)
    }

    /// The name of a package in the new text; its import is asked for where the file lacks it.
    fn package(&self, path: &str) -> Option<Name> {
        let known = self.imported(path);
        let name = match &known {
            Some(name) => name.clone(),
            None => {
                let dotted = self.place.imports.iter().any(|import| *import.path == *path);
                let standard = !path.split('/').next().is_some_and(|first| first.contains('.'));
                if dotted || !standard || self.place.of_go {
                    return None;
                }
                let import = bindings::Import { name: None, path: path.into() };
                let name = Name::from(import.known_as()?);
                let taken = |import: &crate::go::outline::Import| self.imported(&import.path).as_ref() == Some(&name);
                if self.place.imports.iter().any(taken) || self.world.here.declares(&name) {
                    return None;
                }
                self.imports.borrow_mut().insert(path.into());
                name
            }
        };
        (!self.names.hold(&name)).then_some(name)
    }

    /// Every comment of a stretch that goes is written again as a part of some capture.
    fn keeps_comments(&self, edit: &RuleEdit, part: &Part, spot: &Spot) -> Option<()> {
        // What another edit writes elsewhere is kept, whole.
        let others = self.fix.edits.iter().filter(|other| !std::ptr::eq(*other, edit));
        let elsewhere = others.flat_map(|other| self.written(other)).map(|part| part.span);
        let here = self.written(edit).map(|part| part.span).filter(|span| *span != part.span);
        let written: Vec<Span> = here.chain(elsewhere).collect();
        let kept = |comment: &Span| written.iter().any(|span| span.contains(*comment));
        spot.comments.iter().all(kept).then_some(())
    }

    /// The captures that an edit's text repeats from the source, in the order of the text.
    fn written<'e>(&'e self, edit: &'e RuleEdit) -> impl Iterator<Item = &'e Part> {
        let captures = edit.text.captures();
        captures.filter_map(|capture| self.captures[capture.index()].first().copied())
    }

    /// What calls or receives is evaluated once and in its place; what is not evaluated any more could not panic either.
    fn keeps_order(&self, edit: &RuleEdit, part: &Part) -> Option<()> {
        let effects = |part: &Part| part.spot.as_deref().map_or(Effects::Calls, |spot| spot.effects);
        let inside: Vec<&Part> = self
            .written(edit)
            .filter(|written| part.span.contains(written.span) && written.span != part.span && written.text.is_none())
            .collect();
        let in_place = inside.windows(2).all(|pair| pair[0].span.end <= pair[1].span.start);
        if !in_place && inside.iter().any(|written| effects(written) == Effects::Calls) {
            return None;
        }
        let mut everywhere = self.fix.edits.iter().flat_map(|edit| self.written(edit));
        let everywhere: Vec<Span> = everywhere.by_ref().map(|part| part.span).collect();
        let meets = |one: Span, other: Span| one.contains(other) || other.contains(one);
        let unknown = self
            .captures
            .iter()
            .enumerate()
            .filter(|(index, _)| !self.known_calls.iter().any(|known| known.index() == *index));
        let mut left_out = unknown.flat_map(|(_, parts)| parts).filter(|captured| {
            part.span.contains(captured.span)
                && captured.span != part.span
                && !everywhere.iter().any(|written| meets(*written, captured.span))
        });
        left_out.all(|captured| effects(captured) == Effects::None).then_some(())
    }
}
