// The figures by which equipment is judged, each with where it comes from. "The guide" is the University of Plymouth
// Telerehab Toolkit, page Technology; where nobody gives a figure, the line says that it is ours.

/** The guide: "at least 720 pixels but ideally 1080"; read as the shorter side, so that a phone held upright counts. */
export const CAMERA_LINES = 720
export const CAMERA_LINES_IDEAL = 1080

/** The guide: about 2 Mbps up and down one to one, at least 3 Mbps for more than two people. The weaker way counts. */
export const ONE_TO_ONE_MBPS = 2
export const GROUP_MBPS = 3
/** More than two people with a connection of their own. */
export const GROUP_FROM = 3

/** American Telemedicine Association, Core Operational Guidelines, May 2014: at least 384 kbps each way for video. */
export const VIDEO_FLOOR_MBPS = 0.384

/** Ours: sound breaks into syllables from here. */
export const LOSS_PERCENT = 5
/** Ours: a connection that was lost once may be chance. */
export const RECONNECTS = 1

/** The guide asks for enough memory and gives no figure; this one is ours. */
export const MEMORY_GIB = 2

/** The guide prefers what lasts; half a battery is our figure. From the lower one on, phones begin to save power. */
export const BATTERY_PERCENT = 50
export const BATTERY_SAVING_PERCENT = 20

/** Tremor and gait are asked for at 25 frames a second; a camera of 25 delivers a little less. Below half, movement jumps. */
export const MOVEMENT_FPS = 24
export const MOVEMENT_FPS_LEAST = 12

/** Ours: a voice whose loudest moment is below this (dBFS) is hardly heard. */
export const VOICE_PEAK_DB = -42
/** Ours: louder than this between words (dBFS) is a noisy place. */
export const NOISE_DB = -38
/** Ours: a voice has to stand out of the noise by so many dB. */
export const VOICE_OVER_NOISE_DB = 10
/** Ours: with more of the samples at full scale a voice rasps. */
export const CLIPPED_SHARE = 0.01

/** Ours: times shown are wrong, and certificates may seem so, when a clock is further out. */
export const CLOCK_MS = 5 * 60_000

/** The guide: test before the visit. A test older than this says little of today. */
export const TEST_FRESH_MS = 24 * 60 * 60_000

/** Ours: from so many wishes a month on, an administrator hears of another tool. */
export const WISHES_A_MONTH = 10
