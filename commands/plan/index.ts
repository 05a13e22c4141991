import { changePlanCommand } from './change.js'
import { balanceCommand, checkUpCommand, foresightCommand, paceCommand, silenceCommand } from './figures.js'
import { importPlanCommand } from './import.js'
import { addPlanCommand, dropPlanCommand, goalsCommand, showPlanCommand } from './plan.js'

export const planCommands = [
  addPlanCommand,
  importPlanCommand,
  showPlanCommand,
  goalsCommand,
  changePlanCommand,
  dropPlanCommand,
  balanceCommand,
  foresightCommand,
  silenceCommand,
  paceCommand,
  checkUpCommand,
]
