//! The settings file that `heaplint init` writes: every key, commented out, with what it does.

use super::keys::KEYS;
use crate::model::{SettingScope, SettingShape};
use std::fmt::Write as _;

/// Columns of the comments.
const WIDTH: usize = 100;

/// The text of a new heaplint.toml. As it stands it changes nothing.
pub fn starter() -> String {
    let mut text = String::from(
        "# Settings of heaplint. Each key stands here with an example, commented out: without it heaplint's own default holds.\n\
         # `heaplint config show PATH` says what holds for a path and who says so.\n",
    );
    for (scope, title) in [
        (SettingScope::Path, "For the Go files that this file is the nearest heaplint.toml of"),
        (SettingScope::Run, "For runs that are started in this folder or below it"),
    ] {
        let _ = write!(text, "\n# {title}.\n");
        let is_table = |shape| matches!(shape, SettingShape::Levels | SettingShape::Overrides);
        for key in KEYS.iter().filter(|key| key.scope == scope) {
            text.push('\n');
            comment(key.what, &mut text);
            let default = if key.default.is_empty() || is_table(key.shape) {
                String::new()
            } else {
                format!(" By default {}.", key.default)
            };
            if !default.is_empty() {
                comment(default.trim_start(), &mut text);
            }
            let _ = writeln!(text, "#{} = {}", key.name, key.example);
        }
    }
    text
}

fn comment(words: &str, text: &mut String) {
    let mut line = String::from("#");
    for word in words.split_whitespace() {
        if line.len() + 1 + word.len() > WIDTH {
            text.push_str(&line);
            text.push('\n');
            line = String::from("#");
        }
        line.push(' ');
        line.push_str(word);
    }
    text.push_str(&line);
    text.push('\n');
}
