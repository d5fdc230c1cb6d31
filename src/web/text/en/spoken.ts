// What a screen reader says by itself on the pages of staff: who came, who went, who wrote.
import { typed } from '../typed.ts'
export const words = {
  arrived: (name: string, area: string) => `${typed(name)} has arrived in ${typed(area)}.`,
  left: (name: string, area: string) => `${typed(name)} has left ${typed(area)}.`,
  wrote: (name: string) => `${typed(name)} wrote.`,
}
