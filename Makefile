# The two commands that matter: `make run` and `make test`. The scripts say what they do.
.PHONY: run test check bench

run:            ## builds Gehoor and serves it at http://127.0.0.1:8080
	scripts/run

test:           ## installs what the tests need, then proves everything
	scripts/setup
	scripts/setup-tests
	scripts/check

check:          ## the same without installing anything
	scripts/check

bench:          ## how quick pages, search and registrations are, in a release build
	scripts/bench
