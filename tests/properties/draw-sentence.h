/* SPDX-FileCopyrightText: 2026 The libqcdc authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef DRAW_SENTENCE_H
#define DRAW_SENTENCE_H

/* Random figures of every nature in a tree of units that come and go, and every way to ask for sentences of them. */

#include "random.h"
#include "sentences.h"

static const char units[] = "code;name;level;parent;kind;text_name;own_name;level_name\n"
                            "t;Tỉnh 1;0;;;toàn tỉnh số 1;;\n"
                            "h;Huyện 2;1;t;huyện;huyện 2;cơ quan huyện 2;cấp huyện\n"
                            "x;Phường 3;2;h;phường;;;cấp xã\ny;Xã Y;2;h;xã;xã Y;;\n"
                            "z;Thị xã Z;1;t;thị xã;thị xã Z;;\n";

static const char indicators[] =
    "code;name;nature;measure;decimals;formula;part_of;part_kind;sentence;clause;verb;object;joiner;rate_verb;zero_phrase\n"
    "a;Lượt 1;flow;lượt;;;;;1;k;đã tiếp;;;;\n"
    "b;Vụ 2;flow;vụ, việc;;;;;1;k;;vụ việc loại 2;với;;\n"
    "c;Đơn;flow;đơn;;;;;1;;nhận;;;;không nhận đơn\n"
    "c1;Đơn 1;flow;đơn;;;c:p;partition;1;;;đơn loại 1;;;\n"
    "c2;Đơn 2;flow;đơn;;;c:p;partition;1;;;đơn loại 2;;;\n"
    "c3;Đơn 3;flow;đơn;;;c;subset;1;;;đơn quá 30 ngày;;;\n"
    "m;Thu;flow;triệu đồng;2;;;;2;;thu;;;;\n"
    "s;Hộ;stock;hộ;;;;;2;;có;hộ nghèo;;;không còn hộ nghèo\n"
    "p;Tỷ lệ;ratio;%;0;c1 / c;;;3;;có;đơn;;;\n"
    "q;Tỷ lệ 2;ratio;%;0;c2 / c;;;3;;;;;chiếm {} của 100 đơn;\n"
    "d;Mật độ;ratio;đơn/km2;0;c / s;;;3;;;;;mật độ;\n"
    "o;Hộ nghèo;ratio;%;2;;;;4;;còn;;;;\n"
    "e;Điểm;score;điểm;2;;;;4;;đạt;;;;\n"
    "r;Hạng;rank;bậc;;;;;4;;xếp;tỉnh loại 1;;;\n";

static const char plans[] = "kh=kế hoạch 135;dt=dự toán{} số 7";

/* Values of all sizes; the zero and its neighbours often. */
static inline void draw_value(Random *random, char *text, size_t size)
{
    static const int64_t ends[] = {1, 9, 99, 9999, 1000000, INT64_C(1000000000000000)};
    int64_t value = random_near_edges(random, 0, ends[random_below(random, sizeof ends / sizeof ends[0])]);
    snprintf(text, size, "%" PRId64, value);
}

static inline void add_observation(Random *random, char *table, const char *unit, const char *indicator, const char *period,
                            const char *scenario)
{
    static const char *const statuses[] = {"", "", "", "", "E", "P", "P+B", "O", "M", "L"};
    static const char *const hedges[] = {"", "", "", "trên", "không quá"};
    const char *status = statuses[random_below(random, sizeof statuses / sizeof statuses[0])];
    bool is_absent = status[0] == 'O' || status[0] == 'M' || status[0] == 'L';
    bool is_rank = strcmp(indicator, "r") == 0;
    char value[32], line[160];
    draw_value(random, value, sizeof value);
    if (is_rank)
        snprintf(value, sizeof value, "%" PRId64, random_near_edges(random, 1, 34));
    snprintf(line, sizeof line, "%s;%s;%s;%s;%s;%s;%s;%s\n", unit, indicator, period, is_absent ? "" : value, status,
             is_absent ? "" : hedges[random_below(random, sizeof hedges / sizeof hedges[0])],
             is_rank && !random_chance(random, 4) ? (random_chance(random, 3) ? "34" : "63") : "", scenario);
    if (!random_chance(random, 6))
        strcat(table, line);
}

static inline void draw_observations(Random *random, char *table)
{
    static const char *const places[] = {"h", "x", "y", "z"};
    static const char *const codes[] = {"a", "b", "c", "c1", "c2", "c3", "m", "s", "o", "e", "r"};
    static const char *const periods[] = {"2022-Q3", "2021-Q3", "2022-Q2"};
    strcpy(table, "unit;indicator;period;value;obs_status;hedge;field;scenario\n");
    for (size_t place = 0; place < 4; place++)
        for (size_t code = 0; code < sizeof codes / sizeof codes[0]; code++) {
            for (size_t period = 0; period < 3; period++)
                add_observation(random, table, places[place], codes[code], periods[period], "");
            add_observation(random, table, places[place], codes[code], "2022-Q3", "kh");
            add_observation(random, table, places[place], codes[code], "2022", "dt");
        }
}

static inline QcdcStyle draw_style(Random *random)
{
    QcdcStyle style = {.language = (QcdcLanguage)random_below(random, QCDC_LANGUAGE_END),
                       .base_phrase = (QcdcBasePhrase)random_below(random, QCDC_BASE_PHRASE_END),
                       .verb = (QcdcVerb)random_below(random, QCDC_VERB_END),
                       .percent = (QcdcPercent)random_below(random, QCDC_PERCENT_END),
                       .percent_decimals = (int32_t)random_below(random, 3),
                       .percent_keep_zeros = (int32_t)random_below(random, 2),
                       .show_base = (int32_t)random_below(random, 2),
                       .form = (QcdcForm)random_below(random, QCDC_FORM_END),
                       .change = (QcdcChangePlace)random_below(random, QCDC_CHANGE_PLACE_END),
                       .leading_zero = (QcdcLeadingZero)random_below(random, QCDC_LEADING_ZERO_END),
                       .plan = (QcdcPlanStyle)random_below(random, QCDC_PLAN_STYLE_END),
                       .per_year = (QcdcPerYear)random_below(random, QCDC_PER_YEAR_END),
                       .contribution = (QcdcContributionStyle)random_below(random, QCDC_CONTRIBUTION_STYLE_END),
                       .as_of = (int32_t)random_below(random, 2),
                       .rounding = (QcdcRounding)random_below(random, QCDC_ROUND_END)};
    if (random_chance(random, 4)) /* a word of the people's own is read in its language */
        strcpy(style.unchanged, style.language == QCDC_LANGUAGE_EN ? "the same as" : "bằng");
    if (random_chance(random, 4))
        strcpy(style.value_joiner, " cùng ");
    return style;
}

#endif
