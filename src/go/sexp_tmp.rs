#[test]
fn sexp() {
    for line in std::fs::read_to_string("/tmp/sexp.in").unwrap().lines() {
        let t = super::syntax::parse(&mut super::syntax::parser().unwrap(), line.as_bytes()).unwrap();
        println!("{line}\n   {}", t.root_node().to_sexp());
    }
}
