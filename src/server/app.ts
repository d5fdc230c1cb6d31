// The whole surface on one screen: which slices there are and what each brings. Builds nothing and connects to nothing.
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { Problem } from '#domain/problem'
import type { KeptDays } from '#domain/retention'
import { clinicListRoutes } from './appointments/clinic-list-routes.ts'
import { openClinicLists } from './appointments/clinic-lists.ts'
import { feedRoutes } from './appointments/feed-routes.ts'
import { openFeedService } from './appointments/feed-service.ts'
import { openInvitations } from './appointments/invitation.ts'
import { invitationRoutes, openedBy } from './appointments/invitation-routes.ts'
import { openPatientMessages } from './appointments/messages.ts'
import { openPreparations } from './appointments/preparation.ts'
import { openReminders } from './appointments/reminders.ts'
import { appointmentRoutes } from './appointments/routes.ts'
import { openAppointmentService } from './appointments/service.ts'
import { slugOfTyped } from './areas/codes.ts'
import { logoRoutes } from './areas/logos.ts'
import { areaRoutes } from './areas/routes.ts'
import { openAreaService } from './areas/service.ts'
import { settingsRoutes } from './areas/settings-routes.ts'
import { openSettingsService } from './areas/settings-service.ts'
import { openHeadTeller } from './audit/heads.ts'
import { auditRoutes } from './audit/routes.ts'
import { openAuditService } from './audit/service.ts'
import { breakGlassRoutes } from './break-glass/routes.ts'
import { openBreakGlassService } from './break-glass/service.ts'
import { checkRoutes } from './checks/routes.ts'
import type { Deps } from './deps.ts'
import { passkeyRoutes } from './factors/passkey-routes.ts'
import { openPasskeyService } from './factors/passkey-service.ts'
import { proofRoutes } from './factors/proof.ts'
import { requirementRoutes } from './factors/requirement.ts'
import { resetRoutes } from './factors/reset.ts'
import { factorRoutes, secondStepRoutes } from './factors/routes.ts'
import { openSecondStepService } from './factors/second-step-service.ts'
import { openFactorService } from './factors/service.ts'
import { feedbackRoutes } from './feedback/routes.ts'
import { openFeedback } from './feedback/service.ts'
import { fileRoutes } from './files/routes.ts'
import { openFileService } from './files/service.ts'
import { healthRoutes } from './health/routes.ts'
import { openWarnings } from './health/warnings.ts'
import { openMessagePush } from './messages/push.ts'
import { messageRoutes } from './messages/routes.ts'
import { openMessageService } from './messages/service.ts'
import { serveMetrics } from './metrics/slice.ts'
import { noteRoutes } from './notes/routes.ts'
import { openNoteService } from './notes/service.ts'
import { notificationRoutes, optOutRoutes } from './notifications/routes.ts'
import { openNotifications } from './notifications/service.ts'
import { accountRoutes } from './people/account-routes.ts'
import { openAccountService } from './people/account-service.ts'
import { directoryRoutes } from './people/directory-routes.ts'
import { openDirectoryService } from './people/directory-service.ts'
import { linkRoutes } from './people/links-routes.ts'
import { openLinkService } from './people/links-service.ts'
import { planRoutes } from './plans/routes.ts'
import { openPlanService } from './plans/service.ts'
import { believed, readAddress } from './platform/addresses.ts'
import { endQuietSittings } from './platform/audit/sittings.ts'
import { COMPILERS } from './platform/compilers.ts'
import type { CookieNames } from './platform/cookies.ts'
import type { Endpoint } from './platform/endpoint.ts'
import { problemOf } from './platform/failure.ts'
import { guard, sendProblem } from './platform/guard.ts'
import { openPace } from './platform/pace.ts'
import { servePages } from './platform/pages.ts'
import type { Timer } from './platform/timers.ts'
import { providerRoutes } from './provider/routes.ts'
import { openProviderService } from './provider/service.ts'
import { openSignInSettings } from './provider/sign-in-settings.ts'
import { openDefinitionService } from './questionnaires/definitions.ts'
import { formRoutes, questionnaireRoutes } from './questionnaires/routes.ts'
import { openFormService } from './questionnaires/service.ts'
import { retentionSlice } from './retention/slice.ts'
import { openSignInPages } from './sessions/pages.ts'
import { peopleRoutes } from './sessions/routes.ts'
import { openPeopleService } from './sessions/service.ts'
import { signInRoutes } from './sessions/sign-ins-routes.ts'
import { openSignInService } from './sessions/sign-ins-service.ts'
import { openSampleRemover } from './setup/remove-sample.ts'
import { sampleRemovalRoutes, setupRoutes } from './setup/routes.ts'
import { openSetupService } from './setup/service.ts'
import { visitSlice } from './visits/slice.ts'

