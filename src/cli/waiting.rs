//! What the source says of the lines that wait: the channels, and the buffers that they are made with.

use super::gather::Gathered;
use crate::go::channels::channels_at;
use crate::model::{Grade, WaitOperation, WaitedChannel, WaitingLine};

/// The source of so many lines is looked at, those that wait longest first: each look parses its declaration.
const MOST_LINES: usize = 200;

/// Names the channels of the lines. A file that cannot be read any more names none.
pub(super) fn name_channels(lines: &mut [WaitingLine], gathered: &Gathered) {
    // A line of the profile that today's source does not have has no channels there.
    let today = lines.iter_mut().take(MOST_LINES).filter(|line| line.grade < Grade::Function);
    for line in today {
        let Some(id) = gathered.file_shown_as(&line.path) else { continue };
        let outline = &gathered.tree.file(id).outline;
        let own = line.operations.iter().filter(|waited| waited.within.is_none()).map(|waited| waited.operation);
        let mut operations: Vec<WaitOperation> = own.collect();
        operations.sort_unstable();
        operations.dedup();
        let on_channels = |operation: &WaitOperation| {
            matches!(operation, WaitOperation::Send | WaitOperation::Receive | WaitOperation::Select)
        };
        operations.retain(on_channels);
        let declaration = outline.declaration_at_line(line.line);
        let (Some(declaration), false) = (declaration, operations.is_empty()) else { continue };
        let Some(source) = gathered.source(id) else { continue };
        let found = operations.into_iter().map(|each| channels_at(&source.text, outline, declaration, line.line, each));
        let mut channels: Vec<WaitedChannel> = found.flatten().collect();
        channels.dedup();
        line.channels = channels;
    }
}
