# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Rscript tests/golden/stats/make-outlier.R FOLDER: writes outlier-values and outlier-windows: series of values with the scores by MAD and by Qn that
# R works out from the definitions. A row is a value of a series; what is no value is nan. Made with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)[1]

show <- function(number) ifelse(is.nan(number) | is.na(number), "nan", sprintf("%.17g", number))

write_table <- function(name, table) writeLines(c(paste(names(table), collapse = "\t"), do.call(paste, c(lapply(table, show), sep = "\t"))),
                                                file.path(folder, paste0(name, ".tsv")))

# Croux and Rousseeuw 1992, the naive way: the k-th smallest distance of all pairs, with the corrections for few values of the package robustbase
qn <- function(x) {
  n <- length(x)
  h <- n %/% 2 + 1
  distances <- sort(abs(outer(x, x, "-"))[lower.tri(diag(n))])
  few <- c(NA, 0.399356, 0.99365, 0.51321, 0.84401, 0.61220, 0.85877, 0.66993, 0.87344, 0.72014, 0.88906, 0.75743, 0.90023)
  correction <- if (n <= 12) few[n] else if (n %% 2 == 1) 1 / (1 + (1.60188 + (-2.1284 - 5.172 / n) / n) / n)
    else 1 / (1 + (3.67561 + (1.9654 + (6.987 - 77 / n) / n) / n) / n)
  2.21914 * correction * distances[h * (h - 1) / 2]
}

normal_mad <- function(x) mad(x, constant = 1 / qnorm(3 / 4))

spread_by <- function(x, spread) {
  found <- spread(x)
  if (found == 0) found <- mean(abs(x - median(x))) * sqrt(pi / 2)
  found
}

score <- function(x, spread) {
  kept <- x[!is.nan(x)]
  if (length(kept) < 3) return(rep(NaN, length(x)))
  distance <- x - median(kept)
  ifelse(distance == 0, 0, distance / spread_by(kept, spread))
}

score_windows <- function(x, window, spread) {
  kept <- x[!is.nan(x)]
  half <- window %/% 2
  scores <- vapply(seq_along(kept), function(i) {
    around <- kept[max(1, i - half):min(length(kept), i + half)]
    if (length(around) < 3) return(NaN)
    distance <- kept[i] - median(around)
    if (distance == 0) 0 else distance / spread_by(around, spread)
  }, 0)
  result <- rep(NaN, length(x))
  result[!is.nan(x)] <- scores
  result
}

series <- list(c(5), c(5, 7), c(1, 2, 4), c(3, 3, 3, 3), c(5, 5, 5, 5, 5, 5, 5, 100), c(1, 2, 3, 4, 5, 6, 7, 8, 90), c(2.5, -3.25, 8, 1e9, 0, -1e-9, 4, 4, 7, 6),
               c(12, NaN, 15, 11, NaN, 130, 14, 13, 12, 16, 15), c(NaN, NaN, 4, NaN), c(NaN, 1, 9, NaN, 3), c(0, 0, 0, 0, 0, 1, 1, 2, 0, 7),
               c(1e-300, 2e-300, 3e-300, 9e-300, 4e-300), c(1e300, 1.1e300, 1.2e300, -1.5e300, 1.05e300), c(-4, -4, 6, 6), c(1:11, 1000))
write_table("outlier-values", do.call(rbind, lapply(seq_along(series), function(number) {
  x <- series[[number]]
  data.frame(series = number, value = x, mad = score(x, normal_mad), qn = score(x, qn))
})))

long <- list(c(12, 14, 13, 15, 140, 16, 18, 17, 19, 21, 20, 22, 2, 24, 23, 25), c(3, 3, 3, 3, 9, 3, 3, 3, 3, 3), c(1, NaN, 2, 3, NaN, 50, 4, 5, 6, NaN, 7), c(1, 2), c(8, 8, 8))
write_table("outlier-windows", do.call(rbind, lapply(seq_along(long), function(number) do.call(rbind, lapply(c(3, 5, 7, 41), function(window) {
  x <- long[[number]]
  data.frame(series = 100 * number + window, window = window, value = x, mad = score_windows(x, window, normal_mad), qn = score_windows(x, window, qn))
})))))
