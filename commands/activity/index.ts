import { againCommand } from './again.js'
import { clearNameCommand, confirmCommand, declineCommand, onBehalfCommand } from './answers.js'
import { checkInCommand, siteCodeCommand, turnoutCommand } from './attendance.js'
import { cancelCommand, capacityCommand, mixedCommand, promotionCommand, rescheduleCommand } from './change.js'
import { reportCommand } from './closing.js'
import { activityHistoryCommand, correctActivityCommand } from './correct.js'
import { createCommand, inspectionCommands } from './create.js'
import { approveDraftCommand, sendBackDraftCommand } from './draft.js'
import { episodeCommand } from './episode.js'
import {
  headcountCommand,
  hoursCommand,
  outcomeCommand,
  photosCommand,
  speakerCommand,
  takeawayCommand,
} from './figures.js'
import { inviteStationCommand } from './guests.js'
import { listCommand, mineCommand, openCommand } from './list.js'
import { coverageCommand, missionCommand } from './missions.js'
import { leaveNoticeCommand, noticeCommand } from './notice.js'
import { pairingCommand } from './pairing.js'
import { pollCommand, pollWithoutActivityCommand, settlePollCommand, voteCommand } from './poll.js'
import { changeSeriesCommand, endSeriesCommand, seriesCommand, showSeriesCommand } from './series.js'
import { signUpCommand } from './sign-up.js'
import { closeCommand, reopenCommand } from './steps.js'
import { addStudyCommand, readStudyCommand, showStudyCommand } from './study.js'
import { centralWorkCommand, planLinkCommand, tagCommand } from './tags.js'
import { fastCommand, visitCommand } from './visit.js'
import { leaveCommand, withdrawCommand } from './withdraw.js'

export const activityCommands = [
  createCommand,
  ...inspectionCommands,
  againCommand,
  fastCommand,
  approveDraftCommand,
  sendBackDraftCommand,
  seriesCommand,
  showSeriesCommand,
  changeSeriesCommand,
  endSeriesCommand,
  episodeCommand,
  visitCommand,
  signUpCommand,
  correctActivityCommand,
  activityHistoryCommand,
  withdrawCommand,
  leaveCommand,
  onBehalfCommand,
  confirmCommand,
  declineCommand,
  clearNameCommand,
  inviteStationCommand,
  listCommand,
  openCommand,
  mineCommand,
  noticeCommand,
  leaveNoticeCommand,
  rescheduleCommand,
  cancelCommand,
  closeCommand,
  reopenCommand,
  capacityCommand,
  promotionCommand,
  mixedCommand,
  pollCommand,
  pollWithoutActivityCommand,
  voteCommand,
  settlePollCommand,
  checkInCommand,
  siteCodeCommand,
  turnoutCommand,
  headcountCommand,
  photosCommand,
  hoursCommand,
  takeawayCommand,
  speakerCommand,
  outcomeCommand,
  reportCommand,
  tagCommand,
  missionCommand,
  coverageCommand,
  planLinkCommand,
  centralWorkCommand,
  pairingCommand,
  addStudyCommand,
  showStudyCommand,
  readStudyCommand,
]
