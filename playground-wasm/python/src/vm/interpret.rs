//! The interpreter's loop. Calls of functions of the program, `__init__` included, and the steps of generators
//! push frames here instead of recursing; operations that are more than a few lines live in the files of their
//! groups.

use std::cell::RefCell;
use std::rc::Rc;

use super::frame::{Frame, Then};
use super::generator::as_generator;
use super::limits::NATIVE_DEPTH;
use super::namespace::BUILTIN;
use super::{Raised, Result, Vm};
use crate::code::{BinaryOperator, CompareOperator, Op};
use crate::object::{Function, Iter, Object, Payload, Value};

impl Vm {
    /// Runs a frame, and those that it calls, to its end.
    pub(crate) fn execute(&mut self, frame: Box<Frame>) -> Result {
        self.execute_with(frame, None)
    }

    /// As [`Vm::execute`], beginning with an exception at the frame's instruction.
    pub(crate) fn execute_with(&mut self, mut frame: Box<Frame>, raise: Option<Raised>) -> Result {
        let deep = self.native_depth >= NATIVE_DEPTH || self.depth >= self.settings.recursion;
        if deep {
            if let Some(generator) = frame.generator.take() {
                self.finish_generator(&generator);
            }
            return Err(self.too_deep(" while calling a Python object"));
        }
        self.charge(8)?;
        self.native_depth += 1;
        self.depth += 1;
        let code = std::mem::replace(&mut self.code, frame.code.clone());
        let pc = self.pc;
        self.take_over_handled(&mut frame);
        let result = self.run(frame, raise);
        self.code = code;
        self.pc = pc;
        self.native_depth -= 1;
        result
    }

    /// What is being handled goes on being handled in a frame that is entered; a generator that was suspended
    /// inside a handler handles its own exception.
    #[inline]
    fn take_over_handled(&mut self, frame: &mut Frame) {
        frame.handled = self.handled.clone();
        if let Some(own) = frame.own_handled.take() {
            self.handled = Some(own);
        }
    }

    /// Makes a frame the one that is executed; the present one waits for its result.
    #[inline]
    pub(crate) fn push_frame(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        mut new: Box<Frame>,
    ) -> Result<()> {
        if self.depth >= self.settings.recursion {
            if let Some(generator) = new.generator.take() {
                self.finish_generator(&generator);
            }
            return Err(self.too_deep(""));
        }
        self.charge(8)?;
        self.depth += 1;
        self.take_over_handled(&mut new);
        frame.pc = *pc;
        *pc = new.pc;
        if !Rc::ptr_eq(&self.code, &new.code) {
            self.code = new.code.clone();
        }
        self.frames.push(std::mem::replace(frame, new));
        Ok(())
    }

