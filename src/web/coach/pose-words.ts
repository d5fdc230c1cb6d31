// What the coach and the thread that finds points say to each other. Types and one number only.

/** Side of the square picture that the model takes. */
export const PICTURE_SIDE = 192

export interface ToPose {
  /** Red, green, blue, opacity of each point of the square. */
  readonly points: ArrayBuffer
  /** Where the picture itself stands in the square. */
  readonly inside: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface Sides {
  readonly left: number
  readonly right: number
}

export type FromPose =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly why: string }
  /** `values`: for each of 17 points y, x and score, in the square. `ms`: what finding them took. */
  | {
      readonly kind: 'found'
      readonly values: readonly number[]
      readonly brightness: number
      readonly sides: Sides
      readonly ms: number
    }
