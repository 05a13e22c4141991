import { onDutyCommand, turnsCommand } from './show-turns.js'

export const rotationCommands = [onDutyCommand, turnsCommand]
