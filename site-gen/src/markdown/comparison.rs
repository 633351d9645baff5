//! One program under several models: `{model="name"}` blocks, and behind them the `{compare}` block.

use super::body::mark;
use super::code::{Before, Block};
use super::fence::{Fence, is_python};
use super::reader::Reader;
use super::slug::slugify;
use crate::diagnostic::{Diagnostic, nearest};
use crate::examples::{Comparison, Model, OutputClaim};

/// More do not fit beside each other.
const MOST: usize = 3;

impl Reader<'_, '_> {
    /// A model; the comparison that it is for follows.
    pub(super) fn model(&mut self, fence: Fence, block: Block) {
        self.fits_comparison(&fence, "a model");
        let Some((name, span)) = fence.model else {
            return;
        };
        if self.models.iter().any(|other| other.name == name) {
            let message = format!("two models are called `{name}`");
            self.complain(error(message), span);
            return;
        }
        self.models.push(Model {
            slug: slugify(&name),
            name,
            code: block.code,
            file: block.file,
            lines: block.lines,
            language_span: fence.language_span,
            raises: fence.raises,
            output: None,
        });
        self.before = None;
    }

    /// The program.
    pub(super) fn comparison(&mut self, fence: Fence, block: Block) {
        self.fits_comparison(&fence, "a comparison");
        if let Some((_, span)) = &fence.raises {
            let problem = error("`raises` belongs to the model under which the program raises");
            self.complain(problem, span.clone());
        }
        let models = std::mem::take(&mut self.models);
        if models.len() < 2 || models.len() > MOST {
            let problem = error(format!(
                "a comparison needs two or three models, and there are {} before it",
                models.len()
            ));
            let help = "write them directly before it, each as ```python {model=\"name\"}";
            self.complain(problem.help(help), fence.language_span);
            self.before = Some(Before::NotRun);
            return;
        }
        let index = self.body.comparisons.len();
        self.body.comparisons.push(Comparison {
            id: String::new(),
            title: fence.title,
            models,
            code: block.code,
            file: block.file,
            lines: block.lines,
        });
        self.push_html(format!("{}\n", mark(format_args!("M{index}"))));
        self.before = Some(Before::Comparison(index));
    }

    /// What the program prints under one of the models.
    pub(super) fn output_of_model(&mut self, index: usize, claim: OutputClaim, fence: &Fence) {
        // Another model's output may follow.
        self.before = Some(Before::Comparison(index));
        let models = &mut self.body.comparisons[index].models;
        let Some((name, span)) = &fence.model else {
            let problem = error("this does not say under which model it is printed")
                .help(format!("write ```output {{model=\"{}\"}}", models[0].name));
            return self.complain(problem, claim.span);
        };
        if let Some(model) = models.iter_mut().find(|model| model.name == *name) {
            if model.output.is_some() {
                let problem = error(format!("there is another output of `{name}` already"));
                return self.complain(problem, span.clone());
            }
            model.output = Some(claim);
            return;
        }
        let mut problem = error(format!("there is no model `{name}` in this comparison"));
        let near = nearest(name, models.iter().map(|model| model.name.as_str()));
        problem.help = near.map(|near| format!("did you mean `{near}`?"));
        self.complain(problem, span.clone());
    }

    /// Something else has begun, or the page has ended: models without a comparison are a mistake.
    pub(super) fn end_models(&mut self) {
        for model in std::mem::take(&mut self.models) {
            let problem = error(format!("no comparison follows the model `{}`", model.name))
                .help("write the program directly behind its models, as ```python {compare}");
            self.complain(problem, model.language_span);
        }
    }

    fn fits_comparison(&mut self, fence: &Fence, what: &str) {
        let scenario = fence.scenario.as_ref().map(|(_, span)| ("scenario", span));
        let steps = fence.steps.as_ref().map(|span| ("steps", span));
        for (name, span) in scenario.into_iter().chain(steps) {
            let problem = error(format!("`{name}` has no meaning for {what}"));
            self.complain(problem, span.clone());
        }
        for (is_there, name) in [(fence.norun, "norun"), (fence.hidden, "hidden")] {
            if is_there {
                let problem = error(format!("`{name}` has no meaning for {what}"));
                self.complain(problem, fence.language_span.clone());
            }
        }
        if !is_python(&fence.language) {
            let problem = error(format!("{what} is written in Python"));
            self.complain(problem, fence.language_span.clone());
        }
        if fence.language == "pycon" {
            let problem = error(format!("{what} is a script: its outputs are not the same")).help(
                "write ```python, and what it prints in ```output {model=\"name\"} behind it",
            );
            self.complain(problem, fence.language_span.clone());
        }
    }

    /// Ids count over the page.
    pub(super) fn name_comparisons(&mut self) {
        let slug = slugify(self.page.slug());
        for index in 0..self.body.comparisons.len() {
            let wanted = format!("{slug}-comparison-{}", index + 1);
            self.body.comparisons[index].id = self.ids.unique(&wanted);
        }
    }
}

fn error(message: impl Into<String>) -> Diagnostic {
    Diagnostic::error("fence", message)
}
