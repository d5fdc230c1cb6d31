import { describe, expect, it } from 'vitest'
import { idOf } from '../../../test/staff/fake-connection.ts'
import { typed } from '../text/typed.ts'
import { pageTitle } from './page-title.ts'

describe('the title of the tab', () => {
  it('[D3] names page and organisation, and counts newcomers on any page', () => {
    expect(pageTitle({ page: 'console' }, 'Riverside', 0)).toBe(`Today - ${typed('Riverside')}`)
    expect(pageTitle({ page: 'console' }, 'Riverside', 2)).toBe(`(2) Today - ${typed('Riverside')}`)
    expect(pageTitle({ page: 'notes' }, 'Riverside', 1)).toBe(`(1) Notes - ${typed('Riverside')}`)
  })

  it('[D3] names no patient and no visit, also in a call', () => {
    expect(pageTitle({ page: 'visit', visitId: idOf(1) }, 'Riverside', 0)).toBe(`Call - ${typed('Riverside')}`)
  })

  it('says that one must sign in, and counts nothing before', () => {
    expect(pageTitle({ page: 'console' }, null, 3)).toBe('Staff sign in - Bedside')
    expect(pageTitle({ page: 'first' }, null, 0)).toBe('Bedside')
  })
})
