import type { Command } from '../command.js'

/** The command, told what residents said: in its words the number of a house may be somebody's home. */
export const guarded = (command: Command): Command => ({ ...command, words: 'residents' })

/** The command, which gets the words themselves: it seals them, or is told an office's number. */
export const sealing = (command: Command): Command => ({ ...command, words: 'sealed' })
