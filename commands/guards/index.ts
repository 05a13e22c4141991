import { pauseCommand, pausesCommand, resumeCommand } from './recording.js'

export const guardCommands = [pauseCommand, resumeCommand, pausesCommand]
