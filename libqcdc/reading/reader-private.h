/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef QCDC_READER_PRIVATE_H
#define QCDC_READER_PRIVATE_H

#include "reading/draft-private.h"
#include "reading/around-private.h"
#include "reading/caption-private.h"
#include "reading/scene-private.h"
#include "reading/stock-private.h"
#include "reading/trace-private.h"

/* A figure of the whole text that a later passage may speak of again: the denominator far away, the same figure twice. */
typedef struct Sighting {
    QcdcDecimal value;
    uint32_t start, end;   /* bytes of the script */
    uint32_t noun_key, first_key;
    uint32_t passage;
    int8_t last_power;
    uint8_t percent, hedge, is_above; /* is_above: above or below a line */
    uint8_t is_level;                 /* no difference, base, plan or percent */
    uint8_t counts_people;
} Sighting;

/* The last share that was found to be of a whole: others of its sentence may be of it too. */
typedef struct Sibling {
    uint32_t sentence, end; /* bytes: where its sentence begins, behind its percent; 0: there is none */
    Mention whole;          /* of another passage it has no noun, and its token is none of this scene */
    Mention part;
} Sibling;

enum {
    READER_MAX_SIGHTINGS = 1 << 19, /* the first half a million figures; later ones are not looked back for */
    READER_LOOK_BACK = 64,          /* how many sightings a finder may look back over */
    READER_SAID = 4096,             /* the last figures, with the words about them, */
    READER_SAID_PLACES = 4096,      /* places where they are looked up, */
    READER_SAID_DEPTH = 4,          /* and how many each holds */
    READER_STOCKS = 32,             /* the last stocks of units */
    READER_SEEN = 4096              /* figures and documents that are remembered by what they are; a newer one takes the place of an older */
};

/* A claim as it is kept. Places are bytes of the script while the reading is under way, then bytes of the input. */
typedef struct Claim {
    uint32_t start, end, unit_start, unit_end;
    QcdcPeriod period, base_period;
    uint32_t first_number, alternative_of, order;
    uint8_t number_count, expected_count;
    uint8_t kind, verdict, cause, direction, mode, relation, hedge, open_list;
    uint8_t compares_year; /* of a change: its base is said to be a year before */
} Claim;

/* A number as it is kept. */
typedef struct ClaimFigure {
    int64_t coefficient;
    uint32_t start, end;
    uint8_t decimals, role, has_value, derived, percent, points;
    uint8_t is_old; /* printed in the text before: its places are of that input */
} ClaimFigure;

/* A figure with what was said about it where it was printed. */
typedef struct SaidFigure {
    QcdcDecimal value;
    uint32_t start, end;             /* bytes of the script */
    uint32_t named_start, named_end; /* with the words that name it: "tổng số 1.695 hộ" */
    uint32_t sentence_start;
    uint32_t behind_end;             /* and with the words behind it that are compared */
    uint32_t claim;                  /* 1 + the order of the claim that tells it first, once it was found again */
    int8_t last_power;
    uint8_t percent, slash;
    Around around;
    Caption caption;
} SaidFigure;

/* A document by its number, and the date that was printed with it last. */
typedef struct SeenDocument {
    uint32_t start, end; /* bytes of its number */
    uint32_t day, month, year;
    uint32_t date_start, date_end;
} SeenDocument;

/* A reading under way. */
typedef struct Reader {
    Arena arena;
    Script script;
    Scene scene;       /* the passage being read */
    size_t passage;    /* its number */
    Sighting *sightings;
    size_t sighting_count, sighting_capacity;
    Claim *claims;
    size_t claim_count, claim_capacity;
    ClaimFigure *figures;
    size_t figure_count, figure_capacity;
    QcdcPeriod own;    /* the report's period */
    Draft draft, other; /* for finders to make drafts in: they are large */
    Traces traces;     /* every figure with the words about it, if keeps_traces */
    bool keeps_traces;
    Sibling sibling;
    uint8_t *taken;    /* of each mention of the scene: bits of what finder has used it, TAKEN_… */
    SaidFigure said[READER_SAID];                            /* those numbered so, from 1, divided by READER_SAID */
    uint32_t said_count;
    uint32_t said_places[READER_SAID_PLACES][READER_SAID_DEPTH]; /* numbers by value, noun, size: the newest first; 0: none */
    uint32_t said_digits[READER_SEEN];                           /* the number of the last one by digits and noun */
    Stock stocks[READER_STOCKS];                                 /* numbered from 0, divided by READER_STOCKS */
    size_t stock_count;
    SeenDocument seen_documents[READER_SEEN];
} Reader;

enum {
    TAKEN_PART = 1,   /* a part of a sum */
    TAKEN_CHANGE = 2, /* a difference, percent or base of a change */
    TAKEN_RATE = 4,   /* a percent of a share, fraction, plan */
    TAKEN_LINE = 8,   /* above or below a line a/b that has been read */
    TAKEN_RANK = 16,
    TAKEN_SPAN = 32,  /* from … to …, a range */
    TAKEN_BALANCE = 64, /* what was done, and what is left */
    TAKEN_SWAP = 128   /* said to be another figure of which two digits changed places */
};

