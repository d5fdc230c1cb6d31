import { expect, test } from 'vitest'
import { emailOf, logoutHintOf, nameOf, textsAt, tooMany } from './claims.ts'

test('[ID8] groups stand where each provider puts them: by name, below a name, through lists', () => {
  expect(textsAt({ groups: ['a', 'b', 7, ' '] }, 'groups')).toEqual(['a', 'b'])
  expect(textsAt({ groups: 'one' }, 'groups')).toEqual(['one'])
  expect(textsAt({ realm_access: { roles: ['staff'] } }, 'realm_access.roles')).toEqual(['staff'])
  const roles = [{ role_code: 'R8000' }, { role_code: 'R8001', org: 'X' }, {}]
  expect(textsAt({ nhsid_nrbac_roles: roles }, 'nhsid_nrbac_roles.role_code')).toEqual(['R8000', 'R8001'])
  expect(textsAt({ 'https://harbour.example/groups': ['a'] }, 'https://harbour.example/groups')).toEqual(['a'])
  expect(textsAt({ groups: [] }, 'groups')).toEqual([])
  expect(textsAt({}, 'groups')).toBeUndefined()
  expect(textsAt({ realm_access: 'x' }, 'realm_access.roles')).toBeUndefined()
})

test('[ID8] more groups than Entra tells are told apart from none', () => {
  expect(tooMany({ _claim_names: { groups: 'src1' } }, 'groups')).toBe(true)
  expect(tooMany({ hasgroups: true }, 'groups')).toBe(true)
  expect(tooMany({}, 'groups')).toBe(false)
})

test('[ID3] an e-mail address counts when the provider vouches for it, or its operator is trusted', () => {
  const email = 'priya@harbour.example'
  expect(emailOf({ email, email_verified: true }, false)).toBe(email)
  expect(emailOf({ email, xms_edov: '1' }, false)).toBe(email)
  expect(emailOf({ email }, false)).toBeNull()
  expect(emailOf({ email }, true)).toBe(email)
  expect(emailOf({ email, email_verified: false }, true)).toBeNull()
  expect(emailOf({ email: 'no address', email_verified: true }, true)).toBeNull()
  expect(emailOf({ email_verified: true }, true)).toBeNull()
})

test('[ID5] a name is made of what there is', () => {
  expect(nameOf({ name: 'Priya Raman' })).toBe('Priya Raman')
  expect(nameOf({ given_name: 'Priya', family_name: 'Raman' })).toBe('Priya Raman')
  expect(nameOf({})).toBeNull()
})

test('[ID25] who signs out is told by what the provider knows them by, and by nothing long', () => {
  expect(logoutHintOf({ login_hint: 'O.CiQ', sid: 's1', sub: 'u1' })).toBe('O.CiQ')
  expect(logoutHintOf({ sid: 's1', sub: 'u1' })).toBe('s1')
  expect(logoutHintOf({ login_hint: 'x'.repeat(301), sub: 'u1' })).toBe('u1')
  expect(logoutHintOf({ sid: 7 })).toBeNull()
})
