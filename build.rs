//! Lists the rules that heaplint brings: every folder of `rules/` that holds a `rule.toml`, with the query of its name
//! and what was measured of it; and says which commit a release build is of.
//!
//! The list is made when heaplint is built, so that adding a rule needs no Rust. `src/rule/shipped.rs` includes it.

#[path = "packaging/commit.rs"]
mod commit;

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, io};

/// Names the commit where neither git nor the tarball can.
const VARIABLE: &str = "HEAPLINT_COMMIT";

fn main() -> io::Result<()> {
    let manifest = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let root = Path::new(&manifest);
    list_the_rules(root)?;
    tell_the_version(root);
    Ok(())
}

fn list_the_rules(root: &Path) -> io::Result<()> {
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

/// `HEAPLINT_VERSION` for `--version`. Builds for work on heaplint itself name no commit: they would have to be made again after
/// every one.
fn tell_the_version(root: &Path) {
    let version = env::var("CARGO_PKG_VERSION").unwrap_or_default();
    println!("cargo::rerun-if-env-changed={VARIABLE}");
    let told = match env::var("PROFILE").as_deref() {
        Ok("release") => {
            let commit::Commit { name, watched } = commit::commit(root, env::var(VARIABLE).ok().as_deref());
            watched.iter().for_each(|path| println!("cargo::rerun-if-changed={}", path.display()));
            name.map_or(version.clone(), |name| format!("{version} ({name})"))
        }
        _ => format!("{version} (not optimised)"),
    };
    println!("cargo::rustc-env=HEAPLINT_VERSION={told}");
}
