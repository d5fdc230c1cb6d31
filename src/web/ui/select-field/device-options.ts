// Cameras, microphones or speakers as the choices of a list. Browsers may withhold the names: then they are numbered.

export interface ListedDevice {
  readonly id: string
  readonly label: string
}

/** `kind` is the word for one of them, such as "Camera". */
export function deviceOptions(kind: string, devices: readonly ListedDevice[]) {
  return devices.map(({ id, label }, at) => ({ value: id, label: label.trim() || `${kind} ${at + 1}` }))
}
