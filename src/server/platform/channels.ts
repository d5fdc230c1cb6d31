// Names of the channels that pages are in. One place, so that sender and receiver cannot disagree.

/** The patient's page (or pages, while one takes over from another). */
export const visitChannel = (visitId: string) => `visit:${visitId}`
/** The page by which one of staff takes part in a consultation. A patient takes part by the pages of their visit. */
export const participantChannel = (participantId: string) => `participant:${participantId}`
/** Staff pages that see how a consultation with this visit stands: the one that holds it, and those that only watch. */
export const consultationChannel = (visitId: string) => `consultation:${visitId}`
/** Staff pages that show an area's queue with no more of its patients than their first names. */
export const limitedViewChannel = (areaId: string) => `limited:${areaId}`
/** Staff pages that show an area's queue. */
export const areaChannel = (areaId: string) => `area:${areaId}`
/** The two pages of a call. Named by its visit too: who is in it was let into that call of that visit. */
export const callChannel = (visitId: string, callId: string) => `${callsOf(visitId)}${callId}`
/** What the channels of a visit's calls begin with. */
export const callsOf = (visitId: string) => `call:${visitId}:`
/** The page that prepared a call, until it is live. */
export const preparedChannel = (visitId: string, callId: string) => `prepared:${visitId}:${callId}`
/** The page that began a call which no page of the patient was offered yet. */
export const unheardChannel = (callId: string) => `unheard:${callId}`
/** One open page. */
export const pageChannel = (pageId: string) => `page:${pageId}`
/** Staff pages whose sign-in is locked: nobody is shown to them. */
export const lockedPages = 'locked'
/** All pages of one sign-in. */
export const sessionChannel = (sessionId: string) => `session:${sessionId}`
