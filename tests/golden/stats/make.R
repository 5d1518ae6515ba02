# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Rscript tests/golden/stats/make.R FOLDER: writes the tables that R answers: counts, rates, proportion-intervals, rate-intervals, quantiles,
# toss-tails, event-tails, concentration-units, concentrations, places.
# Numbers have 17 digits. Made with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)[1]

write_table <- function(name, rows) {
  rows <- lapply(rows, function(row) lapply(row, function(cell) if (is.character(cell)) cell else if (is.infinite(cell)) c("inf", "-inf")[1 + (cell < 0)]
    else if (is.nan(cell)) "nan" else sprintf("%.17g", cell)))
  lines <- c(paste(names(rows[[1]]), collapse = "\t"), vapply(rows, function(row) paste(unlist(row), collapse = "\t"), ""))
  writeLines(lines, file.path(folder, paste0(name, ".tsv")))
}

# the conditional test of two counts, with the bounds of the ratio by those of the share
compare <- function(now, now_exposure, before, before_exposure, level) {
  all <- now + before
  chance <- now_exposure / (now_exposure + before_exposure)
  other <- before_exposure / (now_exposure + before_exposure)
  from <- pbinom(now - 1, all, chance, lower.tail = FALSE)
  to <- pbinom(now, all, chance)
  at <- dbinom(now, all, chance)
  side <- (1 - level) / 2
  odds <- function(share, rest) share / rest * before_exposure / now_exposure
  low <- if (now == 0) 0 else odds(qbeta(side, now, before + 1), qbeta(side, before + 1, now, lower.tail = FALSE))
  high <- if (before == 0) Inf else odds(qbeta(side, now + 1, before, lower.tail = FALSE), qbeta(side, before, now + 1))
  list(now = now, now_exposure = now_exposure, before = before, before_exposure = before_exposure, level = level,
       exact = min(1, 2 * min(from, to)), mid = max(0, min(1, 2 * min(from - at / 2, to - at / 2))),
       ratio = if (all == 0) NaN else now / now_exposure / (before / before_exposure), low = low, high = high)
}

pairs <- list(c(0, 0), c(1, 0), c(0, 1), c(1, 1), c(5, 5), c(12, 7), c(7, 12), c(0, 30), c(30, 0), c(428, 241), c(174, 132), c(132, 174), c(0, 1000),
              c(10500, 10000), c(1000000, 1003000), c(3, 1000), c(2, 1010), c(123456, 120000), c(100000000, 100030000))
write_table("counts", unlist(lapply(pairs, function(pair) lapply(c(0.95, 0.99, 0.5), function(level) compare(pair[1], 1, pair[2], 1, level))), recursive = FALSE))

exposures <- list(c(1, 2), c(31, 28), c(40.5, 31), c(0.001, 1), c(1000, 3))
write_table("rates", unlist(lapply(pairs[1:17], function(pair) lapply(exposures, function(exposure)
  compare(pair[1], exposure[1], pair[2], exposure[2], 0.95))), recursive = FALSE))

proportion <- function(count, total, level) {
  side <- (1 - level) / 2
  z <- qnorm(side, lower.tail = FALSE)
  share <- count / total
  middle <- (count + z^2 / 2) / (total + z^2)
  half <- z / (total + z^2) * sqrt(count * (total - count) / total + z^2 / 4)
  list(count = count, total = total, level = level, estimate = share,
       wilson_low = if (count == 0) 0 else middle - half, wilson_high = if (count == total) 1 else middle + half,
       exact_low = if (count == 0) 0 else qbeta(side, count, total - count + 1), exact_high = if (count == total) 1 else qbeta(side, count + 1, total - count, lower.tail = FALSE))
}
shares <- list(c(0, 1), c(1, 1), c(0, 10), c(10, 10), c(1, 10), c(62, 77), c(51, 70), c(1, 1000), c(999, 1000), c(500, 1000), c(12345, 100000), c(1, 1000000), c(999999, 1000000),
               c(500000000, 1000000000))
