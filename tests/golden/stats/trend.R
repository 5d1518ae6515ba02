# SPDX-FileCopyrightText: 2026 The libqcdc authors
# SPDX-License-Identifier: LGPL-2.1-or-later

# Rscript tests/golden/stats/trend.R FOLDER: writes trend-series.tsv (the series that the tables name), kendall.tsv (cor.test), robust.tsv and
# level.tsv (the regression of DuMouchel and O'Brien 1989 with the errors of Street, Carroll and Ruppert 1988, written out here), and
# certified.tsv (least squares by lm; the certified numbers of NIST stand in the test). Numbers have 17 digits. Made with R 4.2.2.

folder <- commandArgs(trailingOnly = TRUE)[1]

show <- function(cell) if (is.nan(cell) || is.na(cell)) "nan" else if (is.infinite(cell)) c("inf", "-inf")[1 + (cell < 0)] else sprintf("%.17g", cell)
write_table <- function(name, rows) {
  lines <- c(paste(names(rows[[1]]), collapse = "\t"), vapply(rows, function(row) paste(vapply(row, show, ""), collapse = "\t"), ""))
  writeLines(lines, file.path(folder, paste0(name, ".tsv")))
}

set.seed(7)
series <- list(
  list(x = c(0, 1), y = c(3, 5)),
  list(x = c(0, 1, 2), y = c(5, 3, 1)),
  list(x = 0:4, y = c(1, 2, 4, 3, 7)),
  list(x = 0:5, y = c(1, 2, 3, 4, 5, 6)),
  list(x = c(2015, 2016, 2018, 2019, 2020, 2021, 2022, 2023), y = c(128, 132, 174, 150, 190, 185, 210, 260)),
  list(x = 0:9, y = c(9, 1, 8, 2, 7, 3, 6, 4, 5, 0)),
  list(x = 0:10, y = c(3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5)),
  list(x = 0:11, y = rep(c(2, 2, 3), 4)),
  list(x = c(0, 0, 1, 1, 1, 2, 2, 3, 3, 3, 4, 5), y = c(1, 2, 2, 2, 4, 3, 3, 5, 7, 4, 7, 8)),
  list(x = c(0.5, 1.25, 3, 7, 7.5, 11, 13, 20, 21, 30, 34), y = c(1e6, 2e6, 1.5e6, 3e6, 9e6, 2.5e6, 4e6, 4.25e6, 5e6, 3e6, 6e6)),
  list(x = 0:23, y = round(10 + 0.3 * (0:23) + rnorm(24, 0, 3))),
  list(x = 0:35, y = 100 - 0.7 * (0:35) + rnorm(36, 0, 5)),
  list(x = 0:48, y = rnorm(49)),
  list(x = 0:49, y = rnorm(50)),
  list(x = 0:59, y = c(rnorm(55, 20), 500, 600, -400, 900, 1000)),
  list(x = 0:119, y = rpois(120, 3)),
  list(x = -20:20 / 7, y = 1e9 * (-20:20)^3))
write_table("trend-series", do.call(c, lapply(seq_along(series), function(number)
  lapply(seq_along(series[[number]]$x), function(place) list(series = number, x = series[[number]]$x[place], y = series[[number]]$y[place])))))

# S, its variance with ties in both, and the chance: cor.test counts all orders below 50 without ties, else is by the normal distribution
kendall <- function(number) {
  x <- series[[number]]$x
  y <- series[[number]]$y
  n <- length(x)
  s <- sum(outer(x, x, function(a, b) sign(a - b)) * outer(y, y, function(a, b) sign(a - b))) / 2
  tx <- table(x)
  ty <- table(y)
  variance <- (n * (n - 1) * (2 * n + 5) - sum(tx * (tx - 1) * (2 * tx + 5)) - sum(ty * (ty - 1) * (2 * ty + 5))) / 18 +
    sum(tx * (tx - 1)) * sum(ty * (ty - 1)) / (2 * n * (n - 1))
  if (n > 2) variance <- variance + sum(tx * (tx - 1) * (tx - 2)) * sum(ty * (ty - 1) * (ty - 2)) / (9 * n * (n - 1) * (n - 2))
  exact <- n < 50 && all(tx == 1) && all(ty == 1)
  test <- suppressWarnings(cor.test(x, if (s > 0) -y else y, method = "kendall", exact = exact, continuity = TRUE)) # R has no far upper tail
  list(series = number, score = s, variance = variance, tau = unname(test$estimate) * (if (s > 0) -1 else 1), chance = min(1, test$p.value), exact = exact)
}
write_table("kendall", lapply(seq_along(series), kendall))

