import {
  meetingDecisionsCommand,
  meetingListCommand,
  meetingMaterialsCommand,
  signUpMeetingCommand,
  withdrawMeetingCommand,
} from './attend.js'
import { addMaterialCommand, createMeetingCommand, inviteOrganisationCommand } from './create.js'
import { concludeCommand, decideCommand, minutesCommand, stepDecisionCommand } from './decide.js'

export const meetingCommands = [
  createMeetingCommand,
  inviteOrganisationCommand,
  addMaterialCommand,
  signUpMeetingCommand,
  withdrawMeetingCommand,
  meetingListCommand,
  meetingMaterialsCommand,
  meetingDecisionsCommand,
  decideCommand,
  minutesCommand,
  concludeCommand,
  stepDecisionCommand,
]
