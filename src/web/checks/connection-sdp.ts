// What two ends of one page agree on so that they can fill the line: no brakes, no repeats, no probes of the browser's
// own. Rewrites a session description; nothing here is ever used for a call.

/** Above all that is ever asked for: pacing and encoder then never hold anything back. */
const NEVER_BELOW_KBPS = 14_000

/** Feedback asks the sender to slow down or to repeat; the extensions let it probe by itself. Both would be measured. */
const DROPPED = /^a=rtcp-fb:|^a=extmap:.*(transport-wide-cc|abs-send-time|toffset)/
const PICTURE_CODEC = /^a=rtpmap:(\d+) VP8\/90000/
/** The last kind of media to be agreed on sets the bounds for all: so they stand with sound as well. */
const SOUND_SETTINGS = /^a=fmtp:\d+ minptime=/

/** Browsers that do not know these words ignore them. */
const BOUNDS = ['min', 'start', 'max'].map((which) => `x-google-${which}-bitrate=${NEVER_BELOW_KBPS}`).join(';')

export function withoutBrakes(sdp: string): string {
  const lines = sdp.split('\r\n').filter((line) => !DROPPED.test(line))
  return lines
    .flatMap((line) => {
      if (SOUND_SETTINGS.test(line)) return `${line};${BOUNDS}`
      const codec = PICTURE_CODEC.exec(line)?.[1]
      return codec ? [line, `a=fmtp:${codec} ${BOUNDS}`] : line
    })
    .join('\r\n')
}
