import { describe, expect, test } from 'vitest'
import { withoutBrakes } from './connection-sdp.ts'
import { waysOf } from './connection-ways.ts'

const signed = { username: '1:x', credential: 'y' }

describe('[CN2] the ways to a relay', () => {
  test('stand in its addresses, and are tried best first', () => {
    const urls = [
      'turns:turn.example.org:443?transport=tcp',
      'TURN:turn.example.org?transport=TCP',
      'turn:turn.example.org:3478',
      'turn:turn.example.org:3478?transport=udp',
    ]
    expect(waysOf([{ urls: ['stun:stun.example.org'] }, { urls, ...signed }])).toEqual([
      { transport: 'udp', servers: [{ urls: [urls[2], urls[3]], ...signed }] },
      { transport: 'tcp', servers: [{ urls: [urls[1]], ...signed }] },
      { transport: 'tls', servers: [{ urls: [urls[0]], ...signed }] },
    ])
  })

  test('several relays, one address each', () => {
    const [one, other] = ['turn:a.example.org', 'turn:b.example.org']
    const servers = [
      { urls: one, ...signed },
      { urls: other, ...signed },
    ]
    expect(waysOf(servers)).toEqual([
      {
        transport: 'udp',
        servers: [
          { urls: [one], ...signed },
          { urls: [other], ...signed },
        ],
      },
    ])
  })

  test('none where nothing relays', () => {
    expect([waysOf([]), waysOf([{ urls: 'stun:stun.example.org' }])]).toEqual([[], []])
  })
})

test('[CN1] the two ends of the loop neither slow down nor repeat, and all else stays as it was', () => {
  const sdp = [
    'v=0',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=extmap:3 urn:3gpp:video-orientation',
    'a=extmap:4 http://www.ietf.org/id/draft-holmer-rmcat-transport-wide-cc-extensions-01',
    'a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time',
    'a=extmap:14 urn:ietf:params:rtp-hdrext:toffset',
    'a=rtpmap:96 VP8/90000',
    'a=rtcp-fb:96 goog-remb',
    'a=rtcp-fb:96 nack pli',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=rtpmap:111 opus/48000/2',
    'a=rtcp-fb:111 transport-cc',
    'a=fmtp:111 minptime=10;useinbandfec=1',
    '',
  ]
  const bounds = 'x-google-min-bitrate=14000;x-google-start-bitrate=14000;x-google-max-bitrate=14000'
  expect(withoutBrakes(sdp.join('\r\n')).split('\r\n')).toEqual([
    'v=0',
    'm=video 9 UDP/TLS/RTP/SAVPF 96',
    'a=extmap:3 urn:3gpp:video-orientation',
    'a=rtpmap:96 VP8/90000',
    `a=fmtp:96 ${bounds}`,
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=rtpmap:111 opus/48000/2',
    `a=fmtp:111 minptime=10;useinbandfec=1;${bounds}`,
    '',
  ])
})
