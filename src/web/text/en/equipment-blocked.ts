// Words of the drawing that shows which sign to press where a camera is blocked.
export const words = {
  caption: {
    tune: 'A drawing: this small sign is left of the address. Press it there.',
    lock: 'A drawing: this lock is beside the address. Press it there.',
    'crossed-camera': 'A drawing: this crossed-out camera is left of the address. Press it there.',
    'page-settings': 'A drawing: this small sign is beside the address. Press it there.',
    menu: 'A drawing: “Safari” is at the top of your screen. Press it there.',
    'settings-app': 'A drawing: switch this on in your settings.',
  },
  /** As it is written at the top of a Mac's screen. */
  safariMenu: ['Safari', 'File', 'Edit'] as const,
  settingsApp: 'Settings',
  cameraRow: 'Camera',
}
