import type { Command } from '../command.js'
import { guarded, sealing } from '../opinion/without-numbers.js'
import {
  assignCommand,
  assignTogetherCommand,
  complexCommand,
  contactCommand,
  effectCommand,
  showSuggestionCommand,
} from './assign.js'
import { basisCommand, checkCommand, draftCommand, partCommands } from './draft.js'
import { linkCommand } from './link.js'
import { cosignCommand, openNamesCommand, submittedCommand, uncosignCommand } from './names.js'
import { suggestionPaperCommand } from './paper-document.js'
import { suggestionRateCommands, suggestionReplyCommand } from './reply.js'
import { suggestionHistoryCommand, suggestionListCommands } from './show.js'
import {
  flagCommands,
  handleTogetherCommand,
  motionCommand,
  overdueSuggestionsCommand,
  suggestionEndCommands,
  suggestionReassignCommand,
  suggestionReturnCommand,
  suggestionTrackCommand,
  withdrawSuggestionCommand,
} from './steps.js'

export const suggestionCommands: readonly Command[] = [
  // These keep what they are told, sealed, or are told an office's number.
  sealing(submittedCommand),
  ...[
    draftCommand,
    ...partCommands,
    basisCommand,
    checkCommand,
    openNamesCommand,
    cosignCommand,
    uncosignCommand,
    assignCommand,
    assignTogetherCommand,
    complexCommand,
    contactCommand,
    suggestionReplyCommand,
    ...suggestionRateCommands,
    suggestionReturnCommand,
    suggestionReassignCommand,
    suggestionTrackCommand,
    ...suggestionEndCommands,
    withdrawSuggestionCommand,
    ...flagCommands,
    handleTogetherCommand,
    motionCommand,
    overdueSuggestionsCommand,
    suggestionPaperCommand,
    effectCommand,
    linkCommand,
    showSuggestionCommand,
    suggestionHistoryCommand,
    ...suggestionListCommands,
  ].map(guarded),
]
