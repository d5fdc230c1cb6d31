// What every form field has around it: label, hint, error. Fields of the kit use it; screens do not.
import type { ComponentChildren } from 'preact'
import { words } from '#text/ui'
import './field.scss'

export interface FieldProps {
  /** Also where the error summary's link goes. */
  id: string
  label: string
  hint?: string | undefined
  error?: string | null | undefined
  /** The person may leave it empty: said after the label. */
  optional?: boolean | undefined
}

/** Ids of hint and error, for `aria-describedby`. */
export function describedBy({ id, hint, error }: FieldProps): string | undefined {
  const ids = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean)
  return ids.length ? ids.join(' ') : undefined
}

export function FieldNotes({ id, hint, error }: FieldProps) {
  return (
    <>
      {hint && (
        <p class="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p class="field-error" id={`${id}-error`}>
          <span class="visually-hidden">{words.errorPrefix} </span>
          {error}
        </p>
      )}
    </>
  )
}

export function LabelWords({ label, optional }: Pick<FieldProps, 'label' | 'optional'>) {
  return (
    <>
      {label}
      {optional && <span class="field-optional"> {words.optional}</span>}
    </>
  )
}

export function Field(props: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={props.error ? 'field field-wrong' : 'field'}>
      <label class="field-label" for={props.id}>
        <LabelWords label={props.label} optional={props.optional} />
      </label>
      <FieldNotes {...props} />
      {props.children}
    </div>
  )
}

/** A group of boxes under one question. */
export function FieldGroup(props: FieldProps & { children: ComponentChildren }) {
  return (
    <fieldset class={props.error ? 'field field-wrong' : 'field'} aria-describedby={describedBy(props)}>
      <legend class="field-label">
        <LabelWords label={props.label} optional={props.optional} />
      </legend>
      <FieldNotes {...props} />
      {props.children}
    </fieldset>
  )
}