write_table("proportion-intervals", unlist(lapply(shares, function(share) lapply(c(0.95, 0.99, 0.8), function(level) proportion(share[1], share[2], level))), recursive = FALSE))

rate <- function(count, exposure, level) {
  side <- (1 - level) / 2
  list(count = count, exposure = exposure, level = level, estimate = count / exposure,
       low = if (count == 0) 0 else qgamma(side, count) / exposure, high = qgamma(side, count + 1, lower.tail = FALSE) / exposure)
}
write_table("rate-intervals", unlist(lapply(c(0, 1, 2, 14, 100, 12345, 1000000), function(count) lapply(c(1, 3, 0.25), function(exposure)
  rate(count, exposure, 0.95))), recursive = FALSE))

# where the bounds of a quantile stand among 1, 2, … n; 0: there is none
quantiles <- function(n, quantile, level) {
  side <- (1 - level) / 2
  below <- qbinom(side, n, quantile)
  while (below > 0 && pbinom(below - 1, n, quantile) > side) below <- below - 1
  while (pbinom(below, n, quantile) <= side) below <- below + 1
  above <- qbinom(side, n, 1 - quantile)
  while (above > 0 && pbinom(above - 1, n, 1 - quantile) > side) above <- above - 1
  while (pbinom(above, n, 1 - quantile) <= side) above <- above + 1
  list(n = n, quantile = quantile, level = level, estimate = unname(quantile(1:n, quantile, type = 7)),
       low = if (below == 0) -Inf else below, high = if (above == 0) Inf else n + 1 - above)
}
write_table("quantiles", unlist(lapply(c(1, 2, 5, 6, 10, 25, 100, 1001), function(n) lapply(c(0.5, 0.1, 0.75, 0.95), function(quantile)
  quantiles(n, quantile, 0.95))), recursive = FALSE))

# tails, down to the smallest numbers
tails <- list(c(3, 1000, 0.5), c(1, 1000, 0.5), c(0, 1000, 0.5), c(5, 10, 0.5), c(0, 0, 0.5), c(0, 1, 0.3), c(1, 1, 0.3), c(400, 500, 0.02), c(20, 1000000, 0.00001), c(160, 1000000, 0.00001),
              c(500, 1000, 0.999), c(499000, 1000000, 0.5), c(480000, 1000000, 0.5), c(100, 100, 0.001))
write_table("toss-tails", lapply(tails, function(row) list(count = row[1], total = row[2], chance = row[3],
  from = pbinom(row[1] - 1, row[2], row[3], lower.tail = FALSE), to = pbinom(row[1], row[2], row[3]), at = dbinom(row[1], row[2], row[3]))))
events <- list(c(0, 5), c(5, 5), c(1, 1e-6), c(200, 5), c(150, 1), c(3, 600), c(1000, 1300), c(1000000, 1003000), c(0, 690))
write_table("event-tails", lapply(events, function(row) list(count = row[1], mean = row[2],
  from = ppois(row[1] - 1, row[2], lower.tail = FALSE), to = ppois(row[1], row[2]))))

