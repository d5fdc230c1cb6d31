// Runs inside the browser under test: films a drawn person with a made-up camera and lets the coach's eyes look at them.
import { framingOf, type Instruction, type Seen } from '#domain/framing'
import type { BodyPart } from '#domain/plan'
import { canPose, openPoser } from '../../src/web/coach/pose.ts'
import { drawPerson, type Pose } from './drawn-person.ts'

const canvas = document.createElement('canvas')
canvas.width = 640
canvas.height = 480
let pose: Pose = {}
// A camera goes on filming, whether anything moves or not.
setInterval(() => drawPerson(canvas, pose), 50)

const opened = openPoser(() => track)
drawPerson(canvas, pose)
const [track = null] = canvas.captureStream(20).getVideoTracks()

async function look(next: Pose, wanted: readonly BodyPart[]): Promise<{ instruction: Instruction; seen: Seen }> {
  pose = next
  const poser = await opened
  // Until what is looked at is the new pose.
  for (let looks = 0; looks < 4; looks++) {
    await new Promise((resolve) => setTimeout(resolve, 120))
    await poser.find()
  }
  const seen = await poser.find()
  if (!seen) throw new Error('the camera gave nothing')
  return { instruction: framingOf(seen, wanted), seen }
}

const eyes = { look, canPose: () => canPose({}), close: () => opened.then((poser) => poser.close()) }
declare global {
  interface Window {
    eyes: typeof eyes
  }
}
window.eyes = eyes
