import { clearanceCommand, clearancesCommand, clearedCommand, inviteAcrossCommand } from './clearance.js'
import { needsHigherCommand, needsHigherListCommand, reportUpCommand } from './escalation.js'
import { linkActivityCommand, platformCommand, platformsCommand } from './platforms.js'

export const linkageCommands = [
  inviteAcrossCommand,
  clearanceCommand,
  clearedCommand,
  clearancesCommand,
  needsHigherCommand,
  needsHigherListCommand,
  reportUpCommand,
  platformCommand,
  platformsCommand,
  linkActivityCommand,
]
