// d3-cloud, unrotated and otherwise as it comes; it cuts every size down to a whole pixel.
'use strict'

const { createCanvas } = require('@napi-rs/canvas')
const cloud = require('d3-cloud')
const { FAMILY, serve } = require('./serve.js')

// Words are drawn as the package's own example does: their middle at (x, y), from the centre.
function places (words, { width, height }) {
  const context = createCanvas(1, 1).getContext('2d')
  return words.map(({ text, size, x, y }) => {
    context.font = `${size}px ${FAMILY}`
    const left = x + width / 2 - context.measureText(text).width / 2
    return { text, size, x: left, y: y + height / 2, angle: 0 }
  })
}

serve(request => new Promise(resolve => {
  cloud()
    .size([request.width, request.height])
    .canvas(() => createCanvas(1, 1))
    .words(request.words.map(([text, size]) => ({ text, size })))
    .font(FAMILY)
    .fontSize(word => word.size)
    .rotate(0)
    .on('end', words => resolve(() => places(words, request)))
    .start()
}))
