import {
  calendarCommand,
  renewCalendarCommand,
  renewStationCalendarCommand,
  stationCalendarCommand,
} from './calendar.js'

export const calendarCommands = [
  calendarCommand,
  stationCalendarCommand,
  renewCalendarCommand,
  renewStationCalendarCommand,
]
