import { discussionCommand, switchCommand } from './switch.js'

export const discussionCommands = [switchCommand, discussionCommand]
