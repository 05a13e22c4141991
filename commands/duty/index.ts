import { announceCommand } from './announce.js'
import { adjustCommand, moveCommand, placeCommand } from './change.js'
import { endLeaveCommand, longLeaveCommand } from './long-leave.js'
import { onBehalfCommand } from './on-behalf.js'
import { confirmDutyCommand, coverCommand, dutyLeaveCommand, seekCoverCommand } from './own.js'
import { confirmRotaCommand, dropRotaCommand, planCommand, themedCommand } from './plan.js'
import { closeCommand, signInCommand, themeCommand, visitorsCommand } from './reception.js'
import { receptionDayCommand } from './reception-day.js'
import { rotaCommand } from './rota-sheet.js'
import { showDutyCommand, whyCommand } from './show.js'
import { agreeSwapCommand, declineSwapCommand, swapCommand } from './swap.js'
import { threeWaySwapCommand } from './three-way-swap.js'
import { undoDutyCommand } from './undo.js'

export const dutyCommands = [
  planCommand,
  themedCommand,
  confirmRotaCommand,
  dropRotaCommand,
  announceCommand,
  confirmDutyCommand,
  dutyLeaveCommand,
  coverCommand,
  swapCommand,
  agreeSwapCommand,
  declineSwapCommand,
  moveCommand,
  placeCommand,
  adjustCommand,
  signInCommand,
  visitorsCommand,
  themeCommand,
  closeCommand,
  showDutyCommand,
  whyCommand,
  seekCoverCommand,
  threeWaySwapCommand,
  longLeaveCommand,
  endLeaveCommand,
  onBehalfCommand,
  undoDutyCommand,
  receptionDayCommand,
  rotaCommand,
]
