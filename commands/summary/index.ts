import {
  askCommand,
  askDistrictCommand,
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
  askCommand,
  askSubjectCommand,
  releaseSubjectCommand,
  monthReportCommand,
  cardCommand,
  chartCommand,
  openRecordCommand,
  closeRecordCommand,
  dailyCommand,
]
