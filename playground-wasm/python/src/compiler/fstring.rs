//! f-strings.

use ruff_python_ast::{self as ast, InterpolatedStringElement};

use super::{Compiler, Result};
use crate::code::{Conversion, Op, Reg, Span};
use crate::object::Value;

impl<'a> Compiler<'a, '_> {
    pub(super) fn fstring(&mut self, e: &'a ast::ExprFString, d: Reg) -> Result {
        let span = self.span(e);
        let mut parts = Parts::new(self.top());
        for part in &e.value {
            match part {
                ast::FStringPart::Literal(literal) => parts.text.push_str(&literal.value),
                ast::FStringPart::FString(fstring) => {
                    self.elements(&fstring.elements, &mut parts, span)?;
                }
            }
        }
        self.join(parts, d, span);
        Ok(())
    }

    fn elements(
        &mut self,
        elements: &'a ast::InterpolatedStringElements,
        parts: &mut Parts,
        span: Span,
    ) -> Result {
        for element in elements {
            match element {
                InterpolatedStringElement::Literal(literal) => parts.text.push_str(&literal.value),
                InterpolatedStringElement::Interpolation(field) => {
                    if let Some(debug) = &field.debug_text {
                        parts.text.push_str(debug.as_str());
                    }
                    self.text_part(parts, span);
                    self.field(field, span)?;
                    parts.count += 1;
                }
            }
        }
        Ok(())
    }

    /// Pushes the literal text that has come together.
    fn text_part(&mut self, parts: &mut Parts, span: Span) {
        if parts.text.is_empty() {
            return;
        }
        let text = self.string(&std::mem::take(&mut parts.text));
        self.push_constant(Value::Str(text), span);
        parts.count += 1;
    }

    /// Leaves the parts as one string in `d`.
    fn join(&mut self, mut parts: Parts, d: Reg, span: Span) {
        if parts.count == 0 {
            let text = self.string(&parts.text);
            return self.load_constant(Value::Str(text), d, span);
        }
        self.text_part(&mut parts, span);
        let start = parts.start;
        if parts.count == 1 {
            return self.transfer(d, start, span);
        }
        let count = parts.count;
        self.emit(Op::BuildString { d, start, count }, span);
    }

    /// Pushes the formatted value of a replacement field.
    fn field(&mut self, field: &'a ast::InterpolatedElement, span: Span) -> Result {
        let conversion = match field.conversion {
            ast::ConversionFlag::Str => Conversion::Str,
            ast::ConversionFlag::Repr => Conversion::Repr,
            ast::ConversionFlag::Ascii => Conversion::Ascii,
            ast::ConversionFlag::None
                if field.debug_text.is_some() && field.format_spec.is_none() =>
            {
                Conversion::Repr
            }
            ast::ConversionFlag::None => Conversion::None,
        };
        let s = self.push(&field.expression)?;
        let spec = self.temporary();
        if let Some(format_spec) = &field.format_spec {
            self.release(spec);
            let mut parts = Parts::new(spec);
            self.elements(&format_spec.elements, &mut parts, span)?;
            self.join(parts, spec, span);
        }
        self.emit(
            Op::FormatValue {
                conversion,
                d: s,
                s,
            },
            span,
        );
        self.release(spec);
        Ok(())
    }
}

/// The strings that an f-string is joined from, in temporaries from `start` on.
struct Parts {
    start: Reg,
    count: u16,
    /// Literal text that is not pushed yet.
    text: String,
}

impl Parts {
    fn new(start: Reg) -> Parts {
        Parts {
            start,
            count: 0,
            text: String::new(),
        }
    }
}
