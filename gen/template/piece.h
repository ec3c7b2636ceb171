/* piece.h: pieces of documents that are kept, to take them again. Inside the template part
 * only.
 *
 * A piece is what a span has become: operations that stand one after the other and depend on
 * the same. What an operation depends on is learned: while it runs, it is recorded which values
 * it names in the frames that were there before. Such a value is known by the shortest part of
 * its path that has an identity: `a`, where `a.class.name` is named and `a` lasts.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_TEMPLATE_PIECE_H
#define CB_TEMPLATE_PIECE_H

#include "template/memo.h"
#include "template/frames.h"
#include "template/program.h"

enum {
	PIECE_RECORDINGS = 32,
	MOST_TOGETHER = 4 /* values that one piece depends on */
};

/* A value that something depends on: that of a frame, a member of it, or a place in a list. */
struct dependency {
	const symbol *names;           /* from the value of the frame on */
	uint32_t up;                   /* frames above it */
	uint32_t members[PLACE_NAMES]; /* where the names were found */
	uint16_t often;                /* in how many lessons it was wide */
	uint8_t count;                 /* of the names */
	enum { DEPENDS_VALUE, DEPENDS_FIRST, DEPENDS_LAST } kind : 4;
	bool wide : 1; /* it is no value such as false, of which there is only one */
};

/* None of them is part of another one. */
struct dependencies {
	struct dependency items[MOST_TOGETHER];
	size_t count;
};

/* What is being run, to learn what it depends on. */
struct recording {
	struct recording *outer;
	size_t base;   /* frames that were there before */
	size_t number; /* of those around it */
	struct dependencies found;
	/* The outermost frame in which something was that has no identity, or MISSING. */
	size_t loose;
};

/* Operations that are made, kept and taken again together. */
struct span {
	uint64_t site;             /* for memo.h, together with what it is made in */
	uint32_t needs;            /* what has to be known, by bit: see struct identities */
	uint8_t on[MOST_TOGETHER]; /* what it depends on, in struct steps */
	uint8_t count;
	bool settled;  /* it does not matter what stands before it */
	bool several;  /* it depends on more than one thing, of which there are many */
	size_t length; /* operations, with those of sections; 0: nothing is kept */
	unsigned hits, misses;
};

/* What was learned of an operation, and the span that begins with it. */
struct piece {
	struct dependencies on;
	unsigned lessons;
	unsigned loose; /* how often it depended on something that has no identity */
	bool excessive; /* it depends on too much */
	bool alone;     /* a span of it and others was no good */
	struct span span;
};

/* Behind the bits of what spans depend on there is one that is never known, which spans need
 * that are hardly ever the same again, and one for whether pieces may be kept now. */
enum { MAX_COMMON = 16, NEVER_KNOWN = 1 << MAX_COMMON, MAY_KEEP = 2 << MAX_COMMON };

/* A span, or an operation where span is NULL. */
struct step {
	const struct op *op;
	struct span *span;
};

/* How a body is run. */
struct steps {
	struct dependency on[MAX_COMMON]; /* of its spans */
	size_t on_count;
	uint32_t on_top; /* by bit: those that change with the top frame */
	uint32_t needed; /* by bit: those of the spans that are kept */
	size_t count;
	struct step items[];
};

/* What the spans of a body depend on now. */
struct identities {
	uint64_t ids[MAX_COMMON];
	uint32_t known; /* by bit: those that have an identity */
};

/* What is known of an operation, and of the body of a section or a program. */
struct op_state {
	struct place place;
	struct piece *piece; /* NULL: there was no lesson yet */
	struct steps *steps;
	unsigned runs, next_lesson;
	bool running;
	bool taught; /* the steps are from all that is known */
};

/* Tells that the value of a path was looked up in a frame. */
void piece_note_value(struct renderer *r, const struct path *path, size_t frame);

/* Tells that the place of a frame in its list was asked for. */
void piece_note_position(struct renderer *r, const struct path *path, size_t frame);

/* Tells that something in a frame mattered that has no identity. */
void piece_note_loose(struct renderer *r, size_t frame);

/* Whether two more recordings are not too many within each other. */
static inline bool piece_may_record(const struct renderer *r)
{
	return !r->recording || r->recording->number < PIECE_RECORDINGS;
}

/* Begins to record. */
void piece_record(struct renderer *r, struct recording *recording);

/* Ends to record; what was found matters to what is around it too. */
void piece_record_end(struct renderer *r, const struct recording *recording);

/* Adds to what is known of the operation. */
void piece_learn(struct renderer *r, const struct op *op, const struct recording *recording);

/* Makes steps of the operations of a body, of which all is learned. */
void piece_form_steps(struct renderer *r, struct op_state *body, const struct op *ops,
		      size_t count);

/* Finds out what the spans depend on now, of all that is in `which`, by bit. */
void piece_identify(const struct renderer *r, struct steps *steps, uint32_t which,
		    struct identities *now);

/* The next function, of what is no map. */
bool piece_identify_other(const struct value *value, uint64_t *id);

/* Whether equal ids are equal values, and the id. */
static inline bool piece_identity(const struct value *value, uint64_t *id)
{
	if (!value || value->kind != VALUE_MAP)
		return piece_identify_other(value, id);
	*id = ((uint64_t) (uintptr_t) value->as.map.members << 4 | VALUE_MAP) ^
	      (uint64_t) value->as.map.count << 52;
	return value->lasting;
}

/* Tells that a piece was taken. */
void piece_note_span(struct renderer *r, const struct span *span, const struct steps *steps);

/* Takes the piece that the span would become now, and writes it to out. False: it is not
 * known; *key is to keep it with. */
static inline bool piece_take(struct renderer *r, const struct step *step,
			      const struct steps *steps, const struct identities *now,
			      uint64_t *key, struct buf *out)
{
	struct span *span = step->span;
	*key = r->frames[r->depth - 1].shapes + span->site;
	if (!span->settled)
		*key = memo_key(*key, format_context(step->op->mode, out));
	for (size_t i = 0; i < span->count; i++)
		*key = memo_key(*key, now->ids[span->on[i]]);
	if (!memo_get(r->memo, *key, out))
		return false;
	span->hits++;
	if (r->recording)
		piece_note_span(r, span, steps);
	return true;
}

/* Keeps what the span has become. False: something was learned by that. */
bool piece_keep(struct renderer *r, const struct step *step, const struct steps *steps,
		uint64_t key, const struct recording *recording, struct str text);

#endif