/* Judges the draft and keeps it as a claim; one that is_far and does not fit is dropped. *@out_kept (nullable) tells which. */
QcdcStatus reader_keep(Reader *reader, Draft *draft, bool *out_kept, QcdcError *error);

/* How many sightings stand before the byte @at of the script: they stand in its order. */
size_t reader_count_sightings(const Reader *reader, uint32_t at);
/* The first of the sightings that a finder looks back over: READER_LOOK_BACK of them at most. */
size_t reader_find_reach(const Reader *reader);
/* The figure of a sighting, as an operand: of what it counts the keys are known, not the words. */
Mention reader_recall(const Sighting *sighting);

/* Keeps the numbers of a draft behind those kept before; false when there is no memory. */
bool reader_keep_figures(Reader *reader, const Draft *draft);
QcdcStatus reader_fail_memory(QcdcError *error);

/* Gives changes that print no base the figure of an old text that was read with keeps_traces, as the new one was; bases that are printed
 * and differ from it become claims (R11). */
QcdcStatus reader_compare(Reader *reader, Reader *old, QcdcError *error);

/* Reads the script, passage by passage. */
QcdcStatus reader_run(Reader *reader, QcdcError *error);

/* The period that the report is of, by its head: the first one named in the title, which follows "BÁO CÁO"; none if it says none. */
QcdcPeriod reader_find_own_period(const Script *script);

/* The finders, each over reader->scene, in this order. A finder takes what its cues claim and leaves the rest. */
QcdcStatus reader_find_ranks(Reader *reader, QcdcError *error);         /* rank, change_rank */
QcdcStatus reader_find_spans(Reader *reader, QcdcError *error);         /* reduction_from_to, growth_rate */
QcdcStatus reader_find_plans(Reader *reader, QcdcError *error);         /* plan_attainment, target */
QcdcStatus reader_find_changes(Reader *reader, QcdcError *error);       /* change_abs, change_rel, change_pp, index */
QcdcStatus reader_find_contributions(Reader *reader, QcdcError *error);
QcdcStatus reader_find_ratios(Reader *reader, QcdcError *error);        /* density: of two sexes, to a hundred */
QcdcStatus reader_find_fractions(Reader *reader, QcdcError *error);     /* a/b in its seven readings: fraction, pair, series, score */
QcdcStatus reader_find_shares(Reader *reader, QcdcError *error);
QcdcStatus reader_find_balances(Reader *reader, QcdcError *error);
QcdcStatus reader_find_sums(Reader *reader, QcdcError *error);          /* sum_of_parts, signed_sum, rates between their parts' */
QcdcStatus reader_find_averages(Reader *reader, QcdcError *error);      /* average, density */
QcdcStatus reader_find_lists(Reader *reader, QcdcError *error);         /* count_of_list */
QcdcStatus reader_find_places(Reader *reader, QcdcError *error);        /* count_of_list: names right behind their count */
QcdcStatus reader_find_lines(Reader *reader, QcdcError *error);         /* columns of a table whose rows are passages */
QcdcStatus reader_find_notes(Reader *reader, QcdcError *error);         /* sums of a footnote's figures and those before its mark */
QcdcStatus reader_find_complements(Reader *reader, QcdcError *error);   /* shares of one whole, told in several places, that are all of it */
QcdcStatus reader_find_remainders(Reader *reader, QcdcError *error);    /* what was done and what is left of a figure before them */
QcdcStatus reader_find_deductions(Reader *reader, QcdcError *error);    /* what is left when some are taken out */
QcdcStatus reader_find_points(Reader *reader, QcdcError *error);        /* what sectors brought to a growth, which adds up to it */
QcdcStatus reader_find_gathered(Reader *reader, QcdcError *error);      /* totals behind their parts */
QcdcStatus reader_find_implied(Reader *reader, QcdcError *error);       /* figures behind one that add up to it */
QcdcStatus reader_find_columns(Reader *reader, QcdcError *error);       /* tables told as lists, whose columns add up to what was told before */
QcdcStatus reader_find_surpluses(Reader *reader, QcdcError *error);     /* xuất siêu, bội chi: one flow less the other */
QcdcStatus reader_find_reached(Reader *reader, QcdcError *error);       /* shares without their percent */
QcdcStatus reader_find_pairs(Reader *reader, QcdcError *error);         /* pair, approx */
QcdcStatus reader_find_crosses(Reader *reader, QcdcError *error);       /* cross, from the sightings */
QcdcStatus reader_find_stocks(Reader *reader, QcdcError *error);        /* cross: units of an area, told with two values */
QcdcStatus reader_find_dates(Reader *reader, QcdcError *error);         /* date, leftover */

#endif
