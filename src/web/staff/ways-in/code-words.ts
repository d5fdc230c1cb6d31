// How a short code is written: in two parts, which eyes and ears keep apart. It is understood with and without the gap.
export const codeInParts = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`.trim()
