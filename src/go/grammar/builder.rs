//! Builds a tree from the bottom up, and lays it out in preorder.
//!
//! Finished nodes wait on a stack until the node around them is finished. Comments wait there like nodes; those at the end of
//! what is finished are left for the node around it, as tree-sitter does.

use crate::go::kinds::{Field, Kind};

/// A node that was made, wherever it stands in the tree by now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Made(u32);

/// One node of the finished tree, in preorder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::go) struct Plain {
    /// What it is.
    pub(in crate::go) kind: Kind,
    /// Which part of its parent it is.
    pub(in crate::go) field: Field,
    /// How many nodes it stands in.
    pub(in crate::go) depth: u32,
    /// Offset of its first byte.
    pub(in crate::go) start: u32,
    /// Offset one past its last byte.
    pub(in crate::go) end: u32,
}

#[derive(Clone, Copy, Debug)]
struct Growing {
    kind: Kind,
    field: Field,
    start: u32,
    end: u32,
    first_child: u32,
    next_sibling: u32,
}

const NONE: u32 = u32::MAX;

/// As the first child of a leaf: tree-sitter counts it for the extent of what it stands in, and does not show it.
const HIDDEN: u32 = u32::MAX - 1;

pub(super) struct Builder {
    nodes: Vec<Growing>,
    stack: Vec<u32>,
}

impl Builder {
    /// For a text of so many bytes: there is about one node for every three of them.
    pub(super) fn for_text(bytes: usize) -> Builder {
        Builder { nodes: Vec::with_capacity(bytes / 3 + 8), stack: Vec::with_capacity(64) }
    }

    pub(super) fn mark(&self) -> usize {
        self.stack.len()
    }

    pub(super) fn leaf(&mut self, kind: Kind, start: u32, end: u32) -> Made {
        self.push(Growing { kind, field: Field::Unnamed, start, end, first_child: NONE, next_sibling: NONE })
    }

    /// The ends of lines: part of what they end, and not shown.
    pub(super) fn line_ends(&mut self, start: u32, end: u32) {
        let kind = Kind::Token;
        self.push(Growing { kind, field: Field::Unnamed, start, end, first_child: HIDDEN, next_sibling: NONE });
    }

    fn push(&mut self, node: Growing) -> Made {
        let made = self.nodes.len() as u32;
        self.nodes.push(node);
        self.stack.push(made);
        Made(made)
    }

    /// One node of everything since `mark` but the comments at its end; at least one node stands there.
    pub(super) fn finish(&mut self, kind: Kind, mark: usize) -> Made {
        let made = self.nodes.len() as u32;
        let comments = self.stack[mark..].iter().rev();
        let comments = comments.take_while(|node| self.nodes[**node as usize].kind == Kind::Comment).count();
        let end = (self.stack.len() - comments).max(mark);
        let (mut first_child, mut last) = (NONE, None);
        for child in &self.stack[mark..end] {
            match last {
                None => first_child = *child,
                Some(before) => self.nodes[before as usize].next_sibling = *child,
            }
            last = Some(*child);
        }
        let start = self.nodes.get(first_child as usize).map_or(0, |node| node.start);
        let finish = last.map_or(start, |node| self.nodes[node as usize].end);
        self.nodes.push(Growing { kind, field: Field::Unnamed, start, end: finish, first_child, next_sibling: NONE });
        if end > mark {
            self.stack[mark] = made;
            self.stack.drain(mark + 1..end);
        } else {
            self.stack.insert(mark, made);
        }
        Made(made)
    }

    /// The node that was made last, comments left out.
    pub(super) fn last(&self) -> Option<Made> {
        let mut from_top = self.stack.iter().rev();
        from_top.find(|node| self.nodes[**node as usize].kind != Kind::Comment).map(|node| Made(*node))
    }

    pub(super) fn kind(&self, node: Made) -> Kind {
        self.nodes[node.0 as usize].kind
    }

    pub(super) fn set_kind(&mut self, node: Made, kind: Kind) {
        self.nodes[node.0 as usize].kind = kind;
    }

    pub(super) fn set_field(&mut self, node: Made, field: Field) {
        self.nodes[node.0 as usize].field = field;
    }

    /// Takes everything since `mark` from the stack.
    pub(super) fn forget(&mut self, mark: usize) {
        self.stack.truncate(mark);
    }

    /// Its children, in order.
    pub(super) fn children(&self, node: Made) -> impl Iterator<Item = Made> + '_ {
        let existing = |node: u32| (node < HIDDEN).then_some(node);
        let first = existing(self.nodes[node.0 as usize].first_child);
        std::iter::successors(first, move |node| existing(self.nodes[*node as usize].next_sibling)).map(Made)
    }

    /// The tree below the root that everything since `mark` makes.
    pub(super) fn finish_root(mut self, mark: usize) -> Vec<Plain> {
        let root = self.finish(Kind::SourceFile, mark);
        let mut plain: Vec<Plain> = Vec::with_capacity(self.nodes.len());
        // What is still to be laid out, the next one last, with its depth.
        let mut open = vec![(root.0, 0)];
        while let Some((node, depth)) = open.pop() {
            let Growing { kind, field, start, end, first_child, next_sibling } = self.nodes[node as usize];
            if next_sibling != NONE {
                open.push((next_sibling, depth));
            }
            if first_child == HIDDEN {
                continue;
            }
            if first_child != NONE {
                open.push((first_child, depth + 1));
            }
            plain.push(Plain { kind, field, depth, start, end });
        }
        plain
    }
}
