import type { Tx } from '../prisma/change.js'
import type { Station } from '../prisma/generated/client.js'
import type { JielongList } from '../station/jielong/list.js'
import { mayDo } from '../station/people/permissions.js'
import { echoGuard, keptWords } from '../station/privacy/numbers.js'
import { foldWithMap } from '../station/text/fold.js'
import { stripMentions } from '../station/text/mention.js'
import { parseQuote } from '../station/text/quote.js'
import { dateOf, type Moment } from '../station/time/civil.js'
import { namedHost } from './activity/named-host.js'
import type { Command } from './command.js'
import type { AnswerHandler, CommandContext, Services, Speaker, StoredFile } from './context.js'
import { copy } from './copy.js'
import { unrecordedWhy } from './guards/recording.js'
import { attendList } from './jielong/attend.js'
import { readKeptList } from './jielong/read-kept-list.js'
import { attendPlatform } from './linkage/platform-desk.js'
import { type OpenQuestion, openQuestion } from './open-question.js'
import { claimByCode, claimByWord } from './people/claim.js'
import { standingOf } from './people/standing.js'
import { turnAway } from './people/turn-away.js'
import { putQuestion } from './put-question.js'
import { questionsMeant } from './questions-meant.js'
import { type Reading, readLine } from './read.js'
import { isRepeated } from './repeated.js'
import { serveOneOf, serveUnbound, withoutAddress } from './several-stations.js'
import { letterOf, stationContext } from './station-context.js'
import { guess, READ_CHARS } from './understanding/guess.js'
import { readWords } from './understanding/read-plain.js'
import { readReply } from './understanding/understand.js'

export interface Incoming {
  seq: number
  roomId: string | null
  accountId: string
  displayName: string
  sentAtMs: number
  kind: string
  text: string
  /** A file that was awaited, already fetched; `oversized` when it is larger than anything the house reads. */
  file?: StoredFile | 'oversized'
}

/** What the front desk needs besides the message: the same for every message of a process. */
export interface House {
  commands: readonly Command[]
  answers: Readonly<Record<string, AnswerHandler>>
  services: Services
  /** Every name the bot is called by in chats. */
  botNames: readonly string[]
}

/**
 * Attends to one message inside its transaction: finds who speaks for which station, what is meant, whether it may be
 * done, and does it. Answers with what became of it; silence is the usual outcome.
 */
export async function attend(db: Tx, house: House, incoming: Incoming, now: Moment): Promise<string> {
  if (incoming.kind !== 'text' && incoming.kind !== 'groupNote' && !incoming.file) return 'silent'
  const desk = new Desk(db, house, incoming, now)
  const claimed = await claimByCode(desk)
  if (claimed) return claimed
  const standing = await standingOf(db, incoming, now)
  switch (standing.kind) {
    case 'nowhere':
      return attendPlatform(db, house.services, incoming, desk.body, now)
    case 'unbound':
      return (await serveUnbound(desk, standing)) ?? attendPlatform(db, house.services, incoming, desk.body, now)
    case 'stranger':
      return desk.turnAway(standing.station)
    case 'several':
      return serveOneOf(desk, standing)
    case 'known': {
      const { station, speaker } = standing
      const plain = withoutAddress(desk, [station])
      return (plain ? desk.saying(plain.body) : desk).serve(station, speaker)
    }
  }
}

/** Words that begin a command: "@助手报名" is said to the bot, "@助手小王" to somebody else. */
function headsOf(commands: readonly Command[]): string[] {
  return commands.flatMap(({ name, aliases }) => [name, ...aliases])
}

export class Desk {
  readonly #quoted: string | null
  readonly #quotedName: string | null
  readonly body: string
  /** Privately, or by its name. */
  readonly spokenTo: boolean

