# codebook: `make help` lists what there is to make.
#
# CC CFLAGS CPPFLAGS LDFLAGS PREFIX DESTDIR are yours to set; what the project itself
# needs is kept in variables of its own.

VERSION := 0.1.0
DATE    := 2026-11-23

PREFIX  ?= /usr/local
DESTDIR ?=
CFLAGS  ?= -O2 -g
OUT     := out

pkgdatadir = $(PREFIX)/share/codebook
localedir  = $(PREFIX)/share/locale

.DELETE_ON_ERROR:
.SUFFIXES:
.PHONY: all docs check check-unit check-sanitized check-threads fuzz lint format install uninstall deps clean help \
        pot update-po check-po preview bench FORCE

# The translations of the program's own messages; it finds them beside itself.
PROGRAM_LANGUAGES := $(patsubst po/program/%.po,%,$(wildcard po/program/*.po))
PROGRAM_MO        := $(PROGRAM_LANGUAGES:%=$(OUT)/share/locale/%/LC_MESSAGES/codebook-program.mo)

all: $(OUT)/bin/codebook $(PROGRAM_MO)

# ---- dependencies ----------------------------------------------------------------

deps: ## install what is missing to build and test (apt, dnf, pacman, apk, brew)
	@sh .ci/deps.sh

# `make deps docs`, also with -j: first the one, then the other.
ifneq ($(filter deps,$(MAKECMDGOALS)),)
$(filter-out deps,$(MAKECMDGOALS)) $(OUT)/obj/config: | deps
endif

# ---- the program -----------------------------------------------------------------

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wpointer-arith -Wwrite-strings -Wvla

# Asked for when first needed, not when the Makefile is read: `make deps docs` may have
# to install pkg-config and the libraries before.
lazy = $(eval $(1) := $(shell $(2)))$($(1))
XML_CFLAGS  = $(call lazy,XML_CFLAGS,pkg-config --cflags libxml-2.0 jansson libxxhash)
XML_LIBS    = $(call lazy,XML_LIBS,pkg-config --libs libxml-2.0 jansson libxxhash)
# gettext() is part of the C library with GNU and musl, and a library of its own elsewhere.
INTL_CFLAGS = $(call lazy,INTL_CFLAGS,sh .ci/intl.sh cflags)
INTL_LIBS   = $(call lazy,INTL_LIBS,sh .ci/intl.sh libs)

our_cppflags = -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -Igen $(where) $(XML_CFLAGS) $(INTL_CFLAGS)
our_cflags   = -std=c11 -pthread $(WARNINGS)
our_libs     = -pthread $(XML_LIBS) $(INTL_LIBS)

# Version and place are told to what asks for them alone: another PREFIX compiles no more
# than these again.
placed_flags  = -DCODEBOOK_VERSION='"$(VERSION)"' -DCODEBOOK_DATE='"$(DATE)"' \
                -DCODEBOOK_PKGDATADIR='"$(pkgdatadir)"' -DCODEBOOK_LOCALEDIR='"$(localedir)"'
where        :=
PLACED       := main.o base/intl.o command/inputs.o command/options.o command/session.o view/view.o
$(PLACED:%=$(OUT)/obj/%): where = $(placed_flags)
$(PLACED:%=$(OUT)/obj/%): $(OUT)/obj/placed

SOURCES := $(sort $(wildcard gen/*/*.c))
MADE    := $(OUT)/obj/schemas.o $(OUT)/obj/build.o
LIBRARY := $(SOURCES:gen/%.c=$(OUT)/obj/%.o) $(MADE)

$(OUT)/bin/codebook: $(OUT)/obj/main.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(our_libs) $(LDLIBS)

$(OUT)/obj/%.o: gen/%.c $(OUT)/obj/config
	@mkdir -p $(@D)
	$(CC) $(our_cppflags) $(CPPFLAGS) $(our_cflags) $(CFLAGS) -MMD -MP -c -o $@ $<

