//! The ids of a profile's tables, resolved to indices: a list where ids are dense, so that a look-up costs one load.
//!
//! It holds no records, only where they are.

use super::error::{ReadError, malformed};
use std::collections::HashMap;

/// The ids of one table, which writers number from 1 without gaps but need not.
pub(crate) struct Ids {
    /// Index plus one, by id; 0 where there is none.
    dense: Vec<u32>,
    sparse: HashMap<u64, u32>,
    field: &'static str,
}

impl Ids {
    /// Room for `count` ids numbered from 1; others find theirs too. `field` is the name for errors.
    pub(crate) fn new(count: usize, field: &'static str) -> Self {
        Ids { dense: vec![0; count + 1], sparse: HashMap::new(), field }
    }

    /// Enters `id`; an id that is 0 or taken is malformed.
    pub(crate) fn insert(&mut self, id: u64, index: u32, offset: usize) -> Result<(), ReadError> {
        if id == 0 {
            return Err(malformed(offset, self.field, "the id is 0, which is reserved"));
        }
        let known = match usize::try_from(id).ok().and_then(|id| self.dense.get_mut(id)) {
            Some(slot) => std::mem::replace(slot, index + 1) != 0,
            None => self.sparse.insert(id, index).is_some(),
        };
        if known {
            return Err(malformed(offset, self.field, format!("the id {id} is used twice")));
        }
        Ok(())
    }

    /// The index that was entered for `id`; `field` is what names it.
    #[inline]
    pub(crate) fn resolve(&self, id: u64, offset: usize, field: &'static str) -> Result<u32, ReadError> {
        let known = match usize::try_from(id).ok().and_then(|id| self.dense.get(id)) {
            Some(slot) => slot.checked_sub(1),
            None => self.sparse.get(&id).copied(),
        };
        known.ok_or_else(|| malformed(offset, field, format!("nothing has the id {id}")))
    }
}
