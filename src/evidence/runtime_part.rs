//! What the frames below a line are busy with: the allocator, the collector, types, maps, waiting.
//!
//! Names are those of Go 1.21 to 1.27's runtime. Other profiles than heap profiles keep the runtime's frames, so that the
//! leaf is known.

use super::{Charge, Evidence};
use crate::model::WaitOperation;

/// What a sample's time went to, seen from the line that it is charged to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimePart {
    /// The line's own instructions.
    Itself,
    /// The allocator.
    Allocation,
    /// The collector.
    Collection,
    /// Type assertions, type switches, conversions to interfaces.
    Types,
    /// Map access and hashing.
    Maps,
    /// Anything else.
    Rest,
}

/// Functions of the collector that work for whoever allocates, or by themselves.
const COLLECTION: [&str; 24] = [
    "gcWriteBarrier",
    "runtime.gcWriteBarrier",
    "runtime.wbBufFlush",
    "runtime.wbZero",
    "runtime.wbMove",
    "runtime.bulkBarrierPreWrite",
    "runtime.gcAssistAlloc",
    "runtime.gcParkAssist",
    "runtime.deductAssistCredit",
    "runtime.deductSweepCredit",
    "runtime.gcmarknewobject",
    "runtime.gcDrain",
    "runtime.gcBgMarkWorker",
    "runtime.gcStart",
    "runtime.gcMark",
    "runtime.gcSweep",
    "runtime.bgsweep",
    "runtime.bgscavenge",
    "runtime.sweepone",
    "runtime.(*sweepLocked).sweep",
    "runtime.(*mheap).reclaim",
    "runtime.scanobject",
    "runtime.greyobject",
    "runtime.GC",
];

/// Functions that allocate, or that make a map larger.
const ALLOCATION: [&str; 26] = [
    "runtime.mallocgc",
    "runtime.newobject",
    "runtime.newarray",
    "runtime.makeslice",
    "runtime.growslice",
    "runtime.makemap",
    "runtime.makechan",
    "runtime.concatstring",
    "runtime.rawstring",
    "runtime.rawbyteslice",
    "runtime.rawruneslice",
    "runtime.slicebytetostring",
    "runtime.stringtoslicebyte",
    "runtime.slicerunetostring",
    "runtime.stringtoslicerune",
    "runtime.intstring",
    "runtime.hashGrow",
    "runtime.growWork",
    "runtime.evacuate",
    "internal/runtime/maps.New",
    "internal/runtime/maps.newTable",
    "internal/runtime/maps.newGroups",
    "internal/runtime/maps.(*Map).growTo",
    "internal/runtime/maps.(*table).grow",
    "internal/runtime/maps.(*table).rehash",
    "internal/runtime/maps.(*table).split",
];

/// What the compiler calls for assertions, type switches and conversions.
const TYPES: [&str; 11] = [
    "runtime.assertE2I",
    "runtime.assertI2I",
    "runtime.typeAssert",
    "runtime.interfaceSwitch",
    "runtime.getitab",
    "runtime.convT",
    "runtime.convI2I",
    "runtime.ifaceeq",
    "runtime.efaceeq",
    "runtime.panicdottype",
    "runtime.panicnildottype",
];

/// What the compiler calls for maps, and the hashes of their keys.
const MAPS: [&str; 12] = [
    "runtime.mapaccess",
    "runtime.mapassign",
    "runtime.mapdelete",
    "runtime.mapiter",
    "runtime.mapIter",
    "runtime.mapclear",
    "runtime.mapclone",
    "internal/runtime/maps.",
    "runtime.memhash",
    "runtime.strhash",
    "runtime.typehash",
    "aeshash",
];

fn is_one_of(name: &str, starts: &[&str]) -> bool {
    starts.iter().any(|start| name.starts_with(start))
}

/// Whether this is where a goroutine stood when it was stopped from outside: the line's own time.
fn is_preemption(name: &str) -> bool {
    name.starts_with("runtime.asyncPreempt")
}

/// Whether nothing lies below the line but the mark of having been stopped.
pub fn is_line_itself(evidence: &Evidence, charge: Charge) -> bool {
    evidence.below(charge).iter().all(|frame| is_preemption(evidence.plain_name(*frame)))
}

/// What the time of a stack went to. Collecting counts before allocating, because a line that allocates is made to help;
/// types and maps count only where the line itself asks for them, not the library that it calls.
pub fn time_part(evidence: &Evidence, charge: Charge) -> TimePart {
    let below = evidence.below(charge);
    let anywhere = |starts: &[&str]| below.iter().any(|frame| is_one_of(evidence.plain_name(*frame), starts));
    let directly = |starts: &[&str]| below.last().is_some_and(|frame| is_one_of(evidence.plain_name(*frame), starts));
    if is_line_itself(evidence, charge) {
        TimePart::Itself
    } else if anywhere(&COLLECTION) {
        TimePart::Collection
    } else if anywhere(&ALLOCATION) {
        TimePart::Allocation
    } else if directly(&TYPES) {
        TimePart::Types
    } else if directly(&MAPS) {
        TimePart::Maps
    } else {
        TimePart::Rest
    }
}

/// Whether a stack is the collector's own goroutine or thread, which works for no line.
pub fn is_background_collection(evidence: &Evidence, stack: u32) -> bool {
    evidence.profile.stacks.get(stack).iter().any(|frame| {
        let name = evidence.plain_name(*frame);
        ["runtime.gcBgMarkWorker", "runtime.bgsweep", "runtime.bgscavenge"].iter().any(|start| name.starts_with(start))
    })
}

