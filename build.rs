//! Lists the rules that heaplint brings: every folder of `rules/` that holds a `rule.toml`, with the query of its name
//! and what was measured of it.
//!
//! The list is made when heaplint is built, so that adding a rule needs no Rust. `src/rule/shipped.rs` includes it.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

fn main() -> io::Result<()> {
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let root = Path::new(&manifest);
    let mut ids = Vec::new();
    for entry in fs::read_dir(root.join("rules"))? {
        let folder = entry?.path();
        if folder.join("rule.toml").exists() {
            ids.extend(folder.file_name().and_then(|name| name.to_str()).map(str::to_owned));
        }
    }
    ids.sort();
    println!("cargo::rerun-if-changed=rules");
    println!("cargo::rerun-if-changed=queries");

    let mut list = String::from("&[\n");
    for id in ids {
        let toml = root.join("rules").join(&id).join("rule.toml");
        let query = root.join("queries").join(format!("{id}.scm"));
        let proof = root.join("rules").join(&id).join("proof.toml");
        let proof = if proof.exists() { format!("Some(include_str!({proof:?}))") } else { "None".to_owned() };
        let texts = format!("toml: include_str!({toml:?}), query: include_str!({query:?}), proof: {proof}");
        let _ = writeln!(list, "Shipped {{ id: {id:?}, {texts} }},");
    }
    list.push(']');
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    fs::write(Path::new(&out).join("shipped.rs"), list)
}