$(MADE): %.o: %.c
	$(CC) $(our_cppflags) $(CPPFLAGS) $(our_cflags) $(CFLAGS) -c -o $@ $<

# The schemas are built into the program, so that it finds them wherever it runs.
$(OUT)/obj/schemas.c: data/catalog.rng templates/outputs.rng gen/xml/embed.sh
	@mkdir -p $(@D)
	sh gen/xml/embed.sh catalog=data/catalog.rng outputs=templates/outputs.rng > $@

# What the program is made of: documents that another one made are made again.
$(OUT)/obj/build.c: gen/main.c $(SOURCES) $(sort $(wildcard gen/*/*.h)) data/catalog.rng templates/outputs.rng
	@mkdir -p $(@D)
	{ echo 'extern const char build_id[];'; \
	    cat $^ | cksum | sed 's/.*/const char build_id[] = "&";/'; } > $@

# What the objects were compiled with: a change of flags compiles them again. config is for
# all, placed for those above. $(call remembered,NAME)
define remembered
ifneq ($$($(1)),$$(strip $$(shell cat $(OUT)/obj/$(1) 2> /dev/null)))
$(OUT)/obj/$(1): FORCE
endif
$(OUT)/obj/$(1):
	@mkdir -p $$(@D)
	@echo '$$(subst ','\'',$$($(1)))' > $$@
endef
config := $(strip $(CC) $(CPPFLAGS) $(CFLAGS))
$(eval $(call remembered,config))
placed := $(strip $(VERSION) $(DATE) $(PREFIX))
$(eval $(call remembered,placed))

-include $(LIBRARY:.o=.d) $(OUT)/obj/main.d

# ---- documents -------------------------------------------------------------------

LANGUAGES := $(shell sed 's/\#.*//' po/LINGUAS)
MO        := $(LANGUAGES:%=$(OUT)/share/locale/%/LC_MESSAGES/codebook.mo)
INPUTS     = $(wildcard data/*.xml po/*.po po/LINGUAS templates/*.xml \
             templates/*/*.mustache templates/*.mustache)

# How other projects find the headers and the program.
PACKAGE   := $(addprefix $(OUT)/share/,pkgconfig/codebook.pc cmake/codebook/codebookConfig.cmake \
             cmake/codebook/codebookConfigVersion.cmake)

docs: $(OUT)/obj/docs.stamp $(MO) $(PROGRAM_MO) $(PACKAGE) ## generate headers, manual pages, Markdown and JSON

$(OUT)/obj/docs.stamp: $(OUT)/bin/codebook $(INPUTS)
	$(OUT)/bin/codebook build --data data --po po --templates templates --out $(OUT) --depfile $@.d
	@touch $@
-include $(OUT)/obj/docs.stamp.d

# A wrong %s would make the program crash, or print what is elsewhere in its memory.
to_mo = msgfmt --check-format --check-header -o $@ $<

$(OUT)/share/locale/%/LC_MESSAGES/codebook.mo: po/%.po
	@mkdir -p $(@D)
	$(to_mo)

$(OUT)/share/locale/%/LC_MESSAGES/codebook-program.mo: po/program/%.po
	@mkdir -p $(@D)
	$(to_mo)

$(OUT)/share/pkgconfig/%: templates/package/%.in $(OUT)/obj/placed
	@mkdir -p $(@D)
	sed 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|' $< > $@

$(OUT)/share/cmake/codebook/%: templates/package/%.in $(OUT)/obj/placed
	@mkdir -p $(@D)
	sed 's|@VERSION@|$(VERSION)|' $< > $@

$(OUT)/share/cmake/codebook/%: templates/package/%
	@mkdir -p $(@D)
	cp $< $@

# ---- translations ----------------------------------------------------------------
#
# Two sets: texts of the documents in po/, messages of the program in po/program/.

PROGRAM_POT := po/program/codebook-program.pot

# replace FILE: by what was made below $(OUT)/obj, if that differs.
replace = { cmp -s $(OUT)/obj/$(notdir $(1)) $(1) || cp $(OUT)/obj/$(notdir $(1)) $(1); }
# merge FILE.po,FILE.pot; what an editor on Windows leaves at the end of comments goes.
merge   = msgmerge --quiet --previous --no-wrap --add-location=file -o $(OUT)/obj/merged.po $(1) $(2) && \
          tr -d '\r' < $(OUT)/obj/merged.po > $(OUT)/obj/$(notdir $(1)) && $(call replace,$(1))

pot: $(OUT)/bin/codebook ## write the .pot files anew from catalog and templates, and from gen/
	$(OUT)/bin/codebook pot --data data --templates templates > $(OUT)/obj/codebook.pot
	$(call replace,po/codebook.pot)
	sh .ci/pot.sh > $(OUT)/obj/codebook-program.pot
	$(call replace,$(PROGRAM_POT))

# Rewritten texts keep their translation as fuzzy (join), what is left is merged, and one
# normal form is written: a second run changes nothing.
update-po: pot ## merge new and changed messages into every .po file
	for language in $(LANGUAGES); do \
	    $(OUT)/bin/codebook join po/$$language.po --data data --templates templates && \
	    $(call merge,po/$$language.po,po/codebook.pot) || exit 1; \
	done
	for language in $(PROGRAM_LANGUAGES); do \
	    $(call merge,po/program/$$language.po,$(PROGRAM_POT)) || exit 1; \
	done

# `make po/ja.po` starts a language, `make po/program/ja.po` one of the program. The second
# rule stands first, for the other fits too.
start_po = msginit --no-translator --no-wrap --locale=$* --input=$(1) --output-file=$@ && \
           sed "s/YEAR-MO-DA HO:MI+ZONE/$$(date -u '+%Y-%m-%d %H:%M+0000')/" $@ > $@.tmp && mv $@.tmp $@

po/program/%.po:
	$(call start_po,$(PROGRAM_POT))

po/%.po:
	$(call start_po,po/codebook.pot)
	grep -qx $* po/LINGUAS || { [ -z "$$(tail -c 1 po/LINGUAS)" ] || echo; echo $*; } >> po/LINGUAS

# LANG of the environment is the locale of the user, not what is asked for.
preview_lang = $(if $(findstring command,$(origin LANG)),$(LANG),$(firstword $(LANGUAGES)))

preview: $(OUT)/bin/codebook ## show one page: make preview LANG=zh_CN PAGE='smtp 252'
	@$(OUT)/bin/codebook show $(or $(PAGE),smtp 252) --lang $(preview_lang)

check-po: $(OUT)/bin/codebook ## check the translations: syntax, markup, coverage, Chinese typography
	for file in $(LANGUAGES:%=po/%.po) $(PROGRAM_LANGUAGES:%=po/program/%.po); do \
	    msgfmt --check -o /dev/null $$file || exit 1; \
	done
	for language in $(PROGRAM_LANGUAGES); do \
	    msgcmp po/program/$$language.po $(PROGRAM_POT) || exit 1; \
	done
	$(OUT)/bin/codebook check --data data --po po --templates templates --min-coverage 100 \
	    --fatal-warnings

# ---- tests -----------------------------------------------------------------------

check: $(OUT)/bin/codebook docs check-unit check-sanitized check-threads ## build and run all tests
	@sh tests/run.sh

UNIT_TESTS := $(patsubst tests/unit/%.c,$(OUT)/obj/tests/%,$(wildcard tests/unit/test_*.c))
UNIT_LIBS   = $(call lazy,UNIT_LIBS,pkg-config --libs cmocka)
TEST_HEADERS := $(wildcard tests/*/*.h)

check-unit: $(UNIT_TESTS)

$(OUT)/obj/tests/%: tests/unit/%.c $(TEST_HEADERS) $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(our_cppflags) -Itests/unit $(CPPFLAGS) $(our_cflags) $(CFLAGS) $(LDFLAGS) -o $@ $< $(LIBRARY) \
	    $(our_libs) $(UNIT_LIBS) $(LDLIBS)

# The same sources once more, in $(OUT)/obj/NAME: the program, the unit tests, and what is
# below tests/ besides. $(call variant,NAME,COMPILER,FLAGS)
define variant
$(1)_library := $(LIBRARY:$(OUT)/obj/%=$(OUT)/obj/$(1)/%)
$(PLACED:%=$(OUT)/obj/$(1)/%): where = $$(placed_flags)
$(PLACED:%=$(OUT)/obj/$(1)/%): $(OUT)/obj/placed

$(OUT)/obj/$(1)/codebook: $(OUT)/obj/$(1)/main.o $$($(1)_library)
	$(2) $(3) $$(LDFLAGS) -o $$@ $$^ $$(our_libs) $$(LDLIBS)

$(OUT)/obj/$(1)/%.o: gen/%.c $(OUT)/obj/config
	@mkdir -p $$(@D)
	$(2) $$(our_cppflags) $$(CPPFLAGS) $$(our_cflags) $(3) -MMD -MP -c -o $$@ $$<

$(MADE:$(OUT)/obj/%=$(OUT)/obj/$(1)/%): $(OUT)/obj/$(1)/%.o: $(OUT)/obj/%.c
	@mkdir -p $$(@D)
	$(2) $$(our_cppflags) $$(CPPFLAGS) $$(our_cflags) $(3) -c -o $$@ $$<

$(OUT)/obj/$(1)/tests/%: tests/unit/%.c $(TEST_HEADERS) $$($(1)_library)
	@mkdir -p $$(@D)
	$(2) $$(our_cppflags) -Itests/unit $$(CPPFLAGS) $$(our_cflags) $(3) $$(LDFLAGS) -o $$@ $$< $$($(1)_library) \
	    $$(our_libs) $$(UNIT_LIBS) $$(LDLIBS)

$(OUT)/obj/$(1)/tests/%: tests/%.c $(TEST_HEADERS) $$($(1)_library)
	@mkdir -p $$(@D)
	$(2) $$(our_cppflags) $$(CPPFLAGS) $$(our_cflags) $(3) $$(LDFLAGS) -o $$@ $$< $$($(1)_library) \
	    $$(our_libs) $$(LDLIBS)

-include $$($(1)_library:.o=.d) $(OUT)/obj/$(1)/main.d
endef

# With the address, leak and undefined behaviour sanitizers.
SANITIZE := -fsanitize=address,undefined -fno-sanitize-recover=undefined \
            -fno-omit-frame-pointer -O1 -g -Wno-format-truncation -Wno-format-overflow
$(eval $(call variant,san,$$(CC),$$(SANITIZE)))

FUZZERS      := $(patsubst tests/fuzz/%.c,%,$(wildcard tests/fuzz/fuzz_*.c))
SAN_PROGRAMS := $(UNIT_TESTS:$(OUT)/obj/tests/%=%) po/dump build/seal $(FUZZERS:%=fuzz/%)

check-sanitized: $(OUT)/obj/san/codebook $(SAN_PROGRAMS:%=$(OUT)/obj/san/tests/%)

# With the thread sanitizer, where the compiler has it; the test says so where not.
SANITIZE_THREADS := -fsanitize=thread -pthread -O1 -g
$(eval $(call variant,tsan,$$(CC),$$(SANITIZE_THREADS)))

# $(call makes_program,COMPILER,FLAGS,main): whether the compiler has what the flags ask for.
makes_program = echo 'int $(3)(void) { return 0; }' | $(1) $(2) -x c -o $(OUT)/obj/probe - 2> /dev/null

check-threads: $(OUT)/obj/config $(MADE:.o=.c)
	@if $(call makes_program,$(CC),$(SANITIZE_THREADS),main); then \
	    $(MAKE) --no-print-directory $(OUT)/obj/tsan/codebook $(OUT)/obj/tsan/tests/threads/threads; fi

# With libFuzzer, which clang has.
FUZZ_CC      ?= clang
FUZZ_SECONDS ?= 60
SANITIZE_FUZZ := -fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=undefined -O1 -g \
                 -DFUZZING_BUILD_MODE_UNSAFE_FOR_PRODUCTION
$(eval $(call variant,fuzz,$$(FUZZ_CC),$$(SANITIZE_FUZZ)))
$(OUT)/obj/fuzz/tests/%: LDFLAGS += -fsanitize=fuzzer

fuzz: $(OUT)/obj/config $(MADE:.o=.c) ## look for input that breaks a parser: FUZZ_SECONDS=60 for each
	@if $(call makes_program,$(FUZZ_CC),$(SANITIZE_FUZZ) -fsanitize=fuzzer,LLVMFuzzerTestOneInput); then \
	    $(MAKE) --no-print-directory $(FUZZERS); else \
	    echo "SKIP fuzz: no libFuzzer with $(FUZZ_CC) here"; fi

# fuzz_po, for example. What breaks it is left in $(OUT)/obj/fuzz; the corpora in tests/ are
# tests of `make check`, too.
.PHONY: $(FUZZERS)
$(FUZZERS): fuzz_%: $(OUT)/obj/fuzz/tests/fuzz/fuzz_%
	@mkdir -p $(OUT)/obj/fuzz/corpus/$*
	$< -max_total_time=$(FUZZ_SECONDS) -timeout=10 -artifact_prefix=$(OUT)/obj/fuzz/$*- \
	    $(OUT)/obj/fuzz/corpus/$* $(wildcard tests/fuzz/$* tests/$*/corpus)

# What BENCH names, or all: make bench BENCH='tree show'
BENCH       :=
BENCH_TOOLS := $(addprefix $(OUT)/obj/bench/,lookup floor run codebook-count)

bench: $(OUT)/bin/codebook $(BENCH_TOOLS) ## measure, as ratios within one run
	@python3 tests/bench/bench.py $(BENCH)

$(OUT)/obj/bench/%: tests/bench/%.c $(OUT)/obj/docs.stamp
	@mkdir -p $(@D)
	$(CC) -std=c11 -D_POSIX_C_SOURCE=200809L -D_DEFAULT_SOURCE -I$(OUT)/include $(WARNINGS) $(CFLAGS) -o $@ $< -pthread

$(OUT)/obj/bench/codebook-count: tests/bench/count.c $(OUT)/obj/main.o $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) -std=c11 $(WARNINGS) $(CFLAGS) $(LDFLAGS) -o $@ $^ $(our_libs) $(LDLIBS)

