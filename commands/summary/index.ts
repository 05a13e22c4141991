import { activitySummaryCommand, publishActivityCommand } from './activity.js'
import {
  askCommand,
  askDistrictCommand,
  askStationCommand,
  askSubjectCommand,
  cardCommand,
  chartCommand,
  closeRecordCommand,
  dailyCommand,
  monthReportCommand,
  openRecordCommand,
  releaseSubjectCommand,
} from './ask.js'

export const summaryCommands = [
  askDistrictCommand,
  askStationCommand,
  askCommand,
  askSubjectCommand,
  activitySummaryCommand,
  publishActivityCommand,
  releaseSubjectCommand,
  monthReportCommand,
  cardCommand,
  chartCommand,
  openRecordCommand,
  closeRecordCommand,
  dailyCommand,
]