    fn run(&mut self, mut frame: Box<Frame>, raise: Option<Raised>) -> Result {
        let base = self.frames.len();
        let mut pc = frame.pc;
        /// Goes on in the frame that handles the exception, or leaves the loop.
        macro_rules! fail {
            ($raised:expr, $note:expr) => {{
                let raised = $raised;
                match self.unwind(frame, pc, raised, base, $note) {
                    Ok(next) => {
                        frame = next;
                        pc = frame.pc;
                        continue;
                    }
                    Err(raised) => return Err(raised),
                }
            }};
        }
        macro_rules! attempt {
            ($result:expr) => {
                match $result {
                    Ok(value) => value,
                    Err(raised) => fail!(raised, true),
                }
            };
        }
        if let Some(raised) = raise {
            match self.unwind(frame, pc, raised, base, true) {
                Ok(next) => {
                    frame = next;
                    pc = frame.pc;
                }
                Err(raised) => return Err(raised),
            }
        }
        loop {
            let op = frame.code.ops[pc];
            self.pc = pc;
            pc += 1;
            match op {
                Op::Const { d, k } => {
                    let value = match &frame.code.constants[k as usize] {
                        Value::Int(value) => {
                            let value = *value;
                            frame.set_int(d, value);
                            continue;
                        }
                        value => value.clone(),
                    };
                    frame.set(d, value);
                }
                Op::Move { d, s } => {
                    if let Value::Int(value) = frame.regs[s as usize] {
                        frame.set_int(d, value);
                        continue;
                    }
                    let value = frame.take(s);
                    frame.set(d, value);
                }
                Op::Copy { d, s } => {
                    if let Value::Obj(object) = &frame.regs[s as usize] {
                        let object = object.clone();
                        frame.regs[d as usize] = Value::Obj(object);
                        continue;
                    }
                    let value = frame.regs[s as usize].clone();
                    frame.set(d, value);
                }
                Op::Clear { r } => frame.regs[r as usize] = Value::Unbound,
                Op::CheckLocal { r } => {
                    if frame.regs[r as usize].is_unbound() {
                        fail!(self.unbound_local(&frame, r), true);
                    }
                }
                Op::DeleteLocal { r } => {
                    if frame.regs[r as usize].is_unbound() {
                        fail!(self.unbound_local(&frame, r), true);
                    }
                    frame.regs[r as usize] = Value::Unbound;
                }
                Op::LoadCell { d, cell } => {
                    let value = cell_value(&frame, cell);
                    if value.is_unbound() {
                        fail!(self.unbound_cell(&frame, cell), true);
                    }
                    frame.set(d, value);
                }
                Op::StoreCell { cell, s } => {
                    let value = frame.take(s);
                    if let Payload::Cell(slot) = &frame.cells[cell as usize].payload {
                        drop(slot.replace(value));
                    }
                }
                Op::DeleteCell { cell } => {
                    if cell_value(&frame, cell).is_unbound() {
                        fail!(self.unbound_cell(&frame, cell), true);
                    }
                    if let Payload::Cell(slot) = &frame.cells[cell as usize].payload {
                        drop(slot.take());
                    }
                }
                Op::LoadClassCell { d, cell } => {
                    let value = attempt!(self.load_class_cell(&frame, cell));
                    frame.set(d, value);
                }
                Op::LoadCellObject { d, cell } => {
                    let object = frame.cells[cell as usize].clone();
                    frame.set(d, object.into());
                }
                Op::LoadGlobal { d, n } => {
                    let Frame {
                        code,
                        globals,
                        regs,
                        ..
                    } = &mut *frame;
                    let cached = code.caches[self.pc].get();
                    if cached & BUILTIN == 0
                        && let table = globals.payload.dict().borrow()
                        && let Some(value) = table.cached(cached as usize, &code.names[n as usize])
                    {
                        store_copy(&mut regs[d as usize], value);
                        continue;
                    }
                    let value = attempt!(self.load_global(&frame, n));
                    frame.set(d, value);
                }
                Op::StoreGlobal { n, s } => {
                    let value = frame.take(s);
                    let name = &frame.code.names[n as usize];
                    let cache = &frame.code.caches[self.pc];
                    let mut globals = frame.globals.payload.dict().borrow_mut();
                    let slot = cache.get() as usize;
                    let old = if globals.cached(slot, name).is_some() {
                        Some(globals.replace_at(slot, value))
                    } else {
                        let old = globals.insert_str(name.clone(), value);
                        cache.set(globals.find_str(name).unwrap_or(0) as u64);
                        old
                    };
                    drop(globals);
                    drop(old);
                }
                Op::DeleteGlobal { n } => {
                    let name = &frame.code.names[n as usize];
                    let old = frame.globals.payload.dict().borrow_mut().remove_str(name);
                    if old.is_none() {
                        let name = name.clone();
                        fail!(self.name_error(&name), true);
                    }
                }
                Op::LoadName { d, n } => {
                    let value = attempt!(self.load_name(&frame, n));
                    frame.set(d, value);
                }
                Op::StoreName { n, s } => {
                    let value = frame.take(s);
                    attempt!(self.store_name(&frame, n, value));
                }
                Op::DeleteName { n } => attempt!(self.delete_name(&frame, n)),
                Op::LoadAttr { d, o, n } => {
                    if !self.cached_attr(&mut frame, d, o, n) {
                        attempt!(self.load_attr(&mut frame, &mut pc, d, o, n));
                    }
                }
                Op::StoreAttr { o, n, s } => {
                    attempt!(self.store_attr(&mut frame, &mut pc, o, n, s));
                }
                Op::DeleteAttr { o, n } => {
                    let object = frame.take(o);
                    let name = frame.code.names[n as usize].clone();
                    attempt!(self.delete_attr(&object, &name));
                }
                Op::LoadMethod { d, o, n } => {
                    let (function, receiver) = match self.cached_method(&frame, o, n) {
                        Some(function) => (function, frame.take(o)),
                        None => attempt!(self.load_method_op(&mut frame, o, n)),
                    };
                    frame.set(d, function);
                    frame.set(d + 1, receiver);
                }
                Op::LoadItem { d, o, k } => {
                    let quick = match (&frame.regs[o as usize], &frame.regs[k as usize]) {
                        (Value::Obj(object), Value::Int(index)) => match &object.payload {
                            Payload::List(list)
                                if *index >= 0 && Rc::ptr_eq(&object.class, &self.types.list) =>
                            {
                                list.get(*index as usize)
                            }
                            _ => None,
                        },
                        _ => None,
                    };
                    let value = match quick {
                        Some(value) => {
                            frame.consume(o);
                            frame.consume(k);
                            value
                        }
                        None => {
                            let object = frame.take(o);
                            let key = frame.take(k);
                            attempt!(self.get_item(&object, &key))
                        }
                    };
                    frame.set(d, value);
                }
                Op::StoreItem { o, k, s } => {
                    let value = frame.take(s);
                    let object = frame.take(o);
                    let key = frame.take(k);
                    attempt!(self.set_item(&object, &key, value));
                }
                Op::DeleteItem { o, k } => {
                    let object = frame.take(o);
                    let key = frame.take(k);
                    attempt!(self.delete_item(&object, &key));
                }
                Op::Binary { op, d, a, b } => {
                    if let Some(value) =
                        quick_integers(op, &frame.regs[a as usize], &frame.regs[b as usize])
                    {
                        frame.set_int(d, value);
                        continue;
                    }
                    let quick = quick_floats(op, &frame.regs[a as usize], &frame.regs[b as usize]);
                    let value = match quick {
                        Some(value) => {
                            frame.consume(a);
                            frame.consume(b);
                            value
                        }
                        None => {
                            let x = frame.take(a);
                            let y = frame.take(b);
                            attempt!(self.binary(op, &x, &y))
                        }
                    };
                    frame.set(d, value);
                }
                Op::InPlace { op, d, a, b } => {
                    if let Some(value) =
                        quick_integers(op, &frame.regs[a as usize], &frame.regs[b as usize])
                    {
                        frame.set_int(d, value);
                        continue;
                    }
                    let quick = quick_floats(op, &frame.regs[a as usize], &frame.regs[b as usize]);
                    let value = match quick {
                        Some(value) => {
                            frame.consume(a);
                            frame.consume(b);
                            value
                        }
                        None => {
                            // A string that only this variable holds grows in place.
                            let x = if a == d && a != b {
                                std::mem::take(&mut frame.regs[a as usize])
                            } else {
                                frame.take(a)
                            };
                            let y = frame.take(b);
                            match self.in_place_op(op, x, y) {
                                Ok(value) => value,
                                Err((x, raised)) => {
                                    if a == d && a < frame.first {
                                        frame.set(a, x);
                                    }
                                    fail!(raised, true)
                                }
                            }
                        }
                    };
                    frame.set(d, value);
                }
                Op::BinaryInt { op, d, a, b } => {
                    let right = i64::from(b);
                    if let Value::Int(x) = &frame.regs[a as usize]
                        && let Some(value) = quick_integer(op, *x, right)
                    {
                        frame.set_int(d, value);
                        continue;
                    }
                    let x = frame.take(a);
                    let value = attempt!(self.binary(op, &x, &Value::Int(right)));
                    frame.set(d, value);
                }
                Op::InPlaceInt { op, d, a, b } => {
                    let right = i64::from(b);
                    if let Value::Int(x) = &frame.regs[a as usize]
                        && let Some(value) = quick_integer(op, *x, right)
                    {
                        frame.set_int(d, value);
                        continue;
                    }
                    let x = frame.take(a);
                    let value = attempt!(self.in_place(op, &x, &Value::Int(right)));
                    frame.set(d, value);
                }
                Op::Compare { op, d, a, b } => {
                    let quick = quick_compare(op, &frame.regs[a as usize], &frame.regs[b as usize]);
                    let value = match quick {
                        Some(value) => {
                            frame.consume(a);
                            frame.consume(b);
                            Value::Bool(value)
                        }
                        None => {
                            let x = frame.take(a);
                            let y = frame.take(b);
                            attempt!(self.compare(op, &x, &y))
                        }
                    };
                    frame.set(d, value);
                }
                Op::SkipCompare { op, a, b } => {
                    if let (Value::Int(x), Value::Int(y)) =
                        (&frame.regs[a as usize], &frame.regs[b as usize])
                        && let Some(holds) = compare_integers(op, *x, *y)
                    {
                        pc += usize::from(holds);
                        continue;
                    }
                    let quick = quick_compare(op, &frame.regs[a as usize], &frame.regs[b as usize]);
                    let holds = match quick {
                        Some(value) => {
                            frame.consume(a);
                            frame.consume(b);
                            value
                        }
                        None => {
                            let x = frame.take(a);
                            let y = frame.take(b);
                            attempt!(self.condition(op, &x, &y))
                        }
                    };
                    pc += usize::from(holds);
                }
                Op::SkipCompareInt { op, a, b } => {
                    let right = i64::from(b);
                    let holds = match &frame.regs[a as usize] {
                        Value::Int(x) => compare_integers(op, *x, right).unwrap_or(false),
                        _ => {
                            let x = frame.take(a);
                            attempt!(self.condition(op, &x, &Value::Int(right)))
                        }
                    };
                    pc += usize::from(holds);
                }
                Op::Negative { d, s } => {
                    let operand = frame.take(s);
                    let value = attempt!(self.unary('-', &operand));
                    frame.set(d, value);
                }
                Op::Positive { d, s } => {
                    let operand = frame.take(s);
                    let value = attempt!(self.unary('+', &operand));
                    frame.set(d, value);
                }
                Op::Invert { d, s } => {
                    let operand = frame.take(s);
                    let value = attempt!(self.unary('~', &operand));
                    frame.set(d, value);
                }
                Op::Not { d, s } => {
                    let operand = frame.take(s);
                    let value = attempt!(self.truthy(&operand));
                    frame.set(d, Value::Bool(!value));
                }
                Op::Jump { to } => pc = to as usize,
                Op::LoopJump { to } => {
                    let mut steps = self.pc.abs_diff(to as usize) as u64 + 1;
                    if self.settings.trace {
                        steps -= self.lines_between(&frame, self.pc, to as usize);
                    }
                    attempt!(self.charge(steps));
                    attempt!(self.attend_remains());
                    pc = to as usize;
                }
                Op::SkipIfTrue { s } => {
                    let value = frame.take(s);
                    pc += usize::from(attempt!(self.truthy(&value)));
                }
                Op::SkipIfFalse { s } => {
                    let value = frame.take(s);
                    pc += usize::from(!attempt!(self.truthy(&value)));
                }
                Op::SkipIfTrueElseKeep { s } => {
                    if attempt!(self.truthy(&frame.regs[s as usize])) {
                        frame.consume(s);
                        pc += 1;
                    }
                }
                Op::SkipIfFalseElseKeep { s } => {
                    if !attempt!(self.truthy(&frame.regs[s as usize])) {
                        frame.consume(s);
                        pc += 1;
                    }
                }
                Op::SkipIfNotNoneKeep { s } => {
                    pc += usize::from(!frame.regs[s as usize].is_none());
                }
                Op::GetIter { d, s } => {
                    let value = frame.take(s);
                    let iterator = attempt!(self.iter(&value));
                    frame.set(d, iterator);
                }
                Op::ForIter { d, i } => {
                    let next = match &frame.regs[i as usize] {
                        Value::Obj(object) => match &object.payload {
                            Payload::Iter(state) => {
                                if let Some(value) = next_of_range(state) {
                                    frame.set_int(d, value);
                                    pc += 1;
                                    continue;
                                }
                                attempt!(self.next_builtin(object))
                            }
                            Payload::Generator(_) => {
                                attempt!(self.step_generator(&mut frame, &mut pc, d, i));
                                continue;
                            }
                            _ => attempt!(self.next(&frame.regs[i as usize])),
                        },
                        iterator => attempt!(self.next(iterator)),
                    };
                    match next {
                        Some(value) => {
                            frame.set(d, value);
                            pc += 1;
                        }
                        None => frame.regs[i as usize] = Value::Unbound,
                    }
                }
                Op::BuildList { d, start, count } => {
                    let items = take_many(&mut frame, start, count);
                    let list = self.list(items);
                    frame.set(d, list);
                }
                Op::BuildTuple { d, start, count } => {
                    let tuple = if count == 0 {
                        self.empty_tuple.clone()
                    } else {
                        let items = take_many(&mut frame, start, count);
                        self.tuple(items)
                    };
                    frame.set(d, tuple);
                }
                Op::BuildSet { d, start, count } => {
                    let items = take_many(&mut frame, start, count);
                    let set = attempt!(self.build_set(items));
                    frame.set(d, set);
                }
                Op::BuildDict { d, start, count } => {
                    let items = take_many(&mut frame, start, count * 2);
                    let dict = attempt!(self.build_dict(items));
                    frame.set(d, dict);
                }
                Op::BuildString { d, start, count } => {
                    let items = take_many(&mut frame, start, count);
                    let text = attempt!(self.build_string(&items));
                    frame.set(d, text);
                }
                Op::BuildSlice { d, start } => {
                    let part = |frame: &mut Frame, r| match frame.take(r) {
                        Value::Unbound => Value::None,
                        value => value,
                    };
                    let parts = [
                        part(&mut frame, start),
                        part(&mut frame, start + 1),
                        part(&mut frame, start + 2),
                    ];
                    let payload = Payload::Slice(Box::new(parts));
                    frame.set(d, Object::new(self.types.slice.clone(), payload).into());
                }
                Op::ListAppend { list, s } => {
                    let value = frame.take(s);
                    if let Some(list) = frame.regs[list as usize].as_list() {
                        list.push(value);
                    }
                }
                Op::ListExtend { list, s } => {
                    let value = frame.take(s);
                    let items = attempt!(self.spread_items(&value));
                    if let Some(list) = frame.regs[list as usize].as_list() {
                        list.borrow_mut().extend(items);
                        list.settle();
                    }
                }
                Op::SetAdd { set, s } => {
                    let value = frame.take(s);
                    if let Some(set) = frame.regs[set as usize].as_set() {
                        attempt!(self.set_add(set, value));
                    }
                }
                Op::SetUpdate { set, s } => {
                    let value = frame.take(s);
                    let items = attempt!(self.collect(&value));
                    for item in items {
                        if let Some(set) = frame.regs[set as usize].as_set() {
                            attempt!(self.set_add(set, item));
                        }
                    }
                }
                Op::DictInsert { dict, k, s } => {
                    let key = frame.take(k);
                    let value = frame.take(s);
                    if let Some(dict) = frame.regs[dict as usize].as_dict() {
                        attempt!(self.dict_set(dict, key, value));
                    }
                }
                Op::DictUpdate { dict, s } => {
                    let value = frame.take(s);
                    attempt!(self.dict_update(&frame.regs[dict as usize], &value));
                }
                Op::DictMerge { dict, s, f } => {
                    let value = frame.take(s);
                    let (dict, function) = (&frame.regs[dict as usize], &frame.regs[f as usize]);
                    attempt!(self.dict_merge(dict, &value, function));
                }
                Op::ListToTuple { d, s } => {
                    let list = frame.take(s);
                    let items = list.as_list().map(|list| list.to_vec());
                    let tuple = self.tuple(items.unwrap_or_default());
                    frame.set(d, tuple);
                }
                Op::FormatValue { conversion, d, s } => {
                    let value = frame.take(s);
                    let spec = std::mem::take(&mut frame.regs[s as usize + 1]);
                    let text = attempt!(self.format_value(conversion, value, &spec));
                    frame.set(d, text);
                }
                Op::UnpackSequence { s, start, count } => {
                    let value = frame.take(s);
                    let items = attempt!(self.unpack(&value, count as usize));
                    drop(value);
                    for (index, item) in items.into_iter().enumerate() {
                        frame.set(start + index as u16, item);
                    }
                }
                Op::UnpackStar {
                    s,
                    start,
                    before,
                    after,
                } => {
                    let value = frame.take(s);
                    let (first, middle, last) =
                        attempt!(self.unpack_star(&value, before as usize, after as usize));
                    drop(value);
                    let middle = self.list(middle);
                    let items = first.into_iter().chain([middle]).chain(last);
                    for (index, item) in items.enumerate() {
                        frame.set(start + index as u16, item);
                    }
                }
                Op::Call { d, f, count } => {
                    let callee = frame.take(f);
                    let first = f as usize + 1;
                    attempt!(self.call_registers(
                        &mut frame,
                        &mut pc,
                        d,
                        callee,
                        first..first + count as usize,
                        None
                    ));
                }
                Op::CallKeywords { d, f, count } => {
                    let callee = frame.take(f);
                    let names = keyword_names(&frame, pc);
                    let first = f as usize + 1;
                    pc += 1;
                    attempt!(self.call_registers(
                        &mut frame,
                        &mut pc,
                        d,
                        callee,
                        first..first + count as usize,
                        names
                    ));
                }
                Op::CallMethod { d, f, count } => {
                    let callee = frame.take(f);
                    let mut first = f as usize + 1;
                    let end = first + 1 + count as usize;
                    first += usize::from(frame.regs[first].is_unbound());
                    attempt!(self.call_registers(&mut frame, &mut pc, d, callee, first..end, None));
                }
                Op::CallMethodKeywords { d, f, count } => {
                    let callee = frame.take(f);
                    let names = keyword_names(&frame, pc);
                    let mut first = f as usize + 1;
                    let end = first + 1 + count as usize;
                    first += usize::from(frame.regs[first].is_unbound());
                    pc += 1;
                    attempt!(self.call_registers(
                        &mut frame,
                        &mut pc,
                        d,
                        callee,
                        first..end,
                        names
                    ));
                }
                Op::CallSpread { d, f } => {
                    attempt!(self.call_spread(&mut frame, &mut pc, d, f));
                }
                Op::Names { .. } | Op::Nop => {}
                Op::MakeFunction { d, code, parts } => {
                    let function = self.make_function(&mut frame, code, parts);
                    frame.set(d, function);
                }
                Op::LoadBuildClass { d } => {
                    let function = self.build_class.clone();
                    frame.set(d, function);
                }
                Op::Return { s } => {
                    let value = frame.take(s);
                    match self.leave_frame(frame, value, base) {
                        Ok((next, Ok(()))) => {
                            frame = next;
                            pc = frame.pc;
                        }
                        Ok((next, Err(raised))) => {
                            frame = next;
                            pc = frame.pc;
                            fail!(raised, true);
                        }
                        Err(value) => return Ok(value),
                    }
                }
                Op::Yield { s, .. } => {
                    let value = frame.take(s);
                    frame.pc = pc;
                    match self.suspend(frame, value, base) {
                        Ok(next) => {
                            frame = next;
                            pc = frame.pc;
                        }
                        Err(value) => return Ok(value),
                    }
                }
                Op::GetYieldFromIter { d, s } => {
                    let value = frame.take(s);
                    let iterator = match as_generator(&value) {
                        Some(_) => value,
                        None => attempt!(self.iter(&value)),
                    };
                    frame.set(d, iterator);
                }
                Op::YieldFrom { d, i } => {
                    let sent = match std::mem::take(&mut frame.sent) {
                        Value::Unbound => Value::None,
                        sent => sent,
                    };
                    let iterator = frame.regs[i as usize].clone();
                    if let Some((object, generator)) = as_generator(&iterator) {
                        let then = Then::Delegate(d, i);
                        match attempt!(self.wake(object, generator, sent, then)) {
                            Some(inner) => attempt!(self.push_frame(&mut frame, &mut pc, inner)),
                            None => {
                                frame.set(i, Value::Unbound);
                                frame.set(d, Value::None);
                            }
                        }
                        continue;
                    }
                    match attempt!(self.send(&iterator, sent)) {
                        Ok(value) => {
                            frame.pc = pc - 1;
                            match self.suspend(frame, value, base) {
                                Ok(next) => {
                                    frame = next;
                                    pc = frame.pc;
                                }
                                Err(value) => return Ok(value),
                            }
                        }
                        Err(value) => {
                            frame.set(i, Value::Unbound);
                            frame.set(d, value);
                        }
                    }
                }
                Op::RaiseAgain => match self.handled.clone() {
                    Some(handled) => fail!(Raised(handled), false),
                    None => {
                        let class = self.exceptions.runtime_error.clone();
                        let raised = self.error(&class, "No active exception to reraise");
                        fail!(raised, true)
                    }
                },
                Op::Raise { s } => {
                    let value = frame.take(s);
                    let raised = self.raise_value(value, None);
                    fail!(raised, true)
                }
                Op::RaiseFrom { s, cause } => {
                    let value = frame.take(s);
                    let cause = frame.take(cause);
                    let raised = self.raise_value(value, Some(cause));
                    fail!(raised, true)
                }
                Op::Reraise { s } => {
                    let Value::Obj(object) = frame.take(s) else {
                        continue;
                    };
                    fail!(Raised(object), false)
                }
                Op::EnterHandler { saved, e } => {
                    let exception = frame.regs[e as usize].obj().cloned();
                    let former = std::mem::replace(&mut self.handled, exception);
                    let same = match (&former, &frame.handled) {
                        (Some(former), Some(entry)) => Rc::ptr_eq(former, entry),
                        (None, None) => true,
                        _ => false,
                    };
                    let value = match former {
                        Some(former) if !same => Value::Obj(former),
                        _ => Value::Unbound,
                    };
                    frame.set(saved, value);
                }
                Op::LeaveHandler { saved } => {
                    let former = match frame.take(saved) {
                        Value::Obj(former) => Some(former),
                        _ => frame.handled.clone(),
                    };
                    drop(std::mem::replace(&mut self.handled, former));
                }
                Op::SkipIfException { e, s } => {
                    let classes = frame.take(s);
                    let exception = &frame.regs[e as usize];
                    pc += usize::from(attempt!(self.exception_matches(exception, &classes)));
                }
                Op::EnterContext { d, s } => {
                    let manager = frame.take(s);
                    let (exit, entered) = attempt!(self.enter_context(&manager));
                    frame.set(d, exit);
                    frame.set(d + 1, entered);
                }
                Op::ExitContext { d, exit, e } => {
                    let exit = frame.take(exit);
                    let exception = frame.regs[e as usize].clone();
                    let value = attempt!(self.exit_context(&exit, exception));
                    frame.set(d, value);
                }
                Op::LoadAssertionError { d } => {
                    let class = self.exceptions.assertion_error.clone();
                    frame.set(d, class.into());
                }
                Op::Import { d, n } => {
                    let level = std::mem::take(&mut frame.regs[d as usize]);
                    let names = std::mem::take(&mut frame.regs[d as usize + 1]);
                    let name = frame.code.names[n as usize].clone();
                    let module = attempt!(self.import_statement(&name, &level, &names));
                    frame.set(d, module);
                }
                Op::ImportFrom { d, m, n } => {
                    let name = frame.code.names[n as usize].clone();
                    let value = attempt!(self.import_from(&frame.regs[m as usize], &name));
                    frame.set(d, value);
                }
                Op::ImportStar { m } => {
                    let module = frame.take(m);
                    attempt!(self.import_star(&frame, &module));
                }
                Op::Echo { s } => {
                    let value = frame.take(s);
                    attempt!(self.echo(value));
                }
                Op::SkipIfSequence { s } => {
                    let value = frame.regs[s as usize].clone();
                    pc += usize::from(self.is_match_sequence(&value));
                }
                Op::SkipIfMapping { s } => {
                    let value = frame.regs[s as usize].clone();
                    pc += usize::from(self.is_match_mapping(&value));
                }
                Op::Length { d, s } => {
                    let length = attempt!(self.len(&frame.regs[s as usize]));
                    frame.set(d, length.into());
                }
                Op::MatchKeys { d, s, k } => {
                    let (subject, keys) = (&frame.regs[s as usize], &frame.regs[k as usize]);
                    if let Some(values) = attempt!(self.match_keys(subject, keys)) {
                        frame.set(d, values);
                        pc += 1;
                    }
                }
                Op::MatchRest { d, s, k } => {
                    let keys = frame.take(k);
                    let rest = attempt!(self.match_rest(&frame.regs[s as usize], &keys));
                    frame.set(d, rest);
                }
                Op::MatchClass { d, s } => {
                    let class = std::mem::take(&mut frame.regs[d as usize]);
                    let count = std::mem::take(&mut frame.regs[d as usize + 1]);
                    let names = std::mem::take(&mut frame.regs[d as usize + 2]);
                    let subject = &frame.regs[s as usize];
                    if let Some(values) =
                        attempt!(self.match_class(subject, &class, &count, &names))
                    {
                        frame.set(d, values);
                        pc += 1;
                    }
                }
                Op::Annotations { d } => {
                    let annotations = attempt!(self.annotations(&frame));
                    frame.set(d, annotations);
                }
                Op::Locals { d } => {
                    let locals = self.locals(&frame);
                    frame.set(d, locals);
                }
                Op::Line { line } => {
                    self.trace_line(&frame, line);
                }
            }
        }
    }