# concentration by the defining sums over all pairs; a unit without a value or weight is left out
concentrate <- function(value, weight, group, largest) {
  kept <- !is.nan(value) & !is.nan(weight) & weight != 0
  value <- value[kept]; weight <- weight[kept]; group <- group[kept]
  n <- length(value)
  p <- weight / sum(weight); s <- value / sum(value); y <- value / weight; mean <- sum(value) / sum(weight)
  differences <- outer(p, p) * abs(outer(y, y, "-"))
  entropy <- function(s, p) sum(ifelse(s > 0, s * log(s / p), 0))
  of_groups <- split(seq_len(n), group)
  between <- entropy(vapply(of_groups, function(g) sum(s[g]), 0), vapply(of_groups, function(g) sum(p[g]), 0))
  within <- sum(vapply(of_groups, function(g) { share <- sum(s[g]); if (share > 0) share * entropy(s[g] / share, p[g] / sum(p[g])) else 0 }, 0))
  list(gini = sum(differences) / (2 * mean), corrected = if (n == 1) NaN else sum(differences) / (2 * mean) * n / (n - 1),
       theil = entropy(s, p), within = within, between = between, herfindahl = sum(s^2), largest_share = sum(sort(s, decreasing = TRUE)[seq_len(min(largest, n))]),
       total = sum(value), weight = sum(weight), units = n, left_out = sum(!kept), groups = length(of_groups))
}
set.seed(20261128)
ones <- function(value) rep(1, length(value))
spread <- function(value, weight = ones(value), group = ones(value), largest = 1) list(value = value, weight = weight, group = group, largest = largest)
spreads <- list(spread(5), spread(c(0, 7)), spread(c(3, 4), group = c(1, 2)), spread(c(0, 0, 0, 9), group = c(1, 1, 2, 2)), spread(c(2, 2, 5, 5, 5, 0, 0, 2), largest = 3),
                spread(c(428, 241, 174, 132, 12, 7, 0, 1), group = c(1, 1, 2, 2, 2, 3, 3, 3), largest = 2),
                spread(c(12, 7, 0, 31, 5), weight = c(40000, 31000, 12000, 5000, 90000), group = c(1, 1, 1, 2, 2), largest = 9),
                spread(c(12, NaN, 7, 3, 8, 1), weight = c(10, 20, NaN, 0, 30, 5), group = c(7, 7, 7, 8, 4000000000, 8)),
                spread(c(1e18, 3, 1e-9, 2e17), weight = c(1, 1e9, 1e-3, 7)), spread(c(1e-80, 1e80, 1e80), group = c(5, 5, 6)),
                spread(c(10, 20, 30, 1, 2, 3), weight = c(1, 2, 3, 1, 2, 3), group = c(1, 1, 1, 2, 2, 2)),
                spread(rpois(63, 4), group = rep(1:9, 7), largest = 5),
                spread(round(rexp(40) * 1000), weight = round(runif(40, 500, 90000)), group = sample(1:6, 40, replace = TRUE), largest = 4),
                spread(floor(1 / runif(30)), group = rep(c(3, 1, 2), 10), largest = 10))
write_table("concentration-units", unlist(lapply(seq_along(spreads), function(k) with(spreads[[k]], lapply(seq_along(value), function(i)
  list(case = k, value = value[i], weight = weight[i], group = group[i])))), recursive = FALSE))
write_table("concentrations", lapply(seq_along(spreads), function(k) with(spreads[[k]], c(list(case = k, largest = largest), concentrate(value, weight, group, largest)))))

# places of quotients with ties, both ways, and the quarters they fall into
set.seed(7)
rank_all <- function(case, value, decimals, denominator) {
  number <- value / (10^decimals * denominator)
  falling <- rank(-number, ties.method = "min")
  data.frame(case = case, value = value, decimals = decimals, denominator = denominator, rising = rank(number, ties.method = "min"), falling = falling,
             quarter = floor((falling - 1) * 4 / length(number)) + 1)
}
ranked <- rbind(rank_all(1, sample(-3:9, 40, replace = TRUE) * 100, 0, 1), rank_all(2, c(15, 150, 1500, 1501, -15, -150, 0, 0, 1), c(1, 2, 3, 3, 1, 2, 0, 5, 9), 1),
                rank_all(3, sample(0:12, 60, replace = TRUE), 0, sample(1:12, 60, replace = TRUE)), rank_all(4, 5, 0, 1), rank_all(5, rep(7, 6), 0, rep(c(3, 3), 3)))
write_table("places", lapply(seq_len(nrow(ranked)), function(i) as.list(ranked[i, ])))
