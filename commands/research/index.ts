import { leaderNoteCommand } from './leader-note.js'
import { piecesCommand, showPieceCommand, signCommands } from './show.js'
import { startCommand } from './start.js'
import { stepCommands, usedCommand } from './steps.js'

export const researchCommands = [
  startCommand,
  ...stepCommands,
  usedCommand,
  showPieceCommand,
  piecesCommand,
  ...signCommands,
  leaderNoteCommand,
]
