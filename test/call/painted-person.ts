// A moving picture of somebody who does not exist, for examples: nothing here is used in a real call.

const SHAPES = { wide: [1280, 720], tall: [720, 1280] } as const

export function paintedPerson(shape: keyof typeof SHAPES, coat: string): MediaStream {
  const [width, height] = SHAPES[shape]
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  const unit = Math.min(width, height)
  const paint = () => {
    if (!pen) return
    const sway = Math.sin(performance.now() / 900) * unit * 0.006
    const wall = pen.createLinearGradient(0, 0, width, height)
    wall.addColorStop(0, '#d8cdbb')
    wall.addColorStop(1, '#8f9a93')
    pen.fillStyle = wall
    pen.fillRect(0, 0, width, height)
    pen.fillStyle = '#e9e4d6'
    pen.fillRect(width * 0.06, height * 0.1, unit * 0.32, unit * 0.4)
    const x = width / 2 + sway
    const y = height * (shape === 'wide' ? 0.42 : 0.4)
    pen.fillStyle = coat
    pen.beginPath()
    pen.ellipse(x, y + unit * 0.62, unit * 0.44, unit * 0.4, 0, 0, Math.PI * 2)
    pen.fill()
    pen.fillRect(x - unit * 0.44, y + unit * 0.62, unit * 0.88, height)
    pen.fillStyle = '#c99a7b'
    pen.fillRect(x - unit * 0.07, y + unit * 0.1, unit * 0.14, unit * 0.18)
    pen.beginPath()
    pen.ellipse(x, y, unit * 0.16, unit * 0.21, 0, 0, Math.PI * 2)
    pen.fill()
    pen.fillStyle = '#6f5a4c'
    pen.beginPath()
    pen.ellipse(x, y - unit * 0.09, unit * 0.18, unit * 0.15, 0, Math.PI, Math.PI * 2)
    pen.fill()
  }
  paint()
  setInterval(paint, 100)
  return canvas.captureStream(10)
}
