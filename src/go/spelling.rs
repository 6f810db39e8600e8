//! A type as one file writes it: with the names that its imports have there. Messages take `Display` instead, which says
//! more and promises less.

use super::types::{Basic, IntSize, Name, Package, Type};

/// Deeper types are not spelled.
const DEEPEST: usize = 12;

/// The Go text of a type, and the names that it is made of: whoever writes it must know that they mean the same there.
/// `package_name` gives the name by which the file knows an import path. `None` for what has no short spelling (literal
/// structs, interfaces and functions), for channels, whose direction is not known here, and for the unknown.
pub fn spelled(of: &Type, package_name: &dyn Fn(&str) -> Option<Name>) -> Option<(String, Vec<Name>)> {
    let mut spelling = Spelling { text: String::new(), names: Vec::new(), package_name };
    spelling.write(of, 0)?;
    Some((spelling.text, spelling.names))
}

struct Spelling<'s> {
    text: String,
    names: Vec<Name>,
    package_name: &'s dyn Fn(&str) -> Option<Name>,
}

impl Spelling<'_> {
    fn write(&mut self, of: &Type, depth: usize) -> Option<()> {
        if depth > DEEPEST {
            return None;
        }
        match of {
            Type::Basic(basic) => self.basic(*basic),
            Type::Named(package, name, arguments) if arguments.is_empty() => {
                if let Package::Path(path) = package {
                    if !name.starts_with(char::is_uppercase) {
                        return None;
                    }
                    let known_as = (self.package_name)(path)?;
                    self.text.push_str(&known_as);
                    self.text.push('.');
                    self.names.push(known_as);
                    self.text.push_str(name);
                } else {
                    self.name(name);
                }
                Some(())
            }
            Type::Pointer(to) => {
                self.text.push('*');
                self.write(to, depth + 1)
            }
            Type::Slice(element) => {
                self.text.push_str("[]");
                self.write(element, depth + 1)
            }
            Type::Array(Some(length), element) => {
                self.text.push_str(&format!("[{length}]"));
                self.write(element, depth + 1)
            }
            Type::Map(key, value) => {
                self.text.push_str("map[");
                self.write(key, depth + 1)?;
                self.text.push(']');
                self.write(value, depth + 1)
            }
            Type::Struct(fields) if fields.is_empty() => {
                self.text.push_str("struct{}");
                Some(())
            }
            Type::Interface { methods, embedded } if methods.is_empty() && embedded.is_empty() => {
                self.name("any");
                Some(())
            }
            Type::Interface { methods, embedded } if embedded.is_empty() => {
                let is_error = matches!(&**methods, [only] if &*only.name == "Error");
                is_error.then(|| self.name("error"))
            }
            _ => None,
        }
    }

    fn name(&mut self, name: &str) {
        self.text.push_str(name);
        self.names.push(name.into());
    }

    fn basic(&mut self, basic: Basic) -> Option<()> {
        let sized = |prefix: &str, size: IntSize| match size {
            // `uint` and `uintptr` are one to us, and two to Go.
            IntSize::Word if prefix == "uint" => None,
            IntSize::Word => Some(prefix.to_owned()),
            IntSize::Bytes(1) if prefix == "uint" => Some("byte".to_owned()),
            IntSize::Bytes(bytes) => Some(format!("{prefix}{}", u32::from(bytes) * 8)),
        };
        let name = match basic {
            Basic::Bool => "bool".to_owned(),
            Basic::String => "string".to_owned(),
            Basic::Int(size) => sized("int", size)?,
            Basic::Uint(size) => sized("uint", size)?,
            Basic::Float(bytes) => format!("float{}", u32::from(bytes) * 8),
            Basic::Complex(bytes) => format!("complex{}", u32::from(bytes) * 8),
            Basic::UnsafePointer => return None,
        };
        self.name(&name);
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::Arc;

    #[test]
    fn packages_have_the_names_that_the_file_gives_them() {
        let known = |path: &str| (path == "net/http").then(|| Name::from("web"));
        let header = Type::Map(Arc::new(Type::STRING), Arc::new(Type::named("net/http", "Header")));
        let (text, names) = spelled(&Type::Slice(Arc::new(header)), &known).expect("a spelling");
        assert_eq!(text, "[]map[string]web.Header");
        assert_eq!(names.iter().map(|name| &**name).collect::<Vec<_>>(), ["string", "web"]);
        assert_eq!(spelled(&Type::named("net/url", "URL"), &known), None, "is not imported");
        assert_eq!(spelled(&Type::named("net/http", "body"), &known), None, "is not exported");
        assert_eq!(spelled(&Type::Slice(Arc::new(Type::Unknown)), &known), None);
        assert_eq!(spelled(&Type::byte_slice(), &known).expect("a spelling").0, "[]byte");
    }
}
