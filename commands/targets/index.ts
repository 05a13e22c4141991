import { ownTargetsCommand } from './own.js'
import { researchTargetCommand, targetCommand, targetsCommand } from './set.js'

export const targetCommands = [targetCommand, targetsCommand, researchTargetCommand, ownTargetsCommand]
