# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Rscript tests/golden/stats/year.R FOLDER: writes year-series.tsv (months of years, a row a month: of each case the past years, then this one) and
# year-estimates.tsv: the estimate, bounds and back-test as year-estimate.h tells them. Numbers have 17 digits. Made with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)[1]
write_table <- function(name, table) {
  lines <- c(paste(names(table), collapse = "\t"), do.call(paste, c(lapply(table, function(column) sprintf("%.17g", column)), sep = "\t")))
  writeLines(lines, file.path(folder, paste0(name, ".tsv")))
}

set.seed(11)
season <- c(0.5, 0.7, 0.9, 1, 1.1, 1.2, 1.1, 1, 1, 1.1, 1.1, 1.3)
cases <- list(
  matrix(rpois(4 * 12, 40 * season), ncol = 4),
  matrix(rpois(6 * 12, 2 * season), ncol = 6),
  matrix(rpois(11 * 12, rep(exp(rnorm(11, 6, 0.2)), each = 12) * season * exp(rnorm(132, 0, 0.3))), ncol = 11),
  matrix(exp(rnorm(5 * 12, 0, 0.4)) * season * 1000, ncol = 5),
  matrix(rep(c(1, 2, 3), length.out = 48), ncol = 4),
  cbind(c(rep(0, 6), rep(4, 6)), rep(5, 12), c(rep(9, 6), rep(0, 6)), rep(2, 12)))
write_table("year-series", do.call(rbind, lapply(seq_along(cases), function(number) data.frame(case = number, figure = as.vector(cases[[number]])))))

estimate <- function(number, months, level) {
  years <- cases[[number]]
  past <- years[, -ncol(years), drop = FALSE]
  n <- ncol(past)
  counts <- all(years == floor(years))
  half <- if (counts) 0.5 else 0
  a <- colSums(past[1:months, , drop = FALSE])
  r <- colSums(past) - a
  reached <- sum(years[1:months, ncol(years)])
  share <- sum(a) / sum(a + r)
  centre <- log((sum(r) + half) / (sum(a) + half))
  coming <- (reached + half) * exp(centre)
  seen <- sum((log((r + half) / (a + half)) - centre)^2) / (n - 1)
  chance <- if (counts) mean(1 / (a + 0.5) + 1 / (r + 0.5)) else 0
  between <- (if (seen > 0) seen^2 / (seen + chance) else 0) * (1 + sum(((a + r) / sum(a + r))^2))
  new <- if (counts) 1 / (reached + 0.5) + 1 / (coming + 0.5) + 1 / (sum(a) + 0.5) + 1 / (sum(r) + 0.5) else 0
  away <- exp(sqrt(qt((1 + level) / 2, n - 1)^2 * between + qnorm((1 + level) / 2)^2 * new))
  told <- vapply(1:n, function(i) if (sum(a[-i]) > 0) a[i] / (sum(a[-i]) / sum((a + r)[-i])) else 0, 0)
  low <- reached + coming / away
  high <- reached + coming * away
  data.frame(case = number, years = n, months = months, level = level, estimate = reached / share, low = if (counts) floor(low) else low,
             high = if (counts) ceiling(high) else high, share = share, reached = reached, spread = sqrt(between + new),
             error = mean(abs(told / (a + r) - 1)), naive_error = mean(abs(a * 12 / months / (a + r) - 1)))
}
asked <- expand.grid(number = c(1:4, 6), months = c(1, 6, 11), level = c(0.95, 0.8))
asked <- rbind(asked[!(asked$number == 6 & asked$months != 6), ], data.frame(number = 5, months = 3, level = 0.95)) # a share that is the same in all years
write_table("year-estimates", do.call(rbind, Map(estimate, asked$number, asked$months, asked$level)))