export interface AppSettings {
  readonly webFolder: string
  readonly trustProxy: boolean | number | string
  readonly rateLimits: boolean
  /** Null: `/metrics` is not there. */
  readonly metricsToken: string | null
  /** Whether the sample clinic can be made and entered. */
  readonly sample: boolean
  /** Unset: as Bedside's own defaults say. */
  readonly keptDays?: KeptDays
  /** How old the last backup may be, in days; unset or null: nobody is warned. */
  readonly backupDays?: number | null
  readonly https: { key: string; cert: string } | null
  readonly patience?: Patience
  readonly cookies: CookieNames
}

export interface Route {
  readonly method: string
  readonly url: string
  /** Made by `endpoint()`, with an action and a limit of its own. */
  readonly byEndpoint: boolean
}

export interface App {
  readonly http: FastifyInstance
  /** Everything that Fastify answers. */
  readonly routes: readonly Route[]
  readonly endpoints: readonly Endpoint[]
  /** Everything that comes round by itself. */
  readonly timers: readonly Timer[]
}

/** How long a caller may take, in ms. */
export interface Patience {
  /** For the headers of a request. */
  readonly headers: number
  /** For all of a request. */
  readonly request: number
  /** While nothing moves, as where a reply is not taken. Sockets look after themselves. */
  readonly idle: number
  /** How often it is looked at. */
  readonly look: number
}
const PATIENCE: Patience = { headers: 15_000, request: 60_000, idle: 60_000, look: 5_000 }

