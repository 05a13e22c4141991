import { lendCommand, loansCommand } from './asset.js'
import { costCommand, costsCommand } from './cost.js'
import {
  directoryCommand,
  findDocumentCommand,
  guidanceCommand,
  showDocumentCommand,
  storeDocumentCommand,
} from './document.js'
import { honourCommand, honourListCommand, honoursCommand } from './honour.js'
import { carriedOutCommand, checkCommand, guidanceRateCommand, metCommand } from './requirement.js'
import { draftRuleCommand, findRuleCommand, publishRuleCommand, ruleStatisticsCommand, wallCommand } from './rule.js'
import { plaqueCommand, setStandardCommand, standardCommand } from './standard.js'

/** In the order in which commands of one name are tried. */
export const libraryCommands = [
  storeDocumentCommand,
  showDocumentCommand,
  findDocumentCommand,
  guidanceCommand,
  directoryCommand,
  checkCommand,
  carriedOutCommand,
  guidanceRateCommand,
  metCommand,
  publishRuleCommand,
  draftRuleCommand,
  ruleStatisticsCommand,
  findRuleCommand,
  wallCommand,
  standardCommand,
  setStandardCommand,
  plaqueCommand,
  loansCommand,
  lendCommand,
  costCommand,
  costsCommand,
  honoursCommand,
  honourListCommand,
  honourCommand,
]
