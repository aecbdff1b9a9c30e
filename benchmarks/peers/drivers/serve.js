// What the two Node drivers share: the protocol of engine.py and the font.
'use strict'

const readline = require('node:readline')
const { GlobalFonts } = require('@napi-rs/canvas')

const FAMILY = 'Peer'

// A small seeded generator (mulberry32), so that a peer's random choices are the same every run.
function generator (seed) {
  return () => {
    seed = (seed + 0x6D2B79F5) | 0
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

// Answers each line on standard input: lays the words out and prints where they are.
async function serve (layout) {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const request = JSON.parse(line)
    if (!GlobalFonts.has(FAMILY)) GlobalFonts.registerFromPath(request.font, FAMILY)
    Math.random = generator(request.seed)
    const start = process.cpuUsage()
    const finished = await layout(request)
    const used = process.cpuUsage(start)
    const seconds = (used.user + used.system) / 1e6
    process.stdout.write(JSON.stringify({ placed: finished(), cpu_seconds: seconds }) + '\n')
  }
}

module.exports = { FAMILY, serve }
