/* catalog.h: the model of a catalog. XML is read into it once; afterwards it is
 * read-only and lives in one arena.
 *
 * SPDX-License-Identifier: MIT */
#ifndef CB_CATALOG_CATALOG_H
#define CB_CATALOG_CATALOG_H

#include "base/arena.h"
#include "base/diag.h"
#include "base/map.h"
#include "base/str.h"
#include "text/message.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Paragraphs, in order. */
struct prose {
	const struct message **items;
	size_t count;
};

struct source {
	const char *id, *number, *title, *status, *date, *href, *anchor;
	const char *obsoletes, *updates; /* ids, separated by spaces; NULL where none */
	struct loc loc;
};

struct citation {
	const struct source *source;
	const char *section; /* NULL: the source as a whole */
	struct loc loc;
};

struct role {
	const char *id;
	const struct message *name;
	struct loc loc;
};

struct class
{
	const char *id, *label; /* label: "4xx", NULL where none */
	const struct message *name;
	struct prose description;
	bool ranged;
	uint32_t from, to;  /* where ranged */
	const char *prefix; /* NULL where none */
	struct loc loc;
};

struct facet;

struct facet_value {
	const char *id, *literal;             /* literal NULL: name is set */
	const struct message *name, *meaning; /* meaning NULL where none */
	const struct facet *facet;
	struct loc loc;
};

struct facet {
	const char *id;
	const struct protocol *protocol;
	const struct message *name;
	bool multiple, optional;
	bool varies; /* several values hold in different situations */
	bool place;  /* says where in an exchange a code occurs */
	const struct facet_value *values;
	size_t count;
	size_t kind_count; /* of what codes say about it */
	struct loc loc;
};

struct associate {
	const char *value;
	const struct message *name;
	struct citation citation;
	struct loc loc;
};

/* What a code says about one facet of its protocol. */
struct fact {
	const struct facet *facet;
	const struct facet_value **values; /* in the order of the facet */
	size_t count;                      /* 0: an optional facet that is not stated */
	size_t kind; /* codes that say the same have the same; below kind_count of the facet */
};

struct fix {
	const struct role *role;
	struct prose text;
};

struct practice {
	const char *software;
	const struct source *source; /* NULL where none */
	struct prose text;
};

struct alias {
	const char *id, *name;
	const struct source *source; /* NULL where none */
	struct loc loc;
};

struct association {
	const struct associate *associate;
	bool practice; /* false: a specification pairs the two */
};

/* A code that is named somewhere; code is resolved when all files are read. */
struct reference {
	const char *name; /* "252" or "dns:NXDOMAIN" */
	const struct code *code;
	struct loc loc;
};

struct example_line {
	const char *from, *text;
};

struct example {
	const struct message *caption; /* NULL where none */
	const struct example_line *lines;
	size_t count;
};

struct code {
	const struct protocol *protocol;
	size_t index;      /* in protocol->codes */
	const char *value; /* as on the wire */
	const char *slug;  /* value in lower case, with the vendor where several share it */
	const char *id;    /* cannot-verify-user */
	bool malformed;    /* the value is not of the form that the protocol declares */
	bool numeric;      /* number is set */
	uint32_t number;
	const struct class *class;
	const char *since, *retired, *status, *expires,
		*vendor; /* all but since, status may be NULL */
	const struct message *name, *summary, *choose;
	const char *phrase; /* NULL where none */
	struct prose description, when;
	const struct fix *fixes;
	size_t fix_count;
	const struct practice *practices;
	size_t practice_count;
	struct fact *facts; /* one per facet of the protocol, same order */
	const struct alias *aliases;
	size_t alias_count;
	const struct association *associated;
	size_t associated_count;
	const struct citation *citations;
	size_t citation_count;
	struct reference *see;
	size_t see_count;
	const struct example *examples;
	size_t example_count;
	struct loc loc;
};

struct difference {
	const char *id;
	const struct message *text;
};

