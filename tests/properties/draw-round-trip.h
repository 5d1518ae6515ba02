/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef DRAW_ROUND_TRIP_H
#define DRAW_ROUND_TRIP_H

/* Random comparisons of every kind: units that begin and end, groups, levels, spans of years, plans of other periods, breaks,
 * estimates, common reporters, several bases, both languages. */

#include "draw-sentence.h"

enum {
    TIMES_MOST = 14,
    TABLE_BYTES = 256 * 1024
};

/* A period as the tables write it, and its days. */
typedef struct Time {
    const char *label, *first, *last;
} Time;

/* What can be asked of the first time: observed are the times, of flows and stocks the years where there are any. */
typedef struct Times {
    Time times[TIMES_MOST];
    const char *bases[TIMES_MOST], *plans[4];
} Times;

static const Times all_times[] = {
    {{{"2022-Q3", "2022-07-01", "2022-09-30"}, {"2021-Q3", "2021-07-01", "2021-09-30"}, {"2022-Q2", "2022-04-01", "2022-06-30"}},
     {"same-period", "previous", "2021-Q3", "plan:kh", "plan:dt", "same-period;plan:kh", "previous;same-period;plan:dt", "unit:h",
      "parent-mean", "parent-mean;unit:h;2021-Q3"},
     {"2022-Q3", "2022", "2022-S2"}},
    {{{"2022", "2022-01-01", "2022-12-31"}, {"2021", "2021-01-01", "2021-12-31"}, {"2020", "2020-01-01", "2020-12-31"}},
     {"same-period", "previous", "2020", "plan:kh", "previous;2020;plan:kh", "unit:h", "parent-mean;previous"},
     {"2022"}},
    {{{"2022-S1", "2022-01-01", "2022-06-30"}, {"2021-S1", "2021-01-01", "2021-06-30"}, {"2021-S2", "2021-07-01", "2021-12-31"}},
     {"same-period", "previous", "2021-S2", "plan:dt", "same-period;previous;plan:kh;plan:dt", "unit:h", "parent-mean"},
     {"2022-S1", "2022"}},
    {{{"2022-09", "2022-09-01", "2022-09-30"}, {"2021-09", "2021-09-01", "2021-09-30"}, {"2022-08", "2022-08-01", "2022-08-31"}},
     {"same-period", "previous", "2021-09", "plan:kh", "unit:h;parent-mean", "2021-09;plan:dt"},
     {"2022-09", "2022-Q3", "2022"}},
    {{{"2022-01/P9M", "2022-01-01", "2022-09-30"}, {"2021-01/P9M", "2021-01-01", "2021-09-30"}},
     {"same-period", "2021-01/P9M", "plan:kh", "unit:h", "parent-mean", "same-period;plan:dt"},
     {"2022-01/P9M", "2022"}},
    {{{"2022-09-15/2022-10-14", "2022-09-15", "2022-10-14"}, {"2021-09-15/2021-10-14", "2021-09-15", "2021-10-14"}},
     {"same-period", "2021-09-15/2021-10-14", "unit:h", "parent-mean"},
     {"2022"}},
    {{{"2016/P5Y", "2016-01-01", "2020-12-31"}, {"2011/P5Y", "2011-01-01", "2015-12-31"}, {"2011", "2011-01-01", "2011-12-31"},
      {"2012", "2012-01-01", "2012-12-31"}, {"2013", "2013-01-01", "2013-12-31"}, {"2014", "2014-01-01", "2014-12-31"},
      {"2015", "2015-01-01", "2015-12-31"}, {"2016", "2016-01-01", "2016-12-31"}, {"2017", "2017-01-01", "2017-12-31"},
      {"2018", "2018-01-01", "2018-12-31"}, {"2019", "2019-01-01", "2019-12-31"}, {"2020", "2020-01-01", "2020-12-31"}},
     {"previous", "2011/P5Y", "plan:kh", "previous;plan:kh", "unit:h", "parent-mean"},
     {"2016/P5Y"}},
};

/* One that begins and one that ends, on days that are drawn. */
typedef struct DrawnUnit {
    const char *code, *row, *begins, *ends;
} DrawnUnit;

