import { createHash } from 'node:crypto'
import type { Services } from '../../commands/context.js'

/** Calendars as if they were served, with secrets that are the same in every replay. */
export function memoryFeeds(): Pick<Services, 'newSecret' | 'feedUrl'> {
  let made = 0
  return {
    feedUrl: 'https://calendar.example/',
    newSecret: () => createHash('sha256').update(`secret ${made++}`).digest('base64url').slice(0, 32),
  }
}
