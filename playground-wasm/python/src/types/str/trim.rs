//! Stripping and padding.

use super::chars::is_space;
use crate::object::Value;
use crate::vm::{Args, Result, Vm};

fn stripped(vm: &mut Vm, args: &Args, name: &str, left: bool, right: bool) -> Result {
    let this = args.this_str(vm, name)?;
    let set = match args.rest().between(vm, name, 0, 1)? {
        [] | [Value::None] => None,
        [set, ..] => match set.as_str() {
            Some(set) => Some(set),
            None => return Err(vm.type_error(format!("{name} arg must be None or str"))),
        },
    };
    vm.charge(this.len() as u64 / 32)?;
    let goes = |c: char| set.map_or_else(|| is_space(c), |set| set.contains(c));
    let mut text = this.as_str();
    if left {
        text = text.trim_start_matches(goes);
    }
    if right {
        text = text.trim_end_matches(goes);
    }
    if text.len() == this.as_str().len() {
        return Ok(Value::Str(this.clone()));
    }
    Ok(Value::str(text))
}

pub(super) fn strip(vm: &mut Vm, args: &Args) -> Result {
    stripped(vm, args, "strip", true, true)
}

pub(super) fn lstrip(vm: &mut Vm, args: &Args) -> Result {
    stripped(vm, args, "lstrip", true, false)
}

pub(super) fn rstrip(vm: &mut Vm, args: &Args) -> Result {
    stripped(vm, args, "rstrip", false, true)
}

/// Pads to a width; `place` answers how many fillers stand to the left of all those missing.
fn padded(vm: &mut Vm, args: &Args, name: &str, place: fn(usize, usize) -> usize) -> Result {
    let this = args.this_str(vm, name)?;
    let rest = args.rest().between(vm, name, 1, 2)?;
    let width = usize::try_from(vm.index(&rest[0])?).unwrap_or(0);
    let fill = match rest.get(1) {
        None => ' ',
        Some(fill) => match fill
            .as_str()
            .map(|fill| (fill.chars().next(), fill.chars().count()))
        {
            Some((Some(fill), 1)) => fill,
            Some(_) => {
                let text = "The fill character must be exactly one character long";
                return Err(vm.type_error(text));
            }
            None => {
                let kind = vm.type_name(fill);
                let text = "The fill character must be a unicode character, not ";
                return Err(vm.type_error(format!("{text}{}", kind.as_str())));
            }
        },
    };
    if width <= this.len() {
        return Ok(Value::Str(this.clone()));
    }
    let missing = width - this.len();
    vm.reserve(missing.saturating_mul(fill.len_utf8()))?;
    vm.charge(missing as u64 / 16)?;
    let left = place(missing, width);
    let fillers = |count| std::iter::repeat_n(fill, count).collect::<String>();
    let (left, right) = (fillers(left), fillers(missing - left));
    Ok(Value::str(format!("{left}{}{right}", this.as_str())))
}

pub(super) fn center(vm: &mut Vm, args: &Args) -> Result {
    // Where the fillers do not halve, the odd one stands to the left only if the width is odd too.
    padded(vm, args, "center", |missing, width| {
        missing / 2 + (missing & width & 1)
    })
}

pub(super) fn ljust(vm: &mut Vm, args: &Args) -> Result {
    padded(vm, args, "ljust", |_, _| 0)
}

pub(super) fn rjust(vm: &mut Vm, args: &Args) -> Result {
    padded(vm, args, "rjust", |missing, _| missing)
}

pub(super) fn zfill(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "zfill")?;
    let [width] = args.rest().exactly(vm, "str.zfill")?;
    let missing = vm.index(width)? - this.len() as i64;
    if missing <= 0 {
        return Ok(Value::Str(this.clone()));
    }
    vm.reserve(missing as usize)?;
    let (sign, digits) = match this.strip_prefix(['+', '-']) {
        Some(digits) => (&this[..1], digits),
        None => ("", this.as_str()),
    };
    Ok(Value::str(format!(
        "{sign}{}{digits}",
        "0".repeat(missing as usize)
    )))
}

pub(super) fn expandtabs(vm: &mut Vm, args: &Args) -> Result {
    let this = args.this_str(vm, "expandtabs")?;
    let [size] = args.rest().bind(vm, "expandtabs", &["tabsize"], 1, 0)?.0;
    let size = match size {
        Some(size) => usize::try_from(vm.index(&size)?).unwrap_or(0),
        None => 8,
    };
    vm.reserve(this.matches('\t').count().saturating_mul(size))?;
    let mut text = String::with_capacity(this.as_str().len());
    let mut column = 0;
    for c in this.chars() {
        match c {
            '\t' if size == 0 => {}
            '\t' => {
                let spaces = size - column % size;
                text.extend(std::iter::repeat_n(' ', spaces));
                column += spaces;
            }
            '\n' | '\r' => {
                text.push(c);
                column = 0;
            }
            c => {
                text.push(c);
                column += 1;
            }
        }
    }
    Ok(Value::str(text))
}
