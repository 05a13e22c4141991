import { draftCommand } from '../duty/draft.js'
import { onDutyCommand, turnsCommand } from './show-turns.js'

export const rotationCommands = [onDutyCommand, turnsCommand, draftCommand]
