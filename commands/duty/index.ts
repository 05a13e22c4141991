import { announceCommand } from './announce.js'
import { adjustCommand, moveCommand, placeCommand } from './change.js'
import { confirmDutyCommand, coverCommand, dutyLeaveCommand } from './own.js'
import { confirmRotaCommand, dropRotaCommand, planCommand, themedCommand } from './plan.js'
import { closeCommand, signInCommand, themeCommand, visitorsCommand } from './reception.js'
import { showDutyCommand, whyCommand } from './show.js'
import { agreeSwapCommand, declineSwapCommand, swapCommand } from './swap.js'

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
]
