import { expect, test } from 'vitest'
import { phoneHref } from './phone.ts'

test.each([
  ['01632 960 123', 'tel:01632960123'],
  ['+44 1632 960 123', 'tel:+441632960123'],
  ['01632 960123 ext 4521', 'tel:01632960123;ext=4521'],
])('[AR3] a press on %s rings %s', (phone, href) => expect(phoneHref(phone)).toBe(href))
