// The closed list of expected refusals. Each code has an HTTP status here and words for people in `web/text`.
// A refusal is thrown as `Problem`; anything else that is thrown is a fault of ours.

/** HTTP status by problem code. Adding a code here obliges every language to have words for it. */
export const PROBLEM_STATUS = {
  'request/invalid': 400,
  'request/too-large': 413,
  'request/too-many': 429,
  'request/not-found': 404,
  'access/sign-in-needed': 401,
  'access/not-allowed': 403,
  'access/wrong-sign-in': 401,
  'access/cross-site': 403,
  /** The identity provider: none is set up here; it does not answer; it let nobody in; what came back fits no question. */
  'access/provider-none': 404,
  'access/provider-away': 409,
  'access/provider-refused': 403,
  'access/provider-too-weak': 403,
  'access/provider-failed': 403,
  /** Whoever signed in there is not who is signed in here. */
  'access/provider-somebody-else': 403,
  'access/provider-unknown-person': 403,
  'access/provider-too-many-groups': 403,
  /** The organisation takes no other sign-in. */
  'access/provider-only': 403,
  /** Only who has just come that way may close the others. */
  'access/provider-not-tried': 409,
  'session/locked': 401,
  'session/wrong-password': 403,
  /** `password`, `authenticator`, `passkey`, `provider` say by what somebody can prove again who they are. */
  'session/proof-needed': 403,
  'session/not-found': 404,
  /** The password was right: `token` stands for it, and `authenticator`, `passkey`, `recovery` say by what to go on. */
  'access/second-step-needed': 401,
  'access/second-step-over': 401,
  'access/wrong-code': 401,
  'access/passkey-not-valid': 401,
  'access/passkey-stopped': 401,
  /** Until somebody has set up a second factor. */
  'access/second-factor-needed': 403,
  'factor/not-begun': 409,
  'factor/wrong-code': 400,
  'factor/last-one': 409,
  'factor/none-yet': 409,
  'factor/too-many': 409,
  'factor/passkey-not-valid': 400,
  'factor/passkey-not-found': 404,
  'factor/passkeys-not-here': 409,
  'setup/link-not-valid': 403,
  'setup/already-done': 409,
  'setup/email-taken': 409,
  'area/not-found': 404,
  'area/closed': 409,
  'area/suspended': 409,
  'area/hours-not-valid': 400,
  'area/not-empty': 409,
  'service/not-found': 404,
  'settings/not-valid': 400,
  'logo/not-a-picture': 400,
  'plan/not-found': 404,
  'plan/name-needed': 400,
  'arrival/details-missing': 400,
  'arrival/birth-date-not-valid': 400,
  'arrival/phone-not-valid': 400,
  'arrival/consent-needed': 400,
  /** The browser keeps no cookie: nobody would find back to their visit. */
  'access/nothing-kept': 409,
  'visit/not-found': 404,
  'visit/already-ended': 409,
  'visit/not-waiting': 409,
  'visit/with-somebody-else': 409,
  'visit/not-held-by-you': 409,
  /** Here nobody waits with the page closed, or this patient does not. */
  'visit/no-recall': 409,
  /** Nothing is asked after this visit, or it is not over. */
  'visit/no-feedback': 409,
  /** It ended too long ago, or the patient's browser no longer finds back to it. */
  'visit/call-back-over': 409,
  'appointment/not-found': 404,
  'appointment/not-booked': 409,
  /** `field` says what to mend: `date`, `time`, `email`, or `reach` where nobody could reach the patient. */
  'appointment/not-valid': 400,
  'clinic-list/not-found': 404,
  /** `line` says which row of the list, `code` and the rest what is wrong there. Nothing of the list was kept. */
  'clinic-list/row-refused': 400,
  /** A wrong link, a link that is over, or a wrong date of birth: nobody is told which. */
  'invitation/not-opened': 403,
  'invitation/replaced': 403,
  'invitation/other-device': 403,
  'invitation/too-early': 409,
  'invitation/over': 409,
  'questionnaire/not-found': 404,
  /** `item` and `reason` (domain/questionnaire) say what stands in the way, `about` what it is about. */
  'questionnaire/not-valid': 400,
  'form/not-found': 404,
  /** Something that is asked has no answer, or one that cannot stand. */
  'form/not-complete': 409,
  /** No picture, or one that cannot be read to its end. */
  'file/not-a-picture': 400,
  /** HEIC: a picture as iPhones keep it, which no browser of the clinic shows. */
  'file/heic': 400,
  'file/too-many': 409,
  'file/not-found': 404,
  'message/empty': 400,
  'note/not-found': 404,
  'note/changed-elsewhere': 409,
  'note/already-signed': 409,
  'note/not-signed': 409,
  'note/empty': 409,
  'person/password-too-short': 400,
  'person/password-too-common': 400,
  'person/not-found': 404,
  'person/email-taken': 409,
  'person/role-not-valid': 400,
  'person/not-yourself': 409,
  'person/last-administrator': 409,
  'person/not-invited': 409,
  'person/link-not-valid': 403,
  'person/identity-taken': 409,
  'person/password-wrong': 403,
  'person/sample-stays': 409,
  'notification/not-found': 404,
  'break-glass/not-found': 404,
  'break-glass/not-needed': 409,
  'break-glass/reason-needed': 400,
  'break-glass/switched-off': 403,
  'server/fault': 500,
  'server/busy': 503,
} as const

export type ProblemCode = keyof typeof PROBLEM_STATUS

/** Facts a screen may show with the words of a problem. Never a patient's data. */
export type ProblemDetail = Readonly<Record<string, string | number | boolean | null>>

/** An expected refusal: what was asked cannot be done now, and the caller may be told why. */
export class Problem extends Error {
  override readonly name = 'Problem'
  constructor(
    readonly code: ProblemCode,
    readonly detail: ProblemDetail = {},
  ) {
    super(code)
  }

  get status(): number {
    return PROBLEM_STATUS[this.code]
  }
}
