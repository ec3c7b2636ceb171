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
#include "template/names.h"
#include "template/program.h"

enum { PIECE_RECORDINGS = 32 };

/* A value that something depends on: that of a frame, a member of it, or a place in a list. */
struct dependency {
	enum { DEPENDS_VALUE, DEPENDS_FIRST, DEPENDS_LAST } kind;
	bool wide;      /* it is no value such as false, of which there is only one */
	unsigned often; /* in how many lessons it was wide */
	size_t up;      /* frames above it */
	const symbol *names; /* from the value of the frame on */
	size_t count;
	uint32_t members[PLACE_NAMES]; /* where the names were found */
};

/* None of them is part of another one. */
struct dependencies {
	struct dependency items[MEMO_VALUES];
	size_t count;
};

/* What is being run, to learn what it depends on. */
struct recording {
	struct recording *outer;
	size_t base; /* frames that were there before */
	size_t number; /* of those around it */
	struct dependencies found;
	/* The outermost frame in which something was that has no identity, or MISSING. */
	size_t loose;
};

struct span {
	uint64_t id;
	size_t length; /* operations, with those of sections; 0: nothing is kept */
	struct dependencies on;
	uint32_t last; /* see memo_get() */
	unsigned hits, misses;
	bool off; /* it is hardly ever the same again */
};

/* What was learned of an operation, and the span that begins with it. */
struct piece {
	struct dependencies on;
	unsigned lessons;
	unsigned loose; /* how often it depended on something that has no identity */
	bool excessive; /* it depends on too much */
	struct span span;
};

/* What is known of an operation. */
struct op_state {
	struct place place;
	struct piece *piece; /* NULL: it was not run yet */
	unsigned runs;	     /* of its body, or of the program */
	bool taught;         /* there are spans in it, of all that is known */
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

/* Adds to what is known of the operation. In a lesson, where taught is NULL, it is counted what
 * is usual; elsewhere *taught becomes false when the operation depends on something new. */
void piece_learn(struct renderer *r, const struct op *op, const struct recording *recording,
		 bool *taught);

/* Makes spans of operations of which all is learned. */
void piece_form_spans(struct renderer *r, const struct op *ops, size_t count);

/* The key of what the span would become now; false: something has no identity. */
bool piece_key(struct renderer *r, const struct op *op, struct span *span, const struct buf *out,
	       struct memo_key *key);

/* Whether the piece is known; then it is written to out. */
bool piece_take(struct renderer *r, struct span *span, const struct memo_key *key, struct buf *out);

/* Keeps what the span has become, if the key tells all that it depends on. */
void piece_keep(struct renderer *r, struct span *span, const struct memo_key *key,
		const struct recording *recording, struct str text);

#endif
