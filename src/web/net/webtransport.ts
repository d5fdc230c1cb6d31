// Stands in for the socket library's WebTransport, which the pages never ask for (vite.config.ts): it would only add weight.
export const WT = undefined
