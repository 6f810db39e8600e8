//! Writing the answer to standard output.
//!
//! A reader who leaves early (`heaplint check | head`) is no error: from then on bytes are dropped and the run's own exit
//! code stands.

use std::io::{self, BufWriter, StdoutLock, Write};

/// Standard output, buffered, which swallows everything once its reader has left.
pub struct StandardOutput(Sink<StdoutLock<'static>>);

impl StandardOutput {
    /// Locks standard output until it is dropped.
    pub fn lock() -> Self {
        StandardOutput(Sink { out: BufWriter::with_capacity(1 << 16, io::stdout().lock()), reader_left: false })
    }
}

impl Write for StandardOutput {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    /// Errors other than a closed pipe come out here: call it once at the end, dropping hides them.
    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}

struct Sink<W: Write> {
    out: BufWriter<W>,
    reader_left: bool,
}

impl<W: Write> Sink<W> {
    fn forgive<T>(&mut self, result: io::Result<T>, instead: T) -> io::Result<T> {
        match result {
            Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
                self.reader_left = true;
                Ok(instead)
            }
            result => result,
        }
    }
}

impl<W: Write> Write for Sink<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.reader_left {
            return Ok(bytes.len());
        }
        let result = self.out.write(bytes);
        self.forgive(result, bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.reader_left {
            return Ok(());
        }
        let result = self.out.flush();
        self.forgive(result, ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Failing(io::ErrorKind);

    impl Write for Failing {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(self.0.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn write_to(out: impl Write, bytes: &[u8]) -> io::Result<()> {
        let mut sink = Sink { out: BufWriter::with_capacity(4, out), reader_left: false };
        sink.write_all(bytes)?;
        sink.write_all(bytes)?;
        sink.flush()
    }

    #[test]
    fn a_reader_who_left_is_success_and_a_full_disk_is_not() {
        assert!(write_to(Failing(io::ErrorKind::BrokenPipe), b"finding").is_ok());
        assert!(write_to(Failing(io::ErrorKind::StorageFull), b"finding").is_err());
        let mut kept = Vec::new();
        write_to(&mut kept, b"finding").unwrap();
        assert_eq!(kept, b"findingfinding");
    }
}
