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
import { serviceTeamCommand } from './service-team.js'
import { onDutyCommand, turnsCommand } from './show-turns.js'

export const rotationCommands = [
  onDutyCommand,
  turnsCommand,
  givenCommand,
  takenCommand,
  setConvenorCommand,
  endConvenorCommand,
  checkConvenorsCommand,
  nominateCommand,
  recommendCommand,
  leadModeCommand,
  setHeadCommand,
  serviceTeamCommand,
]