static const DrawnUnit all_places[] = {
    {"t", "Tỉnh 1;0;;tỉnh;toàn tỉnh số 1;;;Province 1;", "", ""},
    {"h", "Huyện 2;1;t;huyện;huyện 2;cơ quan huyện 2;cấp huyện;District 2;nui", "", ""},
    {"x", "Phường 3;2;h;phường;;;cấp xã;;bang", "", ""},
    {"y", "Xã Y;2;h;xã;xã Y;;;Commune Y;nui", "", ""},
    {"z", "Thị xã Z;1;t;thị xã;thị xã Z;;;;bang", "", ""},
    {"w", "Huyện 7;1;t;huyện;huyện 7;;;;nui|bang", "?", ""},
    {"v", "Huyện V;1;t;huyện;huyện V;;;District V;nui", "", "?"},
    {"u", "Xã 9;2;z;xã;;;;;bang", "", "?"},
    {"k", "Tỉnh K;0;;tỉnh;;;;;", "", ""},
};

#define DRAWN_UNITS (sizeof all_places / sizeof all_places[0])

static const char all_indicators[] =
    "code;name;nature;measure;decimals;formula;part_of;part_kind;sentence;clause;verb;object;joiner;rate_verb;zero_phrase;short_measure;"
    "plan_direction;name_en;measure_en\n"
    "a;Lượt 1;flow;lượt;;;;;1;k;đã tiếp;;;;;;;Visits;visit|visits\n"
    "b;Vụ 2;flow;vụ, việc;;;;;1;k;;vụ việc loại 2;với;;;;at-most;;\n"
    "c;Đơn;flow;đơn;;;;;1;;nhận;;;;không nhận đơn;đơn;reduce-by;Petitions;petition|petitions\n"
    "c1;Đơn 1;flow;đơn;;;c:p;partition;1;;;đơn loại 1;;;;;at-least;;petitions of the 1st kind\n"
    "c2;Đơn 2;flow;đơn;;;c:p;partition;1;;;đơn loại 2;;;;đơn loại 2;;;\n"
    "c3;Đơn 3;flow;đơn;;;c;subset;1;;;đơn quá 30 ngày;;;;;;;\n"
    "m;Thu;flow;triệu đồng;2;;;;2;;thu;;;;;;;Revenue;million dong\n"
    "s;Hộ;stock;hộ;;;;;5;;có;hộ nghèo;;;không còn hộ nghèo;;;Households;\n"
    "n;Nợ;closing;tỷ đồng;1;;;;5;;còn;;;;;;;;\n"
    "p;Tỷ lệ;ratio;%;0;c1 / c;;;3;;có;đơn;;;;;;;\n"
    "q;Tỷ lệ 2;ratio;%;0;c2 / c;;;3;;;;;chiếm {} của 100 đơn;;;;;\n"
    "d;Mật độ;ratio;đơn/km2;0;c / s;;;3;;;;;mật độ;;;;;\n"
    "o;Hộ nghèo;ratio;%;2;;;;4;;còn;;;;;;;;\n"
    "e;Điểm;score;điểm;2;;;;4;;đạt;;;;;;;;marks\n"
    "r;Hạng;rank;bậc;;;;;4;;xếp;tỉnh loại 1;;;;;;;\n";

static const char all_groups[] = "nui=khối miền núi;bang=khối 2 đồng bằng";
static const char all_partitions[] = "p=chia theo 2 loại";

typedef struct Drawn {
    const Times *times;
    char units[4096], observations[TABLE_BYTES];
    DrawnUnit places[DRAWN_UNITS];
    FiguresAsk ask;
    FiguresMore more;
    bool is_coherent; /* asked for: parts add up to their whole, and are counted where it is */
    const char *indicators; /* asked for: instead of all_indicators */
} Drawn;

