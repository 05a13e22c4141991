import type { Change, Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import type { Signed } from '../prisma/sealing.js'
import type { Role } from '../station/roles.js'
import type { StationSettings } from '../station/settings.js'
import type { PeriodRecords } from '../station/summary/records.js'
import type { Moment } from '../station/time/civil.js'
import type { Press } from './press.js'
import type { Phrasing } from './summary/versions.js'

/** A model's reading of words said to the bot: one command line, or null. Never inside a transaction. */
export type ProposeLine = (
  said: string,
  about: { stationId: number; open: readonly string[]; examples: readonly string[] },
) => Promise<string | null>

/** Labels out of those it was given; null: not sure, or no model. */
export interface ModelSorted {
  category: string | null
  stage: string | null
}

/** What the house lends to commands and jobs. The gate builds it once, at the start. */
export interface Services {
  /** Encrypts a text for one row; `scope` binds it to that row ("Opinion:秦淮医疗:17"). */
  seal(text: string, scope: string): Uint8Array<ArrayBuffer>
  /** Throws when the bytes were not sealed for that scope. */
  unseal(bytes: Uint8Array, scope: string): string
  /** 32 bytes that only this house can compute of a text: for codes nobody can guess. */
  stamp(text: string): Uint8Array
  /** A mark under a text that only this house can put there, and what such a mark says of a text. */
  sign(text: string): Uint8Array<ArrayBuffer>
  signed(text: string, mark: Uint8Array): Signed
  /** Whether a language model is configured. */
  readonly hasModel: boolean
  /** The model's choice of a category and a stage for a masked text. Never inside a transaction. */
  sortOpinion(
    text: string,
    among: { labels: readonly string[]; stages: readonly string[] },
    stationId: number,
  ): Promise<ModelSorted>
  /** A model's wording of the records, checked against them; or why there is none. Never inside a transaction. */
  phrase(records: PeriodRecords, station: { id: number; roster: readonly string[] }): Promise<Phrasing>
  /** Makes files of shapes. Never inside a transaction. */
  press: Press
  files: FileShelf
  /** A secret nobody can guess, for addresses that open something. */
  newSecret(): string
  /** Where subscribed calendars are served, as people reach it; null: they are not. */
  feedUrl: string | null
  /** The picture or file a message carries; null: the network has it no longer. Throws when it could not be asked. */
  download(messageId: string): Promise<FileContent | null>
  /** null: no model is configured. */
  propose: ProposeLine | null
}

export interface FileContent {
  name: string
  mimeType: string
  bytes: Uint8Array
}

/** A file the house keeps; `path` is its place on the shelf. */
export interface StoredFile {
  name: string
  mimeType: string
  path: string
}

/** Where files made and received are kept. Equal content is kept once. */
export interface FileShelf {
  save(file: FileContent): Promise<StoredFile>
  read(path: string): Promise<Uint8Array>
}

export interface Speaker {
  personId: number
  name: string
  level: string | null
  roles: ReadonlySet<Role>
}

/** Lines of one key that wait together for one room become one: "张敏、陈静 已报名 H12（7/8）". */
export interface Merge {
  key: string
  subject: string
  /** The line without its subjects; the newest one's is used. */
  tail: string
}

export interface SayOptions {
  merge?: Merge
  /** Passes quiet hours. */
  urgent?: boolean
  /** Accounts to be called by @ in a group. */
  mentionIds?: string[]
  /** Sent instead of the text, which is then its name. */
  file?: StoredFile
  /** A resident's own words: sealed while it waits to be sent, and nothing of it kept afterwards. */
  secret?: boolean
}

/** What commands and jobs share: one station, one moment, one transaction, and the right to speak after it commits. */
export interface StationContext {
  now: Moment
  change: Change
  db: Tx
  station: Station
  settings: StationSettings
  services: Services
  /** To one person, privately. */
  tell(personId: number, text: string, options?: SayOptions): Promise<void>
  /** To the station's groups, unasked: held in quiet hours unless urgent. */
  announce(text: string, options?: SayOptions): Promise<void>
  /** To one group of the network. */
  tellRoom(roomId: string, text: string, options?: SayOptions): Promise<void>
}

/** Enough to find out how things stand: nothing is said or written by it. */
export type StationFacts = Pick<StationContext, 'now' | 'db' | 'station' | 'settings'>

export interface CommandContext extends StationContext {
  speaker: Speaker
  /** Set when somebody else speaks for the speaker, who cannot: the records name both. */
  actorId?: number
  /** The group it was said in; null: privately. */
  roomId: string | null
  /** The station whose number was said, where it is not this one. */
  host?: string
  /** `kept`: the raw words as they may be written down, without anybody's personal numbers. */
  message: { seq: number; raw: string; readonly kept: string; quoted: string | null; quotedName: string | null }
  /** The file that answers the question being answered. */
  file: StoredFile | null
  /** Where the message came from, to whoever reads there. */
  say(text: string, options?: SayOptions): Promise<void>
  /** One question at a time: a new one replaces the person's older one in the same place. */
  ask(question: AskedQuestion): Promise<void>
  /** The same, of somebody else and privately: the answer may come whenever they read it. */
  askPrivately(personId: number, question: Omit<AskedQuestion, 'personId'>): Promise<void>
  /** Runs another line as if the speaker had typed it: for offers the speaker has just accepted. */
  runLine(text: string): Promise<void>
}

export interface AskedQuestion {
  /** Whom; the speaker unless said otherwise. */
  personId?: number
  kind: string
  payload: Record<string, unknown>
  text: string
  /** Minutes it stays open. */
  openMinutes?: number
}

/** Answers to a kind of question: what counts as one, and what it does. */
export interface AnswerHandler<V = unknown> {
  /** Reads a folded text; undefined: not an answer to this, so the question stays open and the text is read as usual. */
  accepts(folded: string, payload: Record<string, unknown>): V | undefined
  /** Files sent while the question is open that answer it; the answer finds it in `context.file`. */
  acceptsFile?(file: { name: string }, payload: Record<string, unknown>): V | undefined
  run(context: CommandContext, payload: Record<string, unknown>, value: V): Promise<void>
  /** The number of the record it is about (H12), where one person may be asked the same of several. */
  about?(payload: Record<string, unknown>): string
  /** It takes almost any words: a line that is a command is that command, and the question stays open. */
  yieldsToCommands?: true
}
