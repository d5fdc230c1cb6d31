// Whose appointments a page shows: of one waiting area, of one practitioner, or of all.

/** '' for all. `practitionerId` 'team': for anyone of the team. */
export interface Whose {
  readonly areaId: string
  readonly practitionerId: string
}
