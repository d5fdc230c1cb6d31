// Photos that patients send: what is taken, and how much of it.

export const FILE_MOST_BYTES = 10 * 1024 * 1024
/** Of one visit. */
export const FILES_MOST = 5
/** The longer side of what is kept, in pixels. */
export const PICTURE_MOST_PX = 4096
/** What is decoded at all: what phones send, and no bomb. */
export const PICTURE_MOST_PIXELS = 64_000_000
