//! Alone in its process: it looks at what the process holds.

use python::object::Heap;
use python::vm::{Settings, SourceText, Vm, with_stack};

/// What the process holds, in kilobytes, where the system tells.
fn resident() -> Option<usize> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmRSS:"))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

#[test]
fn ten_thousand_runs_do_not_grow_memory() {
    let text = "
class Node:
    def __init__(self, parent=None):
        self.parent, self.children = parent, []
        if parent:
            parent.children.append(self)
root = Node()
for i in range(5):
    Node(root)
cycle = [lambda: cycle]
try:
    {}['missing']
except KeyError as e:
    kept = e
print(f'{len(root.children):>5}')
";
    with_stack(|| {
        let run = |times| {
            for _ in 0..times {
                let mut vm = Vm::new(Settings::default());
                let source = SourceText {
                    name: "t.py",
                    text,
                    index: 0,
                    statement: None,
                };
                assert_eq!(vm.run_source(source), Ok(()));
                vm.finish();
            }
            resident()
        };
        // The first runs fill the allocator's own stores.
        let (before, after) = (run(1000), run(9000));
        if let (Some(before), Some(after)) = (before, after) {
            assert!(after <= before + 512, "{before} KB, then {after} KB");
        }
        assert_eq!(Heap::bytes(), 0);
    });
}
