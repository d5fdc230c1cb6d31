// The peer: the least that fans out the same way with socket.io and nothing else. No database, no checks, no snapshots;
// whoever arrives is told to the practitioners of their area, whoever leaves to everyone in it.
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { tellCost } from '../tell-cost.mjs'

const http = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://bare')
  const area = searchParams.get('area')
  if (pathname === '/arrive') io.to(`staff:${area}`).emit('arrived', searchParams.get('name'))
  if (pathname === '/leave') io.to(`area:${area}`).emit('left')
  response.end('{}')
})
const io = new Server(http, { serveClient: false, pingInterval: 10_000, pingTimeout: 8_000, perMessageDeflate: false })
io.on('connection', (socket) => {
  const { as, area } = socket.handshake.auth
  socket.join(as === 'staff' ? `staff:${area}` : `area:${area}`)
  socket.emit('opened')
})

http.listen(0, '127.0.0.1')
tellCost()
process.on('message', ({ type }) => {
  if (type === 'where') process.send({ type: 'at', port: http.address().port })
})
