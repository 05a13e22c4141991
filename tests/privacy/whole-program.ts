import { readFileSync } from 'node:fs'
import { Writable } from 'node:stream'
import { inflateRawSync } from 'node:zlib'
import pino from 'pino'
import { modelFrom } from '../../bot/model/model-from.js'
import { readSettings } from '../../bot/settings.js'
import type { FileContent, Services } from '../../commands/context.js'
import { quote, readTables } from '../../prisma/catalogue.js'
import { emptyStore } from '../../prisma/empty.js'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { openStore, type Store } from '../../prisma/open.js'
import { dateOf } from '../../station/time/civil.js'
import { type ChatBody, OddServer } from '../bot/model/odd-server.js'
import { BOT_ID, Stage } from '../replay/stage.js'
import { servicesOnStage } from '../replay/theatre.js'

type Line = [from: string, text: string, privately?: 'privately' | undefined]

/** The program on a stage where nothing escapes: what it stores, logs, asks a model, draws, saves and sends is all kept. */
export class WholeProgram {
  readonly logged: string[] = []
  readonly asked: ChatBody[] = []
  /** Shapes before they were drawn: a picture's text cannot be read back. */
  readonly drawn: string[] = []
  readonly saved: FileContent[] = []
  stage!: Stage

  private constructor(
    readonly store: Store,
    readonly model: OddServer,
  ) {}

  static async open(stations: readonly string[]): Promise<WholeProgram> {
    const store = await openStore({ memory: true })
    await emptyStore(store)
    const model = await OddServer.start()
    const whole = new WholeProgram(store, model)
    model.answers((body, response) => {
      whole.asked.push(body)
      response.writeHead(200, { 'content-type': 'application/json' })
      const message = { role: 'assistant', content: '{"category":"","points":[]}' }
      response.end(JSON.stringify({ choices: [{ index: 0, finish_reason: 'stop', message }] }))
    })
    const write = (chunk: Buffer, _encoding: string, done: () => void) => {
      whole.logged.push(chunk.toString())
      done()
    }
    const log = pino({ level: 'debug' }, new Writable({ write }))
    const settings = readSettings({ OPENAI_API_KEY: 'test', OPENAI_BASE_URL: model.url })
    const clock = { now: () => whole.stage.clock.now(), sleep: () => Promise.resolve() }
    const phrasing = modelFrom(settings, clock, store.prisma)
    whole.stage = new Stage(store.prisma, (chat) => whole.#watched(servicesOnStage(chat, phrasing)), log)
    await whole.stage.load(stations)
    await whole.stage.start()
    return whole
  }

  async close(): Promise<void> {
    await this.model.stop()
    await this.store.close()
  }

  #watched(services: Services): Services {
    const { press, files } = services
    const drawing =
      <A, R>(make: (shape: A) => R) =>
      (shape: A) => {
        this.drawn.push(JSON.stringify(shape))
        return make(shape)
      }
    return {
      ...services,
      press: {
        ...press,
        workbook: drawing(press.workbook),
        csv: drawing(press.csv),
        paper: drawing(press.paper),
        calendar: drawing(press.calendar),
        board: drawing(press.board),
      },
      files: {
        ...files,
        save: async (file) => {
          const stored = await files.save(file)
          this.saved.push({ ...file, name: stored.name })
          return stored
        },
      },
    }
  }

  /** Said at once, one after another; the house comes to rest at the end. */
  async said(...lines: Line[]): Promise<void> {
    for (const [from, text, privately] of lines) {
      const where = privately ? { accountId: BOT_ID } : { roomId: simulatedRoom('医疗代表群') }
      this.stage.chat.say(simulatedAccount(from), where, text, { kind: 'text', displayName: from })
      this.stage.clock.moment = this.stage.clock.now().add({ seconds: 1 })
    }
    await this.stage.settled()
  }

  /** Where calendars are subscribed to nobody asks for the file. */
  async makeCalendar(): Promise<void> {
    const { prisma } = this.store
    const station = await prisma.station.findFirstOrThrow({ orderBy: { id: 'asc' } })
    const payload = { kind: 'calendar', args: { kind: 'station', id: station.id }, roomId: null, personId: 1 }
    const slot = { job: 'document', slot: 'calendar', stationId: station.id, outcome: 'requested' }
    await prisma.jobRun.create({ data: { ...slot, dueAt: dateOf(this.stage.clock.now()), payload } })
  }

  /** A file that a command asked for. */
  async sent(from: string, name: string, content: string, command: string): Promise<void> {
    const where = { roomId: simulatedRoom('医疗代表群') }
    await this.said([from, command])
    const file = { name, mimeType: 'text/csv', bytes: Buffer.from(content) }
    this.stage.chat.sendFile(simulatedAccount(from), where, file, 'file')
    await this.stage.settled()
  }

