//! The two states of the source that a run about a change compares: what stands in for files of the disk in each.

use super::args_changes::ChangesAsked;
use crate::edge::{Discovery, GitChanges, GitError, MAX_SOURCE_BYTES, Overlay, Scratch, WorkTree};
use std::path::PathBuf;
use std::sync::Arc;

/// What stands in for the disk: what is judged, and what was there before.
pub(super) struct Overlays {
    pub(super) now: Overlay,
    pub(super) then: Overlay,
}

impl Overlays {
    pub(super) fn of(
        asked: &ChangesAsked,
        tree: &WorkTree,
        changes: &GitChanges,
        found: &mut Discovery,
        scratch: &Scratch,
    ) -> Result<Overlays, GitError> {
        let mut now = Overlay::default();
        if *asked == ChangesAsked::Staged {
            stage(&mut now, tree, changes, found, scratch)?;
        }
        let mut then = now.clone();
        for path in &changes.untracked {
            then.set(path.clone(), None);
        }
        let names: Vec<String> = changes.files.iter().filter_map(|file| file.blob_then.clone()).collect();
        let mut contents = tree.contents(&names, scratch)?.into_iter();
        // What is new first: another file may have stood there.
        for file in changes.files.iter().filter(|file| file.then.is_none()) {
            file.now.iter().for_each(|path| then.set(path.clone(), None));
        }
        for file in &changes.files {
            let Some(was) = &file.then else { continue };
            let content: Option<Arc<[u8]>> = match &file.blob_then {
                Some(_) => contents.next().flatten().map(Arc::from),
                // The same content under another name.
                None => {
                    let read = |path: &PathBuf| now.read(path, &path.to_string_lossy(), MAX_SOURCE_BYTES).ok();
                    file.now.as_ref().and_then(read).map(Arc::from)
                }
            };
            // In its own folder a renamed file stands for what it was; a package that it left still had it.
            let left = file.now.as_ref().is_none_or(|now| now.parent() != was.parent());
            if let Some(now) = file.now.as_ref().filter(|now| *now != was) {
                then.set(now.clone(), content.clone());
            }
            if left || file.now.as_ref() == Some(was) {
                then.set(was.clone(), content);
            }
        }
        Ok(Overlays { now, then })
    }
}

/// Lets the index stand in for the work tree wherever they differ: types of packages that did not change count as they will be
/// committed, too.
fn stage(
    now: &mut Overlay,
    tree: &WorkTree,
    changes: &GitChanges,
    found: &mut Discovery,
    scratch: &Scratch,
) -> Result<(), GitError> {
    let (modified, untracked) = tree.unstaged(scratch)?;
    for path in untracked
        .into_iter()
        .chain(changes.files.iter().filter(|file| file.now.is_none()).filter_map(|file| file.then.clone()))
    {
        now.set(path, None);
    }
    let named: Vec<(&PathBuf, String)> =
        modified.iter().filter_map(|path| Some((path, tree.staged_name(path)?))).collect();
    let names: Vec<String> = named.iter().map(|(_, name)| name.clone()).collect();
    for ((path, _), content) in named.into_iter().zip(tree.contents(&names, scratch)?) {
        now.set(path.clone(), content.map(Arc::from));
    }
    for module in found.modules.iter_mut() {
        if let Some(Some(text)) = now.get(&module.root.join("go.mod")) {
            module.text = text.to_vec();
        }
    }
    Ok(())
}