lint: ## clang-format, clang-tidy and cppcheck over the sources
	@sh tests/lint.sh $(placed_flags) $(our_cppflags)

format: ## format the sources in place
	clang-format -i gen/*.c gen/*/*.c gen/*/*.h tests/unit/*.c

# ---- installing ------------------------------------------------------------------

# install.sh reads "mode|file|path below PREFIX": what was made, and the sources that
# the program reads.
install: docs ## install under $(DESTDIR)$(PREFIX)
	{ (cd $(OUT) && find bin include share -type f) | sed 's|.*|644\|$(OUT)/&\|&|; /[|]bin\//s|^644|755|'; \
	    for file in data/* po/LINGUAS po/*.po templates/*.* templates/*/*.mustache; do \
	        echo "644|$$file|share/codebook/$$file"; \
	    done; } | sh .ci/install.sh install '$(DESTDIR)' '$(PREFIX)'

uninstall: ## remove what `install` put there
	@sh .ci/install.sh uninstall '$(DESTDIR)' '$(PREFIX)'

clean: ## remove everything that was made
	rm -rf $(OUT)/bin $(OUT)/include $(OUT)/share $(OUT)/obj $(OUT)/.codebook-*

help: ## this list
	@echo 'make all          build the program (the default)'
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' Makefile | while IFS="$$(printf '\t')" read -r target text; do \
	    printf 'make %-12s %s\n' "$$target" "$$text"; done