    /// A frame returns: its caller and what became of the result there, or the result if Rust code waits for it.
    #[inline]
    fn leave_frame(
        &mut self,
        mut frame: Box<Frame>,
        value: Value,
        base: usize,
    ) -> std::result::Result<(Box<Frame>, Result<()>), Value> {
        self.depth -= 1;
        if self.handled.is_some() || frame.handled.is_some() {
            drop(std::mem::replace(&mut self.handled, frame.handled.take()));
        }
        if let Some(generator) = frame.generator.take() {
            self.finish_generator(&generator);
        }
        if self.frames.len() == base {
            self.recycle(frame);
            return Err(value);
        }
        let then = std::mem::replace(&mut frame.then, Then::Rust);
        self.recycle(frame);
        let mut frame = self.frames.pop().expect("a frame waits for this one");
        if !Rc::ptr_eq(&self.code, &frame.code) {
            self.code = frame.code.clone();
        }
        self.pc = frame.pc - 1;
        let mut outcome = Ok(());
        match then {
            Then::Store(d) => frame.set(d, value),
            Then::Init(d, instance) => {
                outcome = self.check_init(&value);
                frame.set(d, instance);
            }
            Then::Next(_, i) => frame.set(i, Value::Unbound),
            Then::Delegate(d, i) => {
                frame.set(i, Value::Unbound);
                frame.set(d, value);
            }
            Then::Discard | Then::Rust => {}
        }
        Ok((frame, outcome))
    }

