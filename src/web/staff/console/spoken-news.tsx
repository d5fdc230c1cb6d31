// The status region in which a screen reader says what happens in the queues. It is there before it is filled.
import { useEffect, useState } from 'preact/hooks'
import type { StaffModel } from '../staff-model.ts'
import { spokenOf } from './spoken.ts'

export function SpokenNews({ staff }: { staff: StaffModel }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    let before = staff.areas.get()
    return staff.areas.subscribe((after) => {
      const news = spokenOf(before, after)
      before = after
      if (news.length > 0) setSaid(news.join(' '))
    })
  }, [staff])
  return (
    <p class="visually-hidden" role="status">
      {said}
    </p>
  )
}
