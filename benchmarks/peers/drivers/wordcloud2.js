// wordcloud2.js, unrotated, on a grid of so many px as the argument says; everything else as it
// comes. (Its own grid is 8; 4, the finest it has, is slower and fuller.)
'use strict'

const { createCanvas } = require('@napi-rs/canvas')
const { FAMILY, serve } = require('./serve.js')

// The little of a browser that it asks for.
globalThis.window = globalThis
globalThis.document = {
  createElement () {
    const canvas = createCanvas(300, 150)
    canvas.setAttribute = (name, value) => { canvas[name] = value }
    return canvas
  }
}
const WordCloud = require('wordcloud')

// The canvas it draws the finished words on: notes where they go, so that drawing costs nothing.
class Paper extends EventTarget {
  tagName = 'CANVAS'
  words = []

  constructor (width, height) {
    super()
    Object.assign(this, { width, height })
  }

  getContext () {
    let scale, corner
    return {
      save () {},
      restore () {},
      clearRect () {},
      fillRect () {},
      scale (factor) { scale = factor },
      translate (x, y) { corner = [x, y] },
      fillText: (text, x, y) => {
        this.words.push({ text, x: (corner[0] + x) * scale, y: (corner[1] + y) * scale })
      }
    }
  }
}

// It asks for the middle of the em at y (textBaseline "middle"), and the canvas then draws on the
// nearest whole row: that row is where the word is seen, and tested to be free.
function places (words, sizes) {
  const context = createCanvas(1, 1).getContext('2d')
  context.textBaseline = 'middle'
  return words.map(({ text, x, y }) => {
    const size = sizes.get(text)
    context.font = `${size}px ${FAMILY}`
    const row = Math.round(y - context.measureText(text).alphabeticBaseline)
    return { text, size, x, y: row, angle: 0 }
  })
}

serve(({ words, width, height }) => new Promise(resolve => {
  const paper = new Paper(width, height)
  paper.addEventListener('wordcloudstop', () => {
    resolve(() => places(paper.words, new Map(words)))
  })
  WordCloud(paper, {
    list: words,
    fontFamily: FAMILY,
    gridSize: Number(process.argv[2]),
    rotateRatio: 0,
    color: '#000'
  })
}))
