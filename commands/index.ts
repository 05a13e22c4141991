import { activityCommands } from './activity/index.js'
import { calendarCommands } from './calendar/index.js'
import { checkUpCommands } from './check-up/check-up.js'
import type { Command } from './command.js'
import { consultationCommands } from './consultation/index.js'
import type { AnswerHandler } from './context.js'
import { digestCommands } from './digest/index.js'
import { discussionCommands } from './discussion/index.js'
import { dutyCommands } from './duty/index.js'
import { dutyFileCommands } from './duty-file/index.js'
import { helpCommand } from './general/help.js'
import { undoCommand } from './general/undo.js'
import { guardCommands } from './guards/index.js'
import { handlingCommands } from './handling/index.js'
import { jielongCommands } from './jielong/index.js'
import { keepsNoNumbers } from './kept-words.js'
import { ledgerCommands } from './ledger/index.js'
import { libraryCommands } from './library/index.js'
import { linkageCommands } from './linkage/index.js'
import { meetingCommands } from './meeting/index.js'
import { onboardingCommands } from './onboarding/index.js'
import { opinionCommands } from './opinion/index.js'
import { peopleCommands } from './people/index.js'
import { permissionsCommand } from './people/permissions.js'
import { planCommands } from './plan/index.js'
import { publicityCommands } from './publicity/index.js'
import { quietCommands } from './quiet/index.js'
import { researchCommands } from './research/index.js'
import { rotationCommands } from './rotation/index.js'
import { missionCommand } from './statistics/missions.js'
import { statisticCommands } from './statistics/table.js'
import { yearReportCommand } from './statistics/year-report.js'
import { suggestionCommands } from './suggestion/index.js'
import { summaryCommands } from './summary/index.js'
import { supervisionCommands } from './supervision/index.js'
import { targetCommands } from './targets/index.js'
import { offerAnswer } from './understanding/offer.js'

const declared: readonly Command[] = [
  ...activityCommands,
  ...calendarCommands,
  ...meetingCommands,
  ...planCommands,
  ...peopleCommands,
  ...jielongCommands,
  ...opinionCommands,
  ...suggestionCommands,
  ...handlingCommands,
  ...supervisionCommands,
  ...consultationCommands,
  ...dutyCommands,
  ...rotationCommands,
  ...summaryCommands,
  ...discussionCommands,
  ...statisticCommands,
  missionCommand,
  ...libraryCommands,
  yearReportCommand,
  ...linkageCommands,
  ...onboardingCommands,
  ...guardCommands,
  ...digestCommands,
  ...publicityCommands,
  ...ledgerCommands,
  ...researchCommands,
  ...targetCommands,
  ...dutyFileCommands,
  ...checkUpCommands,
  ...quietCommands,
  helpCommand(() => commands),
  permissionsCommand(() => commands),
  undoCommand,
]

export const commands: readonly Command[] = declared.map(keepsNoNumbers)

/** Every kind of question a command may ask, by its name; two commands may not own one kind. */
export const answers: Readonly<Record<string, AnswerHandler>> = collect(commands)

function collect(all: readonly Command[]): Record<string, AnswerHandler> {
  const handlers: Record<string, AnswerHandler> = { offer: offerAnswer as AnswerHandler }
  for (const { name, answers } of all)
    for (const [kind, handler] of Object.entries(answers)) {
      if (handlers[kind]) throw new Error(`${name} declares answers to ${kind}, which another command owns`)
      handlers[kind] = handler
    }
  return handlers
}