  constructor(
    readonly db: Tx,
    readonly house: House,
    readonly incoming: Incoming,
    readonly now: Moment,
    /** The station whose activity a guest named with its number. */
    readonly host?: string,
  ) {
    const quote = parseQuote(incoming.text)
    this.#quoted = quote?.quotedText ?? null
    this.#quotedName = quote?.quotedName || null
    const said = stripMentions(quote?.text ?? incoming.text, house.botNames, headsOf(house.commands))
    this.body = said.text
    this.spokenTo = said.mentioned || incoming.roomId === null
  }

  /** The same message, with other words. */
  saying(text: string, host?: string): Desk {
    return new Desk(this.db, this.house, { ...this.incoming, text }, this.now, host)
  }

  async serve(station: Station, speaker: Speaker): Promise<string> {
    const named = this.host === undefined ? await namedHost(this, station) : undefined
    if (named && 'host' in named) return this.saying(named.body, named.host).serve(station, speaker)
    if (named) {
      await this.context(station, speaker, '活动').say(named.refused)
      return 'refused:other-station'
    }
    const folded = foldWithMap(this.body)
    if (this.incoming.file) {
      const question = await this.openQuestion(station.id, speaker.personId, folded.text)
      return question ? this.#answer(station, speaker, [question], folded.text) : 'silent'
    }
    const asked = { stationId: station.id, personId: speaker.personId, roomId: this.incoming.roomId }
    const meant = await questionsMeant(this.db, this.#listening(), asked, this.now, folded.text)
    if (meant.kind === 'these') return this.#answer(station, speaker, meant.questions, folded.text)
    if (meant.kind === 'which') {
      await this.context(station, speaker, 'answer').say(copy.whichQuestion(speaker.name, meant.about))
      return 'asked:which-question'
    }
    const reading = readReply(this.body, this.#quoted, this.house.commands, this)
    const list = this.#listBehind(reading)
    const attended = list && (await attendList(this.context(station, speaker, '接龙', this.incoming.text), list))
    if (attended) return attended
    if (this.incoming.kind === 'groupNote') return 'silent'
    return this.#obey(station, speaker, reading, folded.text)
  }

  /** The 接龙 a message is; a command that holds a numbered list is a command. */
  #listBehind(reading: Reading): JielongList | null {
    const isNote = this.incoming.kind === 'groupNote'
    return isNote || reading.kind === 'silence' ? readKeptList(this.incoming.text) : null
  }

  async #obey(station: Station, speaker: Speaker, reading: Reading, folded: string): Promise<string> {
    if (reading.kind === 'silence') {
      const { body, spokenTo } = this
      return guess(this.context(station, speaker, 'guess'), this.house, { body, folded, spokenTo })
    }
    const { command } = reading
    const context = this.context(station, speaker, command.name)
    if (this.body.length > READ_CHARS) {
      await context.say(copy.tooLong(READ_CHARS))
      return `too-long:${command.name}`
    }
    if (!mayDo(command, context.settings.permissions, speaker.roles)) {
      await context.say(copy.notAllowed(command))
      return `not-allowed:${command.name}`
    }
    if (!command.where.includes(this.incoming.roomId === null ? 'private' : 'group')) {
      await context.say(copy.elsewhere(command))
      return `elsewhere:${command.name}`
    }
    if (command.changes && (await this.#repeated(folded))) return 'repeated'
    if (reading.kind === 'incomplete') {
      await context.say(copy.incomplete(command, reading.missing, reading.wrong))
      return `incomplete:${command.name}`
    }
    const keeps = command.records === 'words' ? reading.values.words !== undefined : command.records
    const unrecorded = keeps ? await unrecordedWhy(context) : null
    if (unrecorded !== null) {
      await context.say(unrecorded)
      return `unrecorded:${command.name}`
    }
    await command.run(context, reading.values)
    return `command:${command.name}`
  }

  /** Somebody who is in the group but not on the roster: told so when they plainly ask for something, else silence. */
  async turnAway(station: Station): Promise<string> {
    const claimed = await claimByWord(this, station)
    if (claimed) return claimed
    const reading = readLine(foldWithMap(this.body), this.house.commands, this)
    return reading.kind === 'silence' ? 'silent' : turnAway(this.db, station, this.incoming, this.now)
  }

  openQuestion(stationId: number, personId: number, folded: string): Promise<OpenQuestion | undefined> {
    const { db, incoming, now } = this
    const { file, roomId } = incoming
    return openQuestion(db, this.#listening(), { stationId, personId, roomId }, now, (handler, payload) =>
      file ? handler.acceptsFile?.({ name: incoming.text }, payload) : handler.accepts(folded, payload),
    )
  }

  /** Questions that take almost any words do not hear a line that is a command. */
  #listening(): House['answers'] {
    const { answers, commands } = this.house
    if (readLine(foldWithMap(this.body), commands, this).kind === 'silence') return answers
    return Object.fromEntries(Object.entries(answers).filter(([, handler]) => !handler.yieldsToCommands))
  }

  async #answer(
    station: Station,
    speaker: Speaker,
    questions: readonly OpenQuestion[],
    folded: string,
  ): Promise<string> {
    const kinds = questions.map(({ kind }) => kind).join()
    // Named so to whoever takes it back.
    const context = this.context(station, speaker, '回复')
    if (this.incoming.file === 'oversized') {
      await context.say(copy.fileTooLarge)
      return `oversized:${kinds}`
    }
    if (await this.#repeated(folded)) return 'repeated'
    await this.db.question.updateMany({
      where: { id: { in: questions.map(({ id }) => id) } },
      data: { state: 'answered', answeredAt: dateOf(this.now) },
    })
    for (const { handler, payload, value } of questions) await handler.run(context, payload, value)
    return `answer:${kinds}`
  }

  #repeated(folded: string): Promise<boolean> {
    return isRepeated(this.db, this.incoming, folded)
  }

