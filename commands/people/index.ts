import { acceptClaimCommand, claimsCommand, codeCommand, refuseClaimCommand } from './accounts.js'
import { importCommand } from './import-command.js'
import { inviteCommand, leaveCommand, progressCommand, removeCommand } from './invite.js'
import { kindCommands } from './kinds.js'
import { chartCommand, leadingGroupCommand, reportCommand } from './leading-group.js'
import { levelsCommand, rosterCommand } from './levels.js'
import { newTermCommand, pastTermsCommand } from './new-term.js'
import { coHostCommand, partnerCommand } from './partner.js'
import { registerCommand } from './register.js'
import { grantCommand, revokeCommand } from './roles.js'
import { rollCallCommand, rollCallStateCommand } from './roll-call.js'
import { setUpCommand } from './set-up.js'
import {
  addressCommand,
  copyStationCommand,
  myStationsCommand,
  stationCommand,
  stationListCommand,
  unrecordedCommand,
} from './stations.js'

export const peopleCommands = [
  registerCommand,
  rosterCommand,
  levelsCommand,
  ...kindCommands,
  inviteCommand,
  progressCommand,
  leaveCommand,
  removeCommand,
  leadingGroupCommand,
  reportCommand,
  chartCommand,
  grantCommand,
  revokeCommand,
  partnerCommand,
  coHostCommand,
  stationCommand,
  stationListCommand,
  unrecordedCommand,
  myStationsCommand,
  addressCommand,
  copyStationCommand,
  codeCommand,
  claimsCommand,
  acceptClaimCommand,
  refuseClaimCommand,
  importCommand,
  setUpCommand,
  newTermCommand,
  pastTermsCommand,
  rollCallCommand,
  rollCallStateCommand,
]