    /// A generator's frame yields: the frame that goes on, or the value if Rust code waits for it.
    fn suspend(
        &mut self,
        mut frame: Box<Frame>,
        value: Value,
        base: usize,
    ) -> std::result::Result<Box<Frame>, Value> {
        loop {
            self.depth -= 1;
            let own = std::mem::replace(&mut self.handled, frame.handled.take());
            let inside = match (&own, &self.handled) {
                (Some(own), Some(entry)) => !Rc::ptr_eq(own, entry),
                (Some(_), None) => true,
                _ => false,
            };
            if inside {
                frame.own_handled = own;
            }
            let then = std::mem::replace(&mut frame.then, Then::Rust);
            let generator = frame.generator.take().expect("only generators yield");
            let Payload::Generator(state) = &generator.payload else {
                unreachable!("a generator's frame belongs to one");
            };
            self.sleep(state, frame);
            if self.frames.len() == base {
                self.yielded = true;
                return Err(value);
            }
            frame = self.frames.pop().expect("a frame waits for this one");
            self.code = frame.code.clone();
            self.pc = frame.pc - 1;
            match then {
                Then::Next(d, _) => {
                    frame.set(d, value);
                    frame.pc += 1;
                    return Ok(frame);
                }
                Then::Delegate(..) => frame.pc -= 1,
                _ => unreachable!("generators are stepped by loops and `yield from`"),
            }
        }
    }

