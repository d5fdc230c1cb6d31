// HTTP of waiting areas: the door, and the notices staff put up.
import { AreaParams, AreaWelcome, CheckWelcome, LateBody, SuspendBody } from '#contract/area'
import { OpennessView } from '#contract/openness'
import { InstanceView } from '#contract/people'
import { Done } from '#contract/shapes'
import { AreaIdParams } from '#contract/visit'
import { endpoint } from '../platform/endpoint.ts'
import type { AreaService } from './service.ts'

const done = { done: true } as const

export function areaRoutes(service: AreaService) {
  const about = ({ params }: { params: { areaId: string } }) => ({ areaId: params.areaId })
  return [
    endpoint({
      method: 'GET',
      url: '/api/open/instance',
      surface: 'open',
      action: 'area.welcome',
      reply: InstanceView,
      handle: () => service.instance(),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/areas/:slug',
      surface: 'open',
      action: 'area.welcome',
      params: AreaParams,
      reply: AreaWelcome,
      handle: ({ params }) => service.welcome(params.slug),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/areas/:slug/openness',
      surface: 'open',
      action: 'area.welcome',
      params: AreaParams,
      reply: OpennessView,
      anySite: true,
      handle: ({ params }) => service.welcome(params.slug),
    }),
    endpoint({
      method: 'GET',
      url: '/api/open/check',
      surface: 'open',
      action: 'check.run',
      reply: CheckWelcome,
      handle: () => service.check(),
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/areas/:areaId/late',
      surface: 'staff',
      action: 'area.announce',
      params: AreaIdParams,
      body: LateBody,
      reply: Done,
      about,
      async handle({ params, body }) {
        await service.setLate(params.areaId, body.minutes)
        return done
      },
    }),
    endpoint({
      method: 'PUT',
      url: '/api/staff/areas/:areaId/suspension',
      surface: 'staff',
      action: 'area.suspend',
      params: AreaIdParams,
      body: SuspendBody,
      reply: Done,
      about,
      async handle({ params, caller, body }) {
        await service.suspend(params.areaId, caller, body.suspended)
        return done
      },
    }),
  ]
}
