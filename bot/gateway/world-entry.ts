/** Everything that ever happens in the simulated chat is one of these; the world is what they add up to. */

export interface FileNote {
  name: string
  mimeType: string
  sizeBytes: number
}

export interface Quote {
  messageId: string
  name: string
  text: string
}

export interface WorldMessage {
  id: string
  /** Place in the conversation, rising from 1; a row lost to damage leaves a gap. */
  seq: number
  /** A room's id, or `privateThread(accountId)`. */
  thread: string
  fromId: string
  fromName: string
  /** In the simulated time, whole seconds as real networks give them, milliseconds since the epoch. */
  sentAtMs: number
  kind: 'text' | 'groupNote' | 'image' | 'file'
  /** For a reply: the answer alone; `quote` holds what it answers. */
  text: string
  mentionIds: string[]
  quote?: Quote | undefined
  file?: FileNote | undefined
}

export type WorldEntry =
  | { type: 'message'; seq: number; message: WorldMessage }
  | { type: 'recall'; seq: number; id: string; messageId: string; byId: string; thread: string; sentAtMs: number }
  | { type: 'clock'; seq: number; offsetMs: number; nowMs: number }
  | { type: 'join' | 'leave'; seq: number; roomId: string; accountIds: string[]; sentAtMs: number }
  | { type: 'topic'; seq: number; roomId: string; topic: string; sentAtMs: number }
  | { type: 'alias'; seq: number; roomId: string; accountId: string; alias: string }

export function privateThread(accountId: string): string {
  return `private:${accountId}`
}

/** The account a private thread belongs to; null for a room. */
export function privatePartner(thread: string): string | null {
  return thread.startsWith('private:') ? thread.slice('private:'.length) : null
}