/* A pair that somebody wrote about; a comes before b in the protocol. */
struct comparison {
	const struct code *a, *b;
	const struct message *lead;
	const struct difference *differences;
	size_t difference_count;
	struct prose decision;
	struct loc loc;
};

enum value_form { VALUES_DECIMAL, VALUES_HEX, VALUES_DOTTED, VALUES_SYMBOLIC };

struct protocol {
	size_t index; /* in the catalog */
	const char *id, *name, *version, *date;
	enum value_form form;
	const char *file; /* as given, for messages */
	const char *base; /* the name of the file without its directory */
	const struct message *title, *term, *summary;
	struct prose description;
	const struct source *sources;
	size_t source_count;
	const struct role *roles;
	size_t role_count;
	const struct class *classes;
	size_t class_count;
	struct facet *facets;
	size_t facet_count;
	const struct message *associates_name; /* NULL where there are no associates */
	const struct associate *associates;
	size_t associate_count;
	struct code *codes; /* ascending */
	size_t code_count;
	struct comparison *comparisons; /* ascending */
	size_t comparison_count;
	struct map codes_by_value; /* value or slug to struct code */
	struct loc loc;
};

/* Whether values are numbers, so that headers have them as constants. */
static inline bool protocol_is_numeric(const struct protocol *protocol)
{
	return protocol->form == VALUES_DECIMAL || protocol->form == VALUES_HEX;
}

/* What a document can be about. */
enum subject_kind { SUBJECT_CATALOG, SUBJECT_PROTOCOL, SUBJECT_CODE, SUBJECT_PAIR };

struct subject {
	enum subject_kind kind;
	const struct protocol *protocol; /* NULL for the catalog; that of a for a pair */
	const struct code *a;            /* the code, or the first of a pair */
	const struct code *b;            /* the second of a pair */
};

struct catalog {
	struct arena arena;
	struct protocol **protocols; /* in the order of their ids */
	size_t protocol_count;
	const struct message **messages; /* every translatable text, in file order */
	size_t message_count;
};

/* The files that a path stands for: itself, or where it is a directory its *.xml, sorted.
 * Returns the count; 0: see diag. The path has to outlive the list, which is in the arena. */
size_t catalog_files(struct arena *arena, const char *path, struct diag *diag, const char ***files);

/* Reads every path: a protocol file, or a directory of *.xml. All errors of all files are
 * added to diag in one go. Returns NULL when there was any; the caller frees the result with
 * catalog_free(). Paths have to outlive the catalog. */
struct catalog *catalog_load(const char *const *paths, size_t count, struct diag *diag);

void catalog_free(struct catalog *catalog);

/* The protocol with this id, or NULL. */
const struct protocol *catalog_protocol(const struct catalog *catalog, struct str id);

/* The protocol that a message is of, or NULL: it is not of the catalog. */
const struct protocol *catalog_owner(const struct catalog *catalog, const struct message *message);

/* A code by its value as written ("252", "NXDOMAIN") or its slug; NULL where
 * there is none. */
const struct code *protocol_code(const struct protocol *protocol, struct str value);

/* Whether it is the one that protocol_code() finds by its value, which may have several
 * owners. */
bool code_is_primary(const struct code *code);

/* A code from a reference "252" (within protocol, which may be NULL) or "smtp:252". */
const struct code *catalog_code(const struct catalog *catalog, const struct protocol *protocol,
				struct str reference);

/* A source of the protocol by its id, or NULL. */
const struct source *protocol_source(const struct protocol *protocol, struct str id);

/* The pair that somebody wrote about, in either order, or NULL. */
const struct comparison *protocol_comparison(const struct code *a, const struct code *b);

/* The subject of a pair, which is the same for both orders: within a protocol the
 * lower value first, otherwise the protocols by id. */
struct subject subject_of_pair(const struct code *x, const struct code *y);

/* The order of two codes of one protocol: by number, dotted part by part, or as
 * they stand in the file. Negative where a comes first. */
int code_order(const struct code *a, const struct code *b);

#endif
