import { noteCommand } from './note.js'
import { ownFileCommand, reportDraftCommand } from './own.js'
import { achievementsCommand, galleryCommand, withdrawConsentCommand } from './show.js'

export const dutyFileCommands = [
  ownFileCommand,
  reportDraftCommand,
  achievementsCommand,
  withdrawConsentCommand,
  galleryCommand,
  noteCommand,
]
