import type { Command } from '../command.js'
import { amendCommand } from './amend.js'
import { attachCommand, attachmentsCommand } from './attachments.js'
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
import { figuresCommand, trendCommand } from './figures.js'
import { ideaCommand, importCommand } from './import.js'
import { calmCommand, categoryCommand, channelCommand, livelihoodCommand, stageCommand, urgentCommand } from './mark.js'
import { keepCommand, moveCommand } from './move.js'
import { addCategoryCommand, categoriesCommand } from './own-category.js'
import { presetCommand } from './preset.js'
import { recordCommand } from './record.js'
import { recordQuotedCommand } from './record-quoted.js'
import { reassignCommand, referCommand, refuseCommand, returnCommand } from './refer.js'
import { onSpotCommand, passedOnCommand, rateCommands, replyCommand } from './reply.js'
import {
  archiveCommand,
  chaseCommand,
  materialCommand,
  reconsiderCommand,
  routesCommand,
  sendBackCommand,
  separateCommand,
} from './route.js'
import { searchCommand } from './search.js'
import { mergeCommand, secondCommand } from './second.js'
import {
  historyCommand,
  listOpinionsCommand,
  myOpinionsCommand,
  originalCommand,
  overdueCommand,
  showCommand,
} from './show.js'
import { hotCommand, moveCountCommand } from './trends.js'
import { unitCommand } from './units.js'
import { guarded, sealing } from './without-numbers.js'

export const opinionCommands: readonly Command[] = [
  // These seal the words they are told.
  sealing(recordCommand),
  sealing(recordQuotedCommand),
  sealing(ideaCommand),
  sealing(importCommand),
  sealing(amendCommand),
  ...[
    categoryCommand,
    urgentCommand,
    calmCommand,
    stageCommand,
    channelCommand,
    livelihoodCommand,
    addCategoryCommand,
    categoriesCommand,
    presetCommand,
    routesCommand,
    chaseCommand,
    sendBackCommand,
    separateCommand,
    reconsiderCommand,
    materialCommand,
    archiveCommand,
    figuresCommand,
    trendCommand,
    attachCommand,
    attachmentsCommand,
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
  ].map(guarded),
]