    /// Steps a generator by pushing its frame.
    fn step_generator(
        &mut self,
        frame: &mut Box<Frame>,
        pc: &mut usize,
        d: u16,
        i: u16,
    ) -> Result<()> {
        let iterator = frame.regs[i as usize].clone();
        let Some((object, generator)) = as_generator(&iterator) else {
            return Ok(());
        };
        match self.wake(object, generator, Value::None, Then::Next(d, i))? {
            Some(inner) => self.push_frame(frame, pc, inner),
            None => {
                frame.set(i, Value::Unbound);
                Ok(())
            }
        }
    }

    /// A function object from a block and what it captures.
    fn make_function(&mut self, frame: &mut Frame, code: u16, parts: u16) -> Value {
        let code = frame.code.codes[code as usize].clone();
        let closure = code
            .captures
            .iter()
            .map(|cell| frame.cells[*cell as usize].clone())
            .collect();
        let part = |frame: &mut Frame, index: u16| match std::mem::take(
            &mut frame.regs[(parts + index) as usize],
        ) {
            Value::Int(_) => Value::Unbound,
            part => part,
        };
        let defaults = part(frame, 0);
        let module = {
            let globals = frame.globals.payload.dict().borrow();
            globals.get_str(&self.names.__name__).cloned()
        };
        let function = Function {
            name: RefCell::new(code.name.clone()),
            qualname: RefCell::new(code.qualname.clone()),
            doc: RefCell::new(code.doc.clone()),
            module: RefCell::new(module.unwrap_or(Value::None)),
            globals: frame.globals.clone(),
            closure,
            defaults: RefCell::new(defaults.as_tuple().unwrap_or_default().into()),
            kw_defaults: RefCell::new(part(frame, 1)),
            annotations: RefCell::new(part(frame, 2)),
            code,
        };
        let payload = Payload::Function(Box::new(function));
        Object::new(self.types.function.clone(), payload).into()
    }
}