static inline void draw_places(Random *random, Drawn *drawn)
{
    static const char *const begins[] = {"2022-01-01", "2022-07-01", "2022-09-01", "2021-09-20", "2016-01-01"};
    static const char *const ends[] = {"2021-12-31", "2022-06-30", "2022-08-31", "2015-12-31", "2014-12-31"};
    strcpy(drawn->units, "code;name;level;parent;kind;text_name;own_name;level_name;name_en;groups;valid_from;valid_to\n");
    for (size_t place = 0; place < DRAWN_UNITS; place++) {
        char line[256];
        drawn->places[place] = all_places[place];
        if (all_places[place].begins[0] != '\0')
            drawn->places[place].begins = begins[random_below(random, sizeof begins / sizeof begins[0])];
        if (all_places[place].ends[0] != '\0')
            drawn->places[place].ends = ends[random_below(random, sizeof ends / sizeof ends[0])];
        snprintf(line, sizeof line, "%s;%s;%s;%s\n", all_places[place].code, all_places[place].row, drawn->places[place].begins,
                 drawn->places[place].ends);
        strcat(drawn->units, line);
    }
}

static inline bool is_in_force(const DrawnUnit *place, const Time *time)
{
    return strcmp(place->begins, time->first) <= 0 && (place->ends[0] == '\0' || strcmp(time->last, place->ends) <= 0);
}

/* A value like one before, often the same. */
typedef struct DrawnRow {
    const char *unit, *code, *period, *scenario;
    char value[32];
} DrawnRow;

static inline void draw_row_value(Random *random, DrawnRow *row)
{
    bool is_rank = strcmp(row->code, "r") == 0;
    if (row->value[0] != '\0' && random_chance(random, 4))
        return;
    draw_value(random, row->value, sizeof row->value);
    if (is_rank)
        snprintf(row->value, sizeof row->value, "%" PRId64, random_near_edges(random, 1, 34));
    if (strcmp(row->code, "m") == 0 || strcmp(row->code, "n") == 0) /* with decimals, many of them have to fit */
        row->value[13] = '\0';
    if (strchr("mnoe", row->code[0]) != NULL && random_chance(random, 2))
        snprintf(row->value + strlen(row->value), 8, ".%d", (int)random_below(random, row->code[0] == 'n' ? 10 : 100));
}

static inline void add_row(Random *random, DrawnRow *row, unsigned odds, char *table)
{
    static const char *const statuses[] = {"E", "P", "P+B", "A+B", "O", "M", "L", "E", "P", "O"};
    static const char *const hedges[] = {"trên", "không quá", "khoảng"};
    const char *status = random_chance(random, odds) ? statuses[random_below(random, sizeof statuses / sizeof statuses[0])] : "";
    bool is_absent = status[0] == 'O' || status[0] == 'M' || status[0] == 'L', is_rank = strcmp(row->code, "r") == 0;
    bool is_hedged = !is_absent && random_chance(random, 2 * odds);
    const char *field = is_rank && !random_chance(random, 4) ? (random_chance(random, 3) ? "34" : "63") : "";
    draw_row_value(random, row);
    if (random_chance(random, 8 + odds))
        return;
    table += strlen(table);
    snprintf(table, 256, "%s;%s;%s;%s;%s;%s;%s;%s\n", row->unit, row->code, row->period, is_absent ? "" : row->value, status,
             is_hedged ? hedges[random_below(random, 3)] : "", field, row->scenario);
}

/* Amounts of a span are those of its years, the others its own. */
static inline bool is_observed(const Times *times, size_t time, const char *code)
{
    bool has_years = times->times[2].label != NULL && strstr(times->times[0].label, "/P5Y") != NULL;
    bool is_own = strcmp(code, "o") == 0 || strcmp(code, "e") == 0 || strcmp(code, "r") == 0;
    return !has_years || (time < 2) == is_own;
}

static inline void draw_indicator(Random *random, Drawn *drawn, const DrawnUnit *place, const char *code)
{
    DrawnRow row = {.unit = place->code, .code = code, .scenario = ""};
    const Times *times = drawn->times;
    unsigned odds = times->times[3].label != NULL ? 24 : 3;
    for (size_t time = 0; time < TIMES_MOST && times->times[time].label != NULL; time++)
        if (is_in_force(place, &times->times[time]) && is_observed(times, time, code)) {
            row.period = times->times[time].label;
            add_row(random, &row, odds, drawn->observations);
        }
    for (size_t plan = 0; plan < 4 && times->plans[plan] != NULL; plan++) {
        row.period = times->plans[plan];
        row.scenario = random_chance(random, 3) ? "dt" : "kh";
        if (place->begins[0] == '\0' && place->ends[0] == '\0')
            add_row(random, &row, 6, drawn->observations);
    }
}

