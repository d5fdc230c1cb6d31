// Draws somebody who stands in a room: enough of a person for a model that finds points of a body, and nobody's picture.

export interface Pose {
  /** 1: the whole of them fits with room to spare. */
  readonly scale?: number
  /** Shifted right and down, as shares of the picture. */
  readonly right?: number
  readonly down?: number
  /** 0 is day, 1 is night. */
  readonly night?: number
  readonly empty?: boolean
}

type Place = readonly [x: number, y: number]
const SKIN = '#d9a98a'
const SHIRT = '#2d5fa0'
const TROUSERS = '#2b2f3a'
const HAIR = '#4a3526'

export function drawPerson(canvas: HTMLCanvasElement, pose: Pose): void {
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  const { width, height } = canvas
  room(context, width, height)
  if (!pose.empty) {
    const { scale = 1, right = 0, down = 0 } = pose
    context.save()
    context.translate(width * (0.5 + right), height * (0.5 + down))
    context.scale((scale * height) / 480, (scale * height) / 480)
    body(context)
    head(context)
    context.restore()
  }
  context.fillStyle = `rgb(0 0 0 / ${pose.night ?? 0})`
  context.fillRect(0, 0, width, height)
}

function room(context: CanvasRenderingContext2D, width: number, height: number): void {
  const wall = context.createLinearGradient(0, 0, 0, height)
  wall.addColorStop(0, '#c9c4b8')
  wall.addColorStop(1, '#b3ad9f')
  context.fillStyle = wall
  context.fillRect(0, 0, width, height)
  context.fillStyle = '#7d6a55'
  context.fillRect(0, height * 0.86, width, height * 0.14)
}

function body(context: CanvasRenderingContext2D): void {
  for (const side of [-1, 1]) {
    limb(context, 34, TROUSERS, [
      [side * 22, 40],
      [side * 26, 115],
      [side * 27, 185],
    ])
    oval(context, '#1a1a1a', [side * 32, 200], 22, 10)
    limb(context, 22, SKIN, [
      [side * 48, -88],
      [side * 66, -30],
      [side * 72, 24],
    ])
    limb(context, 28, SHIRT, [
      [side * 48, -88],
      [side * 60, -48],
    ])
    oval(context, SKIN, [side * 73, 34], 12, 12)
  }
  context.fillStyle = SHIRT
  context.beginPath()
  context.moveTo(-58, -98)
  context.quadraticCurveTo(0, -118, 58, -98)
  context.lineTo(44, 52)
  context.lineTo(-44, 52)
  context.fill()
}

function head(context: CanvasRenderingContext2D): void {
  context.fillStyle = SKIN
  context.fillRect(-13, -128, 26, 28)
  oval(context, SKIN, [0, -158], 29, 37)
  context.fillStyle = HAIR
  context.beginPath()
  context.ellipse(0, -180, 31, 22, 0, Math.PI, 0)
  context.fill()
  context.fillRect(-31, -182, 62, 10)
  for (const side of [-1, 1]) {
    oval(context, SKIN, [side * 30, -156], 6, 10)
    oval(context, '#fff', [side * 11, -160], 6, 4)
    oval(context, '#2a1a10', [side * 11, -160], 3, 3)
    context.fillRect(side * 11 - 7, -169, 14, 2.5)
  }
  limb(context, 3, '#a87358', [
    [0, -158],
    [-4, -146],
    [3, -146],
  ])
  limb(context, 3, '#a04848', [
    [-8, -139],
    [0, -134],
    [8, -139],
  ])
}

function limb(context: CanvasRenderingContext2D, width: number, colour: string, places: readonly Place[]): void {
  context.strokeStyle = colour
  context.lineWidth = width
  context.lineCap = 'round'
  context.lineJoin = 'round'
  context.beginPath()
  for (const [x, y] of places) context.lineTo(x, y)
  context.stroke()
}

function oval(context: CanvasRenderingContext2D, colour: string, [x, y]: Place, across: number, up: number): void {
  context.fillStyle = colour
  context.beginPath()
  context.ellipse(x, y, across, up, 0, 0, 7)
  context.fill()
}