#[inline]
fn cell_value(frame: &Frame, cell: u16) -> Value {
    match &frame.cells[cell as usize].payload {
        Payload::Cell(value) => value.borrow().clone(),
        _ => Value::Unbound,
    }
}

/// Puts a copy of a value into a register. The commonest kinds are written as two words that are known apart: a
/// value that is put together in memory and read back as one costs a dozen cycles.
#[inline(always)]
fn store_copy(slot: &mut Value, value: &Value) {
    match value {
        Value::Obj(object) => *slot = Value::Obj(object.clone()),
        Value::Int(value) => *slot = Value::Int(*value),
        Value::Class(class) => *slot = Value::Class(class.clone()),
        other => *slot = other.clone(),
    }
}

/// The next integer, if the iterator is over a range that has one left.
#[inline(always)]
fn next_of_range(state: &RefCell<Iter>) -> Option<i64> {
    let mut state = state.try_borrow_mut().ok()?;
    match &mut *state {
        Iter::Range(next, left, step) if *left > 0 => {
            let value = *next;
            *left -= 1;
            *next = next.wrapping_add(*step);
            Some(value)
        }
        _ => None,
    }
}

/// Takes operands that stand in a row.
#[inline]
fn take_many(frame: &mut Frame, start: u16, count: u16) -> Vec<Value> {
    let start = start as usize;
    frame.regs[start..start + count as usize]
        .iter_mut()
        .map(std::mem::take)
        .collect()
}

