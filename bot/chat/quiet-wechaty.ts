import { log } from 'wechaty-puppet'

/**
 * Wechaty's own log prints tokens and whole stacks of errors we handle; `WECHATY_LOG` (silent, error, warn, info, verbose,
 * silly) brings it back.
 */
export function quietWechaty(): void {
  if (!process.env.WECHATY_LOG) log.level('silent')
}
