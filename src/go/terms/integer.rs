//! The values of integer constants, as far as one declaration tells: local ones and literals, and arithmetic on them.

use super::Terms;
use crate::go::bindings::{BindingKind, Reference};
use crate::go::kinds::{Field, Kind};
use crate::go::syntax::NodeId;

/// Operands of one constant beyond this are not added up.
const MOST_STEPS: u32 = 256;
const DEEPEST: u32 = 64;

impl Terms<'_, '_> {
    /// The value of a constant integer expression: literals, local constants and arithmetic on them.
    pub fn integer(&self, node: NodeId) -> Option<u64> {
        let mut steps = MOST_STEPS;
        let value = self.integer_within(node, &mut steps, 0)?;
        u64::try_from(value).ok()
    }

    fn integer_within(&self, node: NodeId, steps: &mut u32, depth: u32) -> Option<i128> {
        *steps = steps.checked_sub(1)?;
        if depth > DEEPEST {
            return None;
        }
        let syntax = self.syntax;
        let node = syntax.unparenthesized(node);
        match syntax.kind(node) {
            Kind::IntLiteral => super::type_nodes::integer(syntax.name(node)).map(i128::from),
            Kind::Identifier => {
                let binding = self.bindings.binding(self.bindings.binding_of(node)?);
                let constant = binding.kind == BindingKind::Constant && binding.index.is_none();
                let value = binding.value.filter(|_| constant)?;
                self.integer_within(value, steps, depth + 1)
            }
            Kind::BinaryExpression => {
                let left = self.integer_within(syntax.child(node, Field::Left)?, steps, depth + 1)?;
                let right = self.integer_within(syntax.child(node, Field::Right)?, steps, depth + 1)?;
                match syntax.text(syntax.child(node, Field::Operator)?) {
                    b"+" => left.checked_add(right),
                    b"-" => left.checked_sub(right),
                    b"*" => left.checked_mul(right),
                    b"/" => left.checked_div(right),
                    b"%" => left.checked_rem(right),
                    b"<<" => u32::try_from(right).ok().filter(|by| *by < 64).and_then(|by| left.checked_mul(1 << by)),
                    b">>" => u32::try_from(right).ok().and_then(|by| left.checked_shr(by)),
                    _ => None,
                }
            }
            Kind::CallExpression => {
                let call = syntax.call(node)?;
                let [operand] = call.arguments.as_slice() else { return None };
                let function = syntax.unparenthesized(call.function);
                if self.bindings.of(function) == Reference::Predeclared && syntax.text(function) == b"len" {
                    return self.text_length(*operand).map(i128::from);
                }
                self.is_type(function).then(|| self.integer_within(*operand, steps, depth + 1)).flatten()
            }
            _ => None,
        }
    }

    /// Bytes of a string literal; `None` for other expressions, and where escapes make it longer than its text tells.
    pub fn text_length(&self, node: NodeId) -> Option<u64> {
        let syntax = self.syntax;
        let node = syntax.unparenthesized(node);
        if !matches!(syntax.kind(node), Kind::InterpretedStringLiteral | Kind::RawStringLiteral) {
            return None;
        }
        let text = syntax.text(node);
        let plain = text.len() >= 2 && !text.contains(&b'\\') && !text.contains(&b'\r');
        plain.then(|| text.len() as u64 - 2)
    }
}