/// The tuple of names that stands behind a call with keyword arguments.
#[inline]
fn keyword_names(frame: &Frame, pc: usize) -> Option<Value> {
    match frame.code.ops.get(pc) {
        Some(Op::Names { k }) => Some(frame.code.constants[*k as usize].clone()),
        _ => None,
    }
}

/// Operators on two small integers, where the result is one.
#[inline(always)]
fn quick_integers(op: BinaryOperator, a: &Value, b: &Value) -> Option<i64> {
    let (Value::Int(x), Value::Int(y)) = (a, b) else {
        return None;
    };
    quick_integer(op, *x, *y)
}

#[inline(always)]
fn quick_integer(op: BinaryOperator, x: i64, y: i64) -> Option<i64> {
    match op {
        BinaryOperator::Add => x.checked_add(y),
        BinaryOperator::Sub => x.checked_sub(y),
        BinaryOperator::Mul => x.checked_mul(y),
        BinaryOperator::FloorDiv if x >= 0 && y > 0 => Some(x / y),
        BinaryOperator::Mod if x >= 0 && y > 0 => Some(x % y),
        BinaryOperator::And => Some(x & y),
        BinaryOperator::Or => Some(x | y),
        BinaryOperator::Xor => Some(x ^ y),
        _ => None,
    }
}

