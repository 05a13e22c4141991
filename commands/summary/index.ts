import {
  askCommand,
  askDistrictCommand,
  askSubjectCommand,
  closeRecordCommand,
  dailyCommand,
  monthReportCommand,
  openRecordCommand,
  releaseSubjectCommand,
} from './ask.js'

export const summaryCommands = [
  askDistrictCommand,
  askCommand,
  askSubjectCommand,
  releaseSubjectCommand,
  monthReportCommand,
  openRecordCommand,
  closeRecordCommand,
  dailyCommand,
]