  later(days: number): Promise<void> {
    return this.stage.program.advance(this.stage.clock.now().add({ days }), (moment) => {
      this.stage.clock.moment = moment
    })
  }

  toGroups(): string[] {
    return this.stage.chat.heard.flatMap(({ to, text }) => ('roomId' in to ? [text] : []))
  }

  /** Every row of every table, as text; bytes both as they are and read as text. */
  async dump(): Promise<Map<string, string>> {
    const found = new Map<string, string>()
    for (const { name } of await readTables(this.store.pool)) {
      const { rows } = await this.store.pool.query<{ row: string }>(
        `select row_to_json(t)::text as row from ${quote(name)} t`,
      )
      for (const { row } of rows) for (const part of [row, ...hidden(row)]) found.set(`${name}: ${part}`, part)
    }
    return found
  }

  /** The text of every file that was made, and its name. */
  fileTexts(): string[] {
    return this.saved.flatMap(({ name, bytes }) => [name, ...textsIn(name, bytes).map((text) => `${name}: ${text}`)])
  }
}

/** What base64 and hex in a text hold, in both encodings a program may have written. */
function* hidden(row: string): Generator<string> {
  for (const [run] of row.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)) {
    const bytes = Buffer.from(run, 'base64')
    yield bytes.toString('utf8')
    yield bytes.toString('utf16le')
  }
  for (const [, run] of row.matchAll(/\\\\x([0-9a-f]{8,})/g)) {
    const bytes = Buffer.from(run!, 'hex')
    yield bytes.toString('utf8')
    yield bytes.toString('utf16le')
  }
}

/** docx and xlsx are zipped XML, whose words may be cut into runs; calendars fold their lines. */
function textsIn(name: string, bytes: Uint8Array): string[] {
  const buffer = Buffer.from(bytes)
  if (/\.(?:docx|xlsx)$/.test(name)) return unzipped(buffer).flatMap((xml) => [xml, plainText(xml)])
  const text = buffer.toString('utf8')
  return [text, text.replace(/\r?\n[ \t]/g, '')]
}

/** A paragraph or a cell is one text, whatever runs it was cut into. */
const plainText = (xml: string): string => xml.replace(/<\/(?:w:p|c|si|row)>/g, '\n').replace(/<[^>]*>/g, '')

/** Every entry of a zip, by its central directory: the sizes in front of the data may be missing. */
function unzipped(zip: Buffer): string[] {
  const entries: string[] = []
  for (let at = zip.indexOf('PK\x01\x02', 0, 'latin1'); at >= 0; at = zip.indexOf('PK\x01\x02', at + 46, 'latin1')) {
    const method = zip.readUInt16LE(at + 10)
    const size = zip.readUInt32LE(at + 20)
    const local = zip.readUInt32LE(at + 42)
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const data = zip.subarray(start, start + size)
    entries.push((method === 8 ? inflateRawSync(data) : data).toString('utf8'))
  }
  return entries
}

/** Every secret that stands in one of the texts, with a piece of that text. */
export const leaks = (secrets: readonly string[], texts: Iterable<string>): string[] =>
  [...texts].flatMap((text) => {
    const secret = secrets.find((one) => text.includes(one))
    if (secret === undefined) return []
    const at = text.indexOf(secret)
    return [`${secret} in ${text.slice(0, 60)} … ${text.slice(Math.max(0, at - 120), at + 80)}`]
  })

export interface Row {
  text: string
  secrets: string[]
}

const lines = <T>(file: string): T[] =>
  readFileSync(new URL(`../data/pii/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as T)

export const borrowed: Row[] = lines<{ text: string; must_be_masked: string[] }>('cn-pii-dev.jsonl').map((row) => ({
  text: row.text,
  secrets: row.must_be_masked,
}))
/** Shorter ones stand in harmless words too. */
const TELLING_CHARS = 6
export const own: Row[] = lines<{ text: string; mask: string[]; keepNames?: string[]; knownNames?: string[] }>(
  'residents.jsonl',
)
  .filter(({ keepNames, knownNames }) => !keepNames && !knownNames)
  .map(({ text, mask }) => ({ text, secrets: mask.filter((secret) => secret.length >= TELLING_CHARS) }))
const harmless = lines<{ must_survive: string[] }>('cn-pii-dev.jsonl').flatMap((row) => row.must_survive)
/** What stands in a text that must stay as it is cannot be told from that text. */
export const secrets = [...new Set([...borrowed, ...own].flatMap((row) => row.secrets))].filter(
  (secret) => !harmless.some((text) => text.includes(secret)),
)
