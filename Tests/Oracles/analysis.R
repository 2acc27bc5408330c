# An independent opinion on statistics: what R's survival, spc, surveillance and stats make of random numbers.
#
# Usage: Rscript analysis.R OUTPUT.tsv SEED
#
# Lines as analysis.py writes them: a kind, then lists of numbers parted by spaces, `NA` where there is none.
options(warn = -1)
suppressMessages({
  library(survival)
  library(surveillance)
  library(spc)
})

arguments <- commandArgs(trailingOnly = TRUE)
if (length(arguments) != 2) stop("Usage: Rscript analysis.R OUTPUT.tsv SEED")
set.seed(as.integer(arguments[2]))
cases <- 1000

numbers <- function(x) paste(ifelse(is.na(x), "NA", formatC(as.numeric(x), digits = 12, format = "g")), collapse = " ")
line <- function(kind, ...) paste(c(kind, vapply(list(...), numbers, "")), collapse = "\t")

# Handling times with some still open; whole days (many ties) every second time.
durations <- function(n) {
  times <- rexp(n, 1 / 10)
  open <- rexp(n, 1 / sample(c(5, 15, 60), 1))
  if (sample(2, 1) == 1) {
    times <- ceiling(times)
    open <- ceiling(open)
  }
  list(time = pmin(times, open), event = as.numeric(times <= open))
}

# The first time with S at or below a share; equal fractions are equal.
first <- function(time, curve, share) {
  below <- which(!is.na(curve) & curve <= share + 1e-10)
  if (length(below) == 0) NA else time[below[1]]
}

kaplan_meier <- function() {
  d <- durations(sample(2:80, 1))
  if (sum(d$event) == 0) d$event[1] <- 1
  found <- summary(survfit(Surv(d$time, d$event) ~ 1, conf.type = "log-log"))
  quantiles <- vapply(c(0.5, 0.2, 0.1), function(share) first(found$time, found$surv, share), 0)
  zero <- found$surv < 1e-12
  line("kaplan-meier", d$time, d$event, found$time, found$surv, ifelse(zero, NA, found$lower), ifelse(zero, NA, found$upper), quantiles)
}

log_rank <- function() {
  d <- durations(sample(20:90, 1))
  group <- sample(seq_len(sample(2:4, 1)), length(d$time), replace = TRUE)
  group <- as.integer(factor(group))
  if (max(group) < 2 || sum(d$event) < 2) return(NULL)
  found <- survdiff(Surv(d$time, d$event) ~ group)
  line("log-rank", d$time, d$event, group, found$chisq, found$exp)
}

rate_ratio <- function() {
  exposures <- runif(2, 50, 150)
  counts <- rpois(2, exp(runif(1, -1, 4)) * c(1, sample(c(1, 1, 2, 0.3), 1)))
  if (sum(counts) == 0) counts[1] <- 1
  found <- poisson.test(counts, exposures)
  alone <- poisson.test(counts[1])$conf.int
  line("rate-ratio", counts, exposures, c(found$p.value, found$conf.int), alone)
}

run_length <- function() {
  m <- runif(1, 1, 12)
  denominator <- sample(1:5, 1)
  k <- round(m / log(2) * denominator)
  h <- sample((2 * denominator):(8 * denominator), 1)
  line("run-length", c(m, k, h, denominator), c(pois.cusum.arl(m, k, h, denominator), pois.cusum.arl(2 * m, k, h, denominator)))
}

# Riebler's Bayesian prediction, from 26 weeks; the two weeks that we skip are left out of its series.
bayes <- function() {
  weeks <- rpois(29, exp(runif(1, -2, 4)))
  series <- create.disProg(week = 1:27, observed = weeks[c(1:26, 29)], state = rep(0, 27), start = c(2020, 1), freq = 52)
  found <- algo.bayesLatestTimepoint(series, control = list(b = 0, w = 26, actY = TRUE, alpha = 0.002))
  line("bayes", weeks, found$upperbound)
}

interrupted <- function() {
  before <- sample(8:30, 1)
  t <- seq_len(before + sample(4:20, 1))
  after <- as.numeric(t > before)
  exposure <- runif(length(t), 50, 150)
  y <- rnbinom(length(t), mu = exposure * exp(runif(1, -3, 0) + 0.01 * rnorm(1) * t + 0.5 * rnorm(1) * after), size = 20)
  if (sum(y[after == 0]) < 5 || sum(y[after == 1]) < 5) return(NULL)
  slope <- pmax(0, t - before)
  model <- glm(y ~ t + after + slope + offset(log(exposure)), family = quasipoisson, control = glm.control(epsilon = 1e-14, maxit = 100))
  found <- summary(model)
  line("interrupted", before, y, exposure, found$coefficients[, 1], found$coefficients[, 2], found$dispersion)
}

out <- file(arguments[1], "w")
for (make in list(kaplan_meier, log_rank, rate_ratio, run_length, bayes, interrupted)) {
  for (i in seq_len(cases + cases / 10)) {
    made <- make()
    if (!is.null(made)) writeLines(made, out)
  }
}
close(out)
