// How far the patient of an appointment is with getting ready, as lists of appointments show it.
import { type SQL, sql } from 'drizzle-orm'
import type { Preparation } from '#contract/appointment'

/** A form that is not finished leaves the last step open. */
export const preparationOf = (appointmentId: SQL, planId: SQL): SQL<Preparation> => sql<Preparation>`(
  select json_build_object(
    'steps', json_build_object(
      'read', ready.read_at is not null,
      'device', ready.equipment is not null,
      'tell', ready.told_at is not null and not exists (
        select 1 from forms left_open where left_open.appointment_id = asked.id and left_open.done_at is null)
    ),
    'planId', ${planId}, 'equipment', ready.equipment,
    'photos', (select count(*)::int4 from files sent where sent.appointment_id = asked.id)
  )
  from (select ${appointmentId} as id) asked left join preparations ready on ready.appointment_id = asked.id
)`
