import { withoutNumbers } from '../../station/privacy/numbers.js'
import type { Command } from '../command.js'

/** The command, which never gets to see a personal number in the words it keeps or sends back. */
export const guarded = (command: Command): Command => ({
  ...command,
  run: (context, values) =>
    command.run(
      context,
      Object.fromEntries(
        Object.entries(values).map(([name, value]) => [
          name,
          typeof value === 'string' ? withoutNumbers(value) : value,
        ]),
      ),
    ),
})
