import {
  meetingDecisionsCommand,
  meetingListCommand,
  meetingMaterialsCommand,
  signUpMeetingCommand,
  withdrawMeetingCommand,
} from './attend.js'
import {
  cancelMeetingCommand,
  organisationAnswerCommand,
  postponeMeetingCommand,
  writeMinutesCommand,
} from './change.js'
import { addMaterialCommand, createMeetingCommand, inviteOrganisationCommand } from './create.js'
import { concludeCommand, decideCommand, minutesCommand, stepDecisionCommand } from './decide.js'

export const meetingCommands = [
  createMeetingCommand,
  inviteOrganisationCommand,
  addMaterialCommand,
  organisationAnswerCommand,
  postponeMeetingCommand,
  cancelMeetingCommand,
  writeMinutesCommand,
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
