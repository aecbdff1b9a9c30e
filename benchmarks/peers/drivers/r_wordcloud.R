# R's wordcloud, unrotated, heaviest first, on the whole of the canvas, with the sizes given.
suppressPackageStartupMessages({
  library(grid)
  library(jsonlite)
  library(wordcloud)
})

POINT <- 12  # px of a letter where cex is 1, on a device of 72 dots an inch
FINE <- 4  # the device's dots in a px: it rounds letters' widths to whole dots
FAMILY <- "Droid Sans Mono"

# Lets the drawing library find the font file, by a configuration that names its folder alone.
use_font <- function(font) {
  settings <- tempfile(fileext = ".conf")
  writeLines(sprintf("<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>",
                     dirname(font), tempdir()), settings)
  Sys.setenv(FONTCONFIG_FILE = settings)
}

# The package's own function, except that text() notes where a word goes instead of drawing it.
noted <- list()
noting <- new.env(parent = environment(wordcloud))
noting$text <- function(x, y, labels, cex, ...) {
  noted[[length(noted) + 1]] <<- list(
    text = labels, size = cex * POINT,
    x = grconvertX(x, to = "device") / FINE, y = grconvertY(y, to = "device") / FINE
  )
}
lay_out <- wordcloud
environment(lay_out) <- noting

# The height or width of a text in px at a size.
pixels <- function(unit, size) {
  pushViewport(viewport(gp = gpar(fontsize = size, fontfamily = FAMILY)))
  on.exit(popViewport())
  convertHeight(unit, "inches", valueOnly = TRUE) * 72
}

# text() puts the middle of a word's advance at x and that of the height of the letters in it at
# y; what is wanted is where the baseline begins. The device rounds an advance to whole pixels a
# letter; measured large, it is what the font says.
placed_word <- function(word) {
  above <- pixels(stringAscent(word$text), word$size)
  below <- pixels(stringDescent(word$text), word$size)
  width <- pixels(stringWidth(word$text), word$size)
  list(text = word$text, size = word$size, x = word$x - width / 2,
       y = word$y + (above - below) / 2, angle = 0)
}

input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  request <- fromJSON(line, simplifyVector = FALSE)
  words <- vapply(request$words, function(word) word[[1]], "")
  sizes <- vapply(request$words, function(word) as.numeric(word[[2]]), 0)
  use_font(request$font)
  set.seed(request$seed)
  noted <- list()
  png(tempfile(), request$width * FINE, request$height * FINE, res = 72 * FINE,
      type = "cairo", family = FAMILY)
  before <- proc.time()
  suppressWarnings(lay_out(
    words, sizes, scale = c(max(sizes) / POINT, 0), min.freq = 0, random.order = FALSE,
    rot.per = 0, fixed.asp = FALSE
  ))
  used <- sum((proc.time() - before)[c("user.self", "sys.self")])
  answer <- list(placed = lapply(noted, placed_word), cpu_seconds = used)
  invisible(dev.off())
  cat(toJSON(answer, auto_unbox = TRUE, digits = 6), "\n", sep = "")
  flush(stdout())
}
