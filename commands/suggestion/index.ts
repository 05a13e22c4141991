import {
  assignCommand,
  assignTogetherCommand,
  complexCommand,
  contactCommand,
  effectCommand,
  showSuggestionCommand,
  suggestionRateCommands,
  suggestionReplyCommand,
} from './assign.js'
import { basisCommand, checkCommand, draftCommand, partCommands } from './draft.js'
import { cosignCommand, openNamesCommand, submittedCommand, uncosignCommand } from './names.js'
import { linkCommand, superviseCommand } from './supervise.js'

export const suggestionCommands = [
  draftCommand,
  ...partCommands,
  basisCommand,
  checkCommand,
  openNamesCommand,
  cosignCommand,
  uncosignCommand,
  submittedCommand,
  assignCommand,
  assignTogetherCommand,
  complexCommand,
  contactCommand,
  suggestionReplyCommand,
  ...suggestionRateCommands,
  effectCommand,
  superviseCommand,
  linkCommand,
  showSuggestionCommand,
]