# slopes of all pairs that the test of R does not tell from the slope of the series, for series of which all orders are counted
sen <- function(number, level) {
  x <- series[[number]]$x
  y <- series[[number]]$y
  n <- length(x)
  pairs <- combn(n, 2)
  slopes <- sort((y[pairs[2, ]] - y[pairs[1, ]]) / (x[pairs[2, ]] - x[pairs[1, ]]))
  total <- length(slopes)
  chance <- function(score) { # of a score as far from 0, by an order of n values that has it
    order <- 1
    fall <- (total - score) / 2
    for (i in 2:n) { down <- min(fall, i - 1); fall <- fall - down; order <- append(order, i, after = i - 1 - down) }
    test <- cor.test(1:n, order, method = "kendall", exact = TRUE)
    stopifnot(abs(test$estimate * total - score) < 1e-9)
    test$p.value
  }
  place <- NA
  for (below in 0:(total %/% 2)) if (is.na(place) && chance(total - 2 * below) > 1 - level) place <- below
  list(series = number, level = level, slope = median(slopes), intercept = median(y - median(slopes) * x),
       low = if (place == 0) -Inf else slopes[place], high = if (place == 0) Inf else slopes[total + 1 - place])
}
write_table("sen", do.call(c, lapply(c(1, 2, 3, 4, 5, 6, 10, 12, 13), function(number) lapply(c(0.95, 0.8), function(level) sen(number, level)))))

# iteratively reweighted least squares with bisquare weights, as the manual of GSL tells it
robust <- function(terms, y) {
  n <- nrow(terms)
  p <- ncol(terms)
  tune <- 4.685
  bisquare <- function(u) ifelse(abs(u) < 1, (1 - u^2)^2, 0)
  hat <- pmin(rowSums(qr.Q(qr(terms))^2), 0.9999)
  adjust <- 1 / sqrt(1 - hat)
  find_sigma <- function(r) median(sort(abs(r))[p:n]) / 0.6745
  start <- qr.coef(qr(terms), y)
  s_ols <- sqrt(sum((y - terms %*% start)^2) / (n - p))
  lower <- 1e-6 * sd(y)
  b <- start
  for (step in 1:5000) {
    r <- as.vector(y - terms %*% b) * adjust
    root <- sqrt(bisquare(r / (max(find_sigma(r), lower) * tune)))
    new <- qr.coef(qr(terms * root), y * root)
    done <- all(abs(new - b) <= 1e-13 * pmax(abs(new), abs(b)))
    b <- new
    if (done) break
  }
  r <- as.vector(y - terms %*% b)
  st <- find_sigma(r) * tune # of residuals as they are, and what follows of those adjusted
  u <- r * adjust / st
  inside <- abs(u) < 1
  m1 <- mean(ifelse(inside, (1 - u^2) * (1 - 5 * u^2), 0))
  m2 <- sum((1 - hat) * (u * bisquare(u))^2) / (n - p)
  s_rob <- (1 + (p / n) * (1 - m1) / m1) * sqrt(m2) * st / m1
  sigma <- max(s_rob, sqrt((s_ols^2 * p^2 + s_rob^2 * n) / (p^2 + n)))
  list(b = unname(b), error = unname(sigma * sqrt(diag(solve(crossprod(terms))))), sigma = sigma)
}
row_of_robust <- function(number) {
  fit <- robust(cbind(1, series[[number]]$x), series[[number]]$y)
  list(series = number, intercept = fit$b[1], slope = fit$b[2], intercept_error = fit$error[1], slope_error = fit$error[2], sigma = fit$sigma)
}
write_table("robust", lapply(c(5, 7, 9, 10, 11, 12, 13, 14, 15, 16), row_of_robust))
row_of_level <- function(number, at) {
  x <- series[[number]]$x
  fit <- robust(cbind(1, x, x >= at), series[[number]]$y)
  list(series = number, at = at, before = fit$b[1] + at * fit$b[2], slope = fit$b[2], change = fit$b[3], slope_error = fit$error[2], error = fit$error[3], sigma = fit$sigma)
}
write_table("level", list(row_of_level(5, 2019), row_of_level(11, 12), row_of_level(12, 20), row_of_level(13, 7), row_of_level(16, 60), row_of_level(15, 30)))