static inline void draw_rows(Random *random, Drawn *drawn)
{
    static const char *const codes[] = {"a", "b", "c", "c1", "c2", "c3", "m", "s", "n", "o", "e", "r"};
    strcpy(drawn->observations, "unit;indicator;period;value;obs_status;hedge;field;scenario\n");
    for (size_t place = 0; place < DRAWN_UNITS; place++)
        for (size_t code = 0; code < sizeof codes / sizeof codes[0]; code++) {
            bool is_above = strcmp(all_places[place].code, "t") == 0 && code < 9; /* the province is the sum of its districts */
            if (!is_above)
                draw_indicator(random, drawn, &drawn->places[place], codes[code]);
        }
}

/* Petitions of the first kind, and drawn beside them the others and the whole. */
static inline void add_petitions(Random *random, char *const *fields, char *table)
{
    int64_t first = strtoll(fields[3], NULL, 10), second = random_near_edges(random, 0, first + 9);
    const struct {
        const char *code;
        int64_t value;
    } rows[] = {{"c1", first}, {"c2", second}, {"c", first + second}, {"c3", first / 2}};
    table += strlen(table);
    for (size_t row = 0; row < sizeof rows / sizeof rows[0]; row++)
        table += sprintf(table, "%s;%s;%s;%" PRId64 ";;;;%s\n", fields[0], rows[row].code, fields[2], rows[row].value, fields[7]);
}

/* The petitions of every place anew, from those of the first kind. */
static inline void draw_coherent(Random *random, Drawn *drawn)
{
    static char table[TABLE_BYTES];
    char line[FIGURES_MAX_LINE], copy[FIGURES_MAX_LINE], *fields[FIGURES_MAX_FIELDS];
    const char *text = drawn->observations;
    table[0] = '\0';
    while (figures_read_line(&text, line)) {
        strcpy(copy, line);
        figures_split(copy, ';', fields);
        if (strcmp(fields[1], "c1") == 0 && fields[3][0] != '\0')
            add_petitions(random, fields, table);
        else if (fields[1][0] != 'c')
            strcat(strcat(table, line), "\n");
    }
    strcpy(drawn->observations, table);
}

static inline void draw_question(Random *random, Drawn *drawn)
{
    static const char *const units_asked[] = {NULL, "t", "h", "z"}, *const indicators_asked[] = {NULL, NULL, "c", "c;m;s", "a;b", "r;o"};
    size_t bases = 0;
    while (drawn->times->bases[bases] != NULL)
        bases++;
    drawn->ask = (FiguresAsk){.unit = units_asked[random_below(random, 4)],
                              .period = drawn->times->times[0].label,
                              .bases = drawn->times->bases[random_below(random, bases)],
                              .indicators = indicators_asked[random_below(random, 6)],
                              .by = (QcdcBy)random_below(random, QCDC_BY_END),
                              .depth = random_chance(random, 2) ? 2 : 0};
    bool is_one_in_time = strchr(drawn->ask.bases, ';') == NULL && strchr(drawn->ask.bases, ':') == NULL &&
                          strcmp(drawn->ask.bases, "parent-mean") != 0;
    if (is_one_in_time && random_chance(random, 3))
        drawn->ask.basis = QCDC_BASIS_COMMON;
    drawn->more = (FiguresMore){.grouping = (QcdcGrouping)random_below(random, QCDC_GROUPING_END)};
}

static inline QcdcComparison *draw_comparison(Random *random, Drawn *drawn)
{
    const char *rows = drawn->indicators != NULL ? drawn->indicators : all_indicators;
    Figures figures = {drawn->units, rows, drawn->observations, plans, all_groups, all_partitions};
    QcdcRollupOptions options = {0};
    drawn->times = &all_times[random_below(random, sizeof all_times / sizeof all_times[0])];
    draw_places(random, drawn);
    draw_rows(random, drawn);
    if (drawn->is_coherent)
        draw_coherent(random, drawn);
    draw_question(random, drawn);
    QcdcCube *cube = figures_make_cube_with(&figures, &drawn->more, &options);
    QcdcComparison *comparison = cube != NULL ? figures_compare_cube(cube, &drawn->ask) : NULL;
    qcdc_cube_unref(cube);
    return comparison;
}

#endif