/// Operators on two floats, where nothing can go wrong.
#[inline(always)]
fn quick_floats(op: BinaryOperator, a: &Value, b: &Value) -> Option<Value> {
    let (Value::Float(x), Value::Float(y)) = (a, b) else {
        return None;
    };
    match op {
        BinaryOperator::Add => Some(Value::Float(x + y)),
        BinaryOperator::Sub => Some(Value::Float(x - y)),
        BinaryOperator::Mul => Some(Value::Float(x * y)),
        BinaryOperator::TrueDiv if *y != 0.0 => Some(Value::Float(x / y)),
        _ => None,
    }
}

/// Comparisons of two small integers, and identity.
#[inline(always)]
fn quick_compare(op: CompareOperator, a: &Value, b: &Value) -> Option<bool> {
    match (a, b) {
        (Value::Int(x), Value::Int(y)) => compare_integers(op, *x, *y),
        _ => match op {
            CompareOperator::Is => Some(a.is(b)),
            CompareOperator::IsNot => Some(!a.is(b)),
            _ => None,
        },
    }
}

#[inline(always)]
fn compare_integers(op: CompareOperator, x: i64, y: i64) -> Option<bool> {
    Some(match op {
        CompareOperator::Lt => x < y,
        CompareOperator::Le => x <= y,
        CompareOperator::Eq | CompareOperator::Is => x == y,
        CompareOperator::Ne | CompareOperator::IsNot => x != y,
        CompareOperator::Gt => x > y,
        CompareOperator::Ge => x >= y,
        CompareOperator::In | CompareOperator::NotIn => return None,
    })
}
