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
	uint64_t site; /* for memo.h, together with what it is made in */
	size_t length; /* operations, with those of sections; 0: nothing is kept */
	unsigned hits, misses;
	bool settled; /* it does not matter what stands before it */
	bool several; /* it depends on more than one thing, of which there are many */
	bool off;     /* it is hardly ever the same again */
	struct dependencies on;
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

/* A span, or an operation where span is NULL. */
struct step {
	const struct op *op;
	struct span *span;
};

/* How a body is run. */
struct steps {
	size_t count;
	struct step items[];
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

/* The members that were named, one after the other. */
const struct value *piece_follow(struct dependency *on, const struct value *value);

/* The identity of what something depends on now; false: it has none. */
static inline bool piece_identify(const struct renderer *r, struct dependency *on, uint64_t *id)
{
	if (on->up >= r->depth)
		return false;
	const struct frame *frame = &r->frames[r->depth - 1 - on->up];
	const struct value *value = frame->value;
	if (on->kind != DEPENDS_VALUE) {
		*id = on->kind == DEPENDS_FIRST ? frame->index == 0
						: frame->index + 1 == frame->count;
		return true;
	}
	if (on->count == 1)
		value = name_member(value, on->names[0], &on->members[0]);
	else if (on->count)
		value = piece_follow(on, value);
	return piece_identity(value, id);
}

/* What the piece is known by that the span would become now; false: there is no such thing. */
static inline bool piece_key(const struct renderer *r, enum mode mode, struct span *span,
			     const struct buf *out, uint64_t *key)
{
	uint64_t id, all = r->frames[r->depth - 1].shapes + span->site;
	if (!span->settled)
		all = memo_key(all, format_context(mode, out));
	for (struct dependency *on = span->on.items, *end = on + span->on.count; on < end; on++) {
		if (!piece_identify(r, on, &id))
			return false;
		all = memo_key(all, id);
	}
	*key = all;
	return true;
}

/* Tells that a piece was taken. */
void piece_note_span(struct renderer *r, const struct span *span);

/* Takes a piece and writes it to out. False: it is not known. */
static inline bool piece_take(struct renderer *r, struct span *span, uint64_t key, struct buf *out)
{
	if (!memo_get(r->memo, key, out))
		return false;
	span->hits++;
	if (r->recording)
		piece_note_span(r, span);
	return true;
}

/* Keeps what the span has become. False: something was learned by that. */
bool piece_keep(struct renderer *r, const struct step *step, uint64_t key,
		const struct recording *recording, struct str text);

#endif
