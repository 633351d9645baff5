# The commands that a person types. Each does the set-up that it needs, and says so.

.DEFAULT_GOAL := help
.PHONY: help serve build check test corpus soak bench lighthouse clean

# Behind rustup's own `source ~/.cargo/env`, for shells that did not read it.
ifeq ($(shell command -v cargo),)
export PATH := $(HOME)/.cargo/bin:$(PATH)
endif

SITE_GEN := cargo run --quiet --release --package site-gen --

# Outside the repository: SQLAlchemy's text is not ours to keep.
CORPUS := $(or $(XDG_CACHE_HOME),$(HOME)/.cache)/relationship-docs
N := 1000
SEED := 1

help: ## tell what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' $(MAKEFILE_LIST)

serve: ## build everything and serve the site on http://127.0.0.1:8000, rebuilt on change (ARGS="--port 9000")
	@.ci/setup rust wasm npm
	@cargo build --release --package site-gen
	@$(SITE_GEN) serve $(ARGS)

build: ## build the site into public/ (ARGS="--base-url https://example.org/docs/")
	@.ci/setup rust wasm npm
	@cargo build --release --package site-gen
	@$(SITE_GEN) build $(ARGS)

check: ## check formatting, lints, the types of static/js and what the pages claim
	@.ci/setup rust npm
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	npm run --silent check
	$(SITE_GEN) check

test: ## run every test: unit, differential, in the browser
	@.ci/setup rust wasm npm browser python
	@python3 .ci/test

corpus: ## run the relationship examples of SQLAlchemy's own documentation, fetched from PyPI, on the engine
	@.ci/setup rust python
	@.venv/bin/python playground-wasm/engine/tests/tools/corpus.py $(CORPUS)
	CORPUS=$(CORPUS)/corpus cargo test --package engine --test corpus -- --nocapture

soak: ## run N random relationship programs on the engine and on SQLAlchemy (N=10000 SEED=1)
	@.ci/setup rust python
	COUNT=$(N) SEED=$(SEED) cargo test --package engine --test random -- --nocapture

bench: ## measure how long the site and its examples take, and what readers wait for in the browser; Python beside CPython
	@.ci/setup rust wasm npm browser python
	cargo bench --package site-gen --bench site
	@$(SITE_GEN) build --out target/for-bench
	@.ci/bench target/for-bench
	@cargo build --quiet --release --package python --example time
	@.venv/bin/python playground-wasm/python/benches/compare.py

lighthouse: ## ask Lighthouse about each kind of page (needs npm's registry)
	@.ci/setup rust wasm npm browser
	@$(SITE_GEN) build --out target/for-bench
	@.ci/lighthouse target/for-bench

clean: ## remove what was built; what was set up (.venv, node_modules) stays
	cargo clean
	rm -rf public .cache
