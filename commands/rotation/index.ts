import { handoverListCommand } from './brief.js'
import {
  checkConvenorsCommand,
  endConvenorCommand,
  leadModeCommand,
  nominateCommand,
  recommendCommand,
  setConvenorCommand,
  setHeadCommand,
} from './convenors.js'
import { givenCommand, takenCommand } from './handover.js'
import { sendNoticeCommand } from './send-notice.js'
import { serviceTeamCommand } from './service-team.js'
import { onDutyCommand } from './show-turns.js'
import { turnRuleCommand } from './turn-rule.js'

export const rotationCommands = [
  onDutyCommand,
  givenCommand,
  takenCommand,
  handoverListCommand,
  setConvenorCommand,
  endConvenorCommand,
  checkConvenorsCommand,
  nominateCommand,
  recommendCommand,
  leadModeCommand,
  setHeadCommand,
  serviceTeamCommand,
  sendNoticeCommand,
  turnRuleCommand,
]
