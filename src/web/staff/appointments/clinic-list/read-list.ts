// From a file or pasted text to a table of cells. The reader of separated values is loaded when it is wanted.
import { listText } from './list-text.ts'

/** Bytes. A list of hundreds of rows has some tens of kilobytes. */
const LARGEST = 5_000_000

export type ListFault = 'notText' | 'tooLarge' | 'empty'

export async function fileText(file: Blob): Promise<string | ListFault> {
  if (file.size > LARGEST) return 'tooLarge'
  return listText(new Uint8Array(await file.arrayBuffer())) ?? 'notText'
}

/** Cells that hold line breaks and separators between quotes stay whole. */
export async function tableOf(text: string): Promise<string[][]> {
  const { default: papa } = await import('papaparse')
  const { data } = papa.parse<string[]>(text, { skipEmptyLines: 'greedy', delimitersToGuess: [',', ';', '\t', '|'] })
  return data
}