export async function buildApp(deps: Deps, settings: AppSettings): Promise<App> {
  const messages = openPatientMessages(deps)
  const reminders = openReminders(deps, messages)
  const areas = openAreaService(deps, reminders.runLate)
  const people = openPeopleService(deps)
  const links = openLinkService(deps)
  const provider = openProviderService(deps, links.takeBack)
  const secondSteps = openSecondStepService(deps)
  const passkeys = openPasskeyService(deps)
  const directory = openDirectoryService(deps, links)
  const signInPages = openSignInPages(deps)
  const signIns = openSignInService(deps)
  const outbox = openNotifications(deps, async ({ appointmentId, ...row }) => {
    if (appointmentId) await messages.undelivered({ ...row, appointmentId })
    else if (row.kind === 'recall' && row.aboutId) await visits.recallUndelivered(row.aboutId)
  })
  const breakGlass = openBreakGlassService(deps)
  const visits = visitSlice(deps)
  const invitations = openInvitations(deps, visits.invited)
  const heads = openHeadTeller(deps)
  const warnings = openWarnings({ ...deps, unkept: heads.unkept, backupDays: settings.backupDays ?? null })
  openMessagePush(deps)
  const files = openFileService(deps)
  const endpoints = [
    ...healthRoutes(deps, warnings),
    ...setupRoutes(openSetupService(deps), people.me, settings.sample),
    ...sampleRemovalRoutes(openSampleRemover(deps)),
    ...peopleRoutes(people, provider.wayOut),
    ...secondStepRoutes(secondSteps, people.meBy),
    ...passkeyRoutes(passkeys, people.meBy),
    ...factorRoutes(openFactorService(deps)),
    ...proofRoutes(deps, passkeys),
    ...requirementRoutes(deps),
    ...signInRoutes(signIns, people.me),
    ...linkRoutes(links, people.meBy),
    ...providerRoutes(provider, openSignInSettings(deps), people.meBy),
    ...accountRoutes(openAccountService(deps, links, people.prove)),
    ...directoryRoutes(directory),
    ...resetRoutes(deps, directory.view),
    ...breakGlassRoutes(breakGlass),
    ...areaRoutes(areas),
    ...settingsRoutes(openSettingsService(deps)),
    ...logoRoutes(deps),
    ...planRoutes(openPlanService(deps)),
    ...checkRoutes(deps),
    ...visits.endpoints,
    ...appointmentRoutes(openAppointmentService(deps, messages)),
    ...feedRoutes(openFeedService(deps)),
    ...clinicListRoutes(openClinicLists(deps, messages)),
    ...invitationRoutes(invitations, openPreparations(deps), visits.arrived),
    ...questionnaireRoutes(openDefinitionService(deps)),
    ...formRoutes(openFormService(deps), openedBy(invitations)),
    ...messageRoutes(openMessageService(deps)),
    ...feedbackRoutes(openFeedback(deps)),
    ...fileRoutes(files, openedBy(invitations)),
    ...noteRoutes(openNoteService(deps)),
    ...notificationRoutes(outbox),
    ...optOutRoutes(deps),
    ...auditRoutes(openAuditService(deps)),
  ]

  const { headers, request, idle, look } = settings.patience ?? PATIENCE
  const patience = { headersTimeout: headers, requestTimeout: request, connectionsCheckingInterval: look }
  const http = Fastify({
    ...(settings.https ? { https: { ...settings.https, ...patience } } : { http: patience }),
    requestTimeout: request,
    connectionTimeout: idle,
    trustProxy: believed(settings.trustProxy),
    // A note of 100,000 characters in any script, and little more.
    bodyLimit: 512 * 1024,
    // Properties that no schema declares are dropped here, so that none can reach a table.
    ajv: { customOptions: { coerceTypes: false, removeAdditional: 'all' } },
    schemaController: { compilersFactory: COMPILERS },
    frameworkErrors: (error: unknown, _: unknown, reply: FastifyReply) =>
      sendProblem(reply, problemOf(error, 'address', deps.log)),
  }) as unknown as FastifyInstance
  const routes: Route[] = []
  http.addHook('onRoute', ({ method, url, config }) => {
    routes.push({ method: String(method), url, byEndpoint: config?.endpoint === true })
  })
  await guard(http, {
    log: deps.log,
    rateLimits: settings.rateLimits,
    cookies: settings.cookies,
    addressOf: readAddress(settings.trustProxy),
  })
  serveMetrics(http, deps, settings.metricsToken)
  const pace = openPace(deps.elapsed)
  for (const endpoint of endpoints)
    endpoint.register(http, { ...deps, rateLimits: settings.rateLimits, cookies: settings.cookies, pace })
  const welcome = (slug: string) =>
    areas.welcome(slug).catch((error: unknown) => {
      if (error instanceof Problem) return null
      throw error
    })
  await servePages(http, {
    folder: settings.webFolder,
    welcome,
    invitation: invitations.page,
    slugOfCode: (typed) => slugOfTyped(deps, typed),
  })
  await http.ready()
  // What was over while no server ran is over before anybody asks.
  await breakGlass.closeDue()
  deps.hub.attach(http.server, visits.talk, visits.onGone)
  await visits.begin()
  return {
    http,
    routes,
    endpoints,
    timers: [
      ...visits.timers,
      ...retentionSlice(deps, settings.keptDays).timers,
      { name: 'files', everyMs: 60_000, run: files.sweep },
      { name: 'disk', everyMs: 60_000, run: deps.disk.watch },
      { name: 'reminders', everyMs: 15_000, run: reminders.send },
      { name: 'outbox', everyMs: 5000, run: outbox.sendDue },
      { name: 'new passwords', everyMs: 2000, run: links.answerResets },
      { name: 'audit', everyMs: 1000, run: deps.audit.chain },
      { name: 'audit sums', everyMs: 60_000, run: deps.audit.flush },
      { name: 'audit sittings', everyMs: 30_000, run: () => endQuietSittings(deps.db, deps.now()) },
      { name: 'audit head', everyMs: 60_000, run: heads.tell },
      { name: 'break-glass', everyMs: 1000, run: breakGlass.closeDue },
      { name: 'sign-ins', everyMs: 60_000, run: signInPages.endLapsed },
      { name: 'idle sign-ins', everyMs: 5000, run: signIns.lockIdle },
      { name: 'new devices', everyMs: 5000, run: signIns.tellOfDevices },
    ],
  }
}
