import { amendCommand } from './amend.js'
import {
  acknowledgeCommand,
  closeCommand,
  mistakenCommand,
  promiseCommand,
  redoCommand,
  solvedCommand,
  trackCommand,
  withdrawOpinionCommand,
} from './close.js'
import { ideaCommand, importCommand } from './import.js'
import { categoryCommand, livelihoodCommand, urgentCommand } from './mark.js'
import { keepCommand, moveCommand } from './move.js'
import { recordCommand } from './record.js'
import { recordQuotedCommand } from './record-quoted.js'
import { reassignCommand, referCommand, refuseCommand, returnCommand } from './refer.js'
import { onSpotCommand, passedOnCommand, rateCommands, replyCommand } from './reply.js'
import { mergeCommand, secondCommand } from './second.js'
import {
  historyCommand,
  listOpinionsCommand,
  myOpinionsCommand,
  originalCommand,
  overdueCommand,
  searchCommand,
  showCommand,
} from './show.js'
import { hotCommand, moveCountCommand } from './trends.js'
import { unitCommand } from './units.js'

export const opinionCommands = [
  recordCommand,
  recordQuotedCommand,
  ideaCommand,
  importCommand,
  amendCommand,
  categoryCommand,
  urgentCommand,
  livelihoodCommand,
  referCommand,
  moveCommand,
  keepCommand,
  returnCommand,
  reassignCommand,
  refuseCommand,
  acknowledgeCommand,
  replyCommand,
  onSpotCommand,
  passedOnCommand,
  ...rateCommands,
  trackCommand,
  promiseCommand,
  closeCommand,
  solvedCommand,
  redoCommand,
  mergeCommand,
  secondCommand,
  withdrawOpinionCommand,
  mistakenCommand,
  unitCommand,
  showCommand,
  historyCommand,
  originalCommand,
  listOpinionsCommand,
  myOpinionsCommand,
  searchCommand,
  overdueCommand,
  hotCommand,
  moveCountCommand,
]