/// What a stack of a block or mutex profile waited for, by its leaf.
pub fn wait_operation(evidence: &Evidence, stack: u32) -> WaitOperation {
    let Some(leaf) = evidence.profile.stacks.get(stack).first() else { return WaitOperation::Other };
    match evidence.plain_name(*leaf) {
        "runtime.chansend" | "runtime.chansend1" => WaitOperation::Send,
        "runtime.chanrecv" | "runtime.chanrecv1" | "runtime.chanrecv2" => WaitOperation::Receive,
        "runtime.selectgo" => WaitOperation::Select,
        "sync.(*WaitGroup).Wait" => WaitOperation::Group,
        "sync.(*Cond).Wait" => WaitOperation::Condition,
        "sync.(*RWMutex).RLock" => WaitOperation::ReadLock,
        name if name.ends_with(".Lock") => WaitOperation::Lock,
        name if name.ends_with("nlock") || name.starts_with("runtime.unlock") => WaitOperation::Unlock,
        _ => WaitOperation::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::{Transparent, observe};
    use crate::go::module_index::{Module, ModuleIndex};
    use crate::go::outline::outline;
    use crate::go::tree::{SourceFile, SourceTree};
    use crate::go::words::Words;
    use crate::profile::{Limits, read};
    use std::sync::Arc;

    /// The tree of one module with one file, in which F begins on line 3.
    fn tree() -> SourceTree {
        let root = crate::go::types::Name::from("/src/m");
        let module = Module { path: "example.com/m".into(), root: root.clone(), go: None, toolchain: None };
        let mut tree = SourceTree::new(ModuleIndex::new(vec![module]));
        let text = b"package m\n\nfunc F() {\n\tx()\n}\n";
        tree.add(SourceFile {
            shown: "m.go".into(),
            root,
            inside: "m.go".to_owned(),
            import_path: "example.com/m".into(),
            outline: Arc::new(outline(text, &Words::new(std::iter::empty::<&str>()))),
        });
        tree
    }

    /// A profile with one stack: these functions below `F`, the leaf first.
    fn stack(below: &[&str]) -> crate::profile::Profile {
        let mut text = String::from("heap profile: 1: 1 [1: 1] @ heap/1\n1: 1 [1: 1] @ 0x1");
        (0..below.len()).for_each(|at| text += &format!(" {:#x}", at + 2));
        text.push('\n');
        for (at, name) in below.iter().enumerate() {
            text += &format!("#\t{:#x}\t{name}+0x1\t/go/src/x.go:4\n", at + 1);
        }
        text += &format!("#\t{:#x}\texample.com/m.F+0x1\t/src/m/m.go:4\n", below.len() + 1);
        let mut profile = read(text.as_bytes(), &Limits::STANDARD).unwrap();
        profile.heap_pairs.clear();
        profile
    }

    #[test]
    fn each_stack_is_in_one_part() {
        let cases: [(&[&str], TimePart); 15] = [
            (&[], TimePart::Itself),
            (&["runtime.asyncPreempt2", "runtime.asyncPreempt"], TimePart::Itself),
            (&["runtime.memmove", "runtime.growslice"], TimePart::Allocation),
            (&["runtime.mallocgc", "runtime.convT64"], TimePart::Allocation),
            (&["runtime.convT64"], TimePart::Types),
            (&["runtime.gcDrainN", "runtime.gcAssistAlloc1", "runtime.mallocgc"], TimePart::Collection),
            (&["gcWriteBarrier"], TimePart::Collection),
            (&["runtime.typeAssert"], TimePart::Types),
            (&["runtime.typeAssert", "fmt.Sprint"], TimePart::Rest),
            (&["aeshashbody", "runtime.mapassign_faststr"], TimePart::Maps),
            (&["internal/runtime/maps.(*table).rehash", "runtime.mapassign_fast64"], TimePart::Allocation),
            (&["runtime.mapaccess1_faststr", "net/http.Header.Get"], TimePart::Rest),
            (&["runtime.mallocgc", "strings.Repeat"], TimePart::Allocation),
            (&["runtime.memmove"], TimePart::Rest),
            (&["strings.Repeat"], TimePart::Rest),
        ];
        let tree = tree();
        for (below, expected) in cases {
            let profile = stack(below);
            let evidence = observe(&profile, &tree, &Transparent::default());
            let charge = evidence.charges(0)[0];
            assert_eq!(time_part(&evidence, charge), expected, "{below:?}");
        }
    }

    #[test]
    fn the_leaf_says_what_is_waited_for() {
        let tree = tree();
        for (leaf, expected) in [
            ("runtime.chanrecv2", WaitOperation::Receive),
            ("runtime.selectgo", WaitOperation::Select),
            ("internal/sync.(*Mutex).Lock", WaitOperation::Lock),
            ("sync.(*RWMutex).RLock", WaitOperation::ReadLock),
            ("sync.(*RWMutex).RUnlock", WaitOperation::Unlock),
            ("runtime.unlock2", WaitOperation::Unlock),
            ("runtime.semacquire", WaitOperation::Other),
        ] {
            let profile = stack(&[leaf]);
            let evidence = observe(&profile, &tree, &Transparent::default());
            assert_eq!(wait_operation(&evidence, evidence.charges(0)[0].stack), expected, "{leaf}");
        }
    }
}