  context(station: Station, speaker: Speaker, action: string, raw = this.body): CommandContext {
    const { db, house, incoming, now } = this
    const base = stationContext(db, station, now, house.services, {
      action,
      changeId: `m${incoming.seq}`,
      actorId: speaker.personId,
      actorName: speaker.name,
      causeSeq: incoming.seq,
    })
    const say: CommandContext['say'] = (text, options = {}) =>
      incoming.roomId === null
        ? base.post.toAccount(incoming.accountId, letterOf(house.services, guard(text), options))
        : base.post.toRoom(incoming.roomId, letterOf(house.services, guard(text), options))
    const guard = echoGuard(raw, foldWithMap(raw).text, this.#quoted ?? '')
    return {
      ...base,
      tell: (personId, text, options) => base.tell(personId, guard(text), options),
      announce: (text, options) => base.announce(guard(text), options),
      tellRoom: (room, text, options) => base.tellRoom(room, guard(text), options),
      speaker,
      roomId: incoming.roomId,
      ...(this.host !== undefined && { host: this.host }),
      message: {
        seq: incoming.seq,
        raw,
        get kept() {
          return keptWords(raw)
        },
        quoted: this.#quoted,
        quotedName: this.#quotedName,
      },
      file: incoming.file && incoming.file !== 'oversized' ? incoming.file : null,
      say,
      ask: async ({ personId = speaker.personId, ...question }) => {
        await putQuestion(db, now, { stationId: station.id, personId, roomId: incoming.roomId }, question)
        await say(question.text)
      },
      askPrivately: async (personId, question) => {
        await putQuestion(db, now, { stationId: station.id, personId, roomId: null }, question)
        await base.tell(personId, guard(question.text))
      },
      runLine: async (text) => {
        const again = this.saying(text)
        const folded = foldWithMap(text)
        await again.#obey(station, speaker, readWords(text, house.commands, { now, spokenTo: true }), folded.text)
      },
    }
  }
}
