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
  districtReportCommand,
  monthReportCommand,
  openRecordCommand,
  releasePeriodCommand,
  releaseSubjectCommand,
  reportCommands,
} from './ask.js'

import { campaignCommand } from './campaign.js'

export const summaryCommands = [
  askDistrictCommand,
  districtReportCommand,
  askStationCommand,
  askCommand,
  askSubjectCommand,
  campaignCommand,
  activitySummaryCommand,
  publishActivityCommand,
  releaseSubjectCommand,
  releasePeriodCommand,
  monthReportCommand,
  ...reportCommands,
  cardCommand,
  chartCommand,
  openRecordCommand,
  closeRecordCommand,
  dailyCommand,
]
