// Opens the patient's page of an area beside this one, in the shape of a phone: for trying it oneself.
import type { ComponentChildren } from 'preact'
import { Button } from '../../ui/button/button.tsx'

export interface PatientWindowProps {
  slug: string
  kind?: 'primary' | 'secondary' | 'quiet'
  size?: 'normal' | 'large' | 'small'
  label?: string
  icon?: ComponentChildren
  children: ComponentChildren
}

export function PatientWindow({ slug, ...look }: PatientWindowProps) {
  return <Button {...look} onPress={() => openPatientWindow(slug)} />
}

function openPatientWindow(slug: string): void {
  const height = Math.min(860, screen.availHeight - 60)
  const left = Math.max(0, screen.availWidth - 460)
  const features = `popup,width=430,height=${height},left=${left},top=20`
  // Where windows of a shape are not allowed the browser opens a tab; where even that is not, this page goes there.
  const opened = window.open(`/at/${slug}`, 'bedside-patient', features)
  if (opened) opened.focus()
  else location.assign(`/at/${slug}`)
}
