// The floor: two bare pages and a relay of a few lines. The camera is open; a click offers, the other side answers. What
// any call in these browsers must cost, and nothing else. A process of its own; argument: the address to listen on.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const PAGE = `<!doctype html><html lang="en"><title>Floor</title><video autoplay playsinline muted></video>
<button>Join</button><script src="/socket.io/socket.io.min.js"></script><script>
const socket = io({ transports: ['websocket'] })
const camera = navigator.mediaDevices.getUserMedia({ audio: true, video: { width: { ideal: 1280 }, height: { ideal: 720 } } })
let pc
const open = async () => {
  pc = new RTCPeerConnection()
  pc.onicecandidate = ({ candidate }) => candidate && socket.emit('signal', { candidate })
  pc.ontrack = ({ streams }) => { if (document.querySelector('video').srcObject !== streams[0]) document.querySelector('video').srcObject = streams[0] }
  const stream = await camera
  for (const track of stream.getTracks()) pc.addTrack(track, stream)
}
document.querySelector('button').onclick = async () => {
  await open()
  await pc.setLocalDescription()
  socket.emit('signal', { description: pc.localDescription })
}
let chain = Promise.resolve()
socket.on('signal', (signal) => { chain = chain.then(() => hear(signal)).catch(() => {}) })
const hear = async ({ description, candidate }) => {
  if (description?.type === 'offer') {
    await open()
    await pc.setRemoteDescription(description)
    await pc.setLocalDescription()
    socket.emit('signal', { description: pc.localDescription })
  } else if (description) await pc.setRemoteDescription(description)
  else await pc.addIceCandidate(candidate)
}
camera.then(() => { document.title = 'ready' })
</script></html>`

const server = createServer((_, reply) => {
  reply.setHeader('content-type', 'text/html')
  reply.end(PAGE)
})
const io = new Server(server)
io.on('connection', (socket) => socket.on('signal', (signal) => socket.broadcast.emit('signal', signal)))
server.listen(0, process.argv[2])
process.on('message', ({ type }) => {
  if (type === 'where') process.send({ type: 'at', port: server.address().port })
})
