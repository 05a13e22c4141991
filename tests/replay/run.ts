import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { simulatedAccount, simulatedRoom } from '../../prisma/fixtures/load.js'
import { parseMoment, Temporal } from '../../station/time/civil.js'
import { globMatches, type Step } from './parse.js'
import { BOT_ID, type Stage } from './stage.js'

export interface ReplayEvent {
  line: number
  at: string
  kind: 'said' | 'heard' | 'failed'
  who: string
  where: string
  text: string
}

export interface ReplayResult {
  events: ReplayEvent[]
  failures: { line: number; expected: string; found: string }[]
}

/** Plays one transcript on a fresh stage. Same steps, same result. */
export async function replay(steps: readonly Step[], stage: Stage, folder: string): Promise<ReplayResult> {
  return new Replay(stage, folder).play(steps)
}

class Replay {
  readonly #result: ReplayResult = { events: [], failures: [] }
  readonly #unread = new Map<string, string[]>()
  #roomId: string | null = null
  #heard = 0
  #together = false
  #line = 0

  constructor(
    readonly stage: Stage,
    readonly folder: string,
  ) {}

  async play(steps: readonly Step[]): Promise<ReplayResult> {
    for (const step of steps) {
      this.#line = step.line
      await this.#step(step)
      this.#listen()
    }
    return this.#result
  }

  async #step(step: Step): Promise<void> {
    const { stage } = this
    switch (step.kind) {
      case 'station':
        return stage.load(step.names)
      case 'now':
        return this.#moveTo(parseMoment(step.at))
      case 'later':
        return this.#moveTo(stage.clock.now().add({ seconds: step.seconds }))
      case 'room':
        this.#roomId = simulatedRoom(step.topic)
        if (!stage.chat.allRooms.some((room) => room.id === this.#roomId))
          stage.chat.allRooms.push({ id: this.#roomId, topic: step.topic, memberIds: [BOT_ID] })
        return
      case 'together':
        this.#together = step.on
        return step.on ? undefined : this.#settle()
      case 'say':
        return this.#say(step.from, step.text, step.privately, step.as)
      case 'quote':
        return this.#say(step.from, `「${step.quoted}」\n- - - - - - - - - - - - - - -\n${step.text}`, false)
      case 'file':
        return this.#file(step.from, step.path, step.privately)
      case 'expect':
        return this.#expect(step.glob, this.#place(step.to))
      case 'silence':
        return this.#expectSilence(this.#place(step.to))
      case 'fault':
        return this.#fault(step.name, step.argument)
    }
  }

  async #moveTo(target: Temporal.ZonedDateTime) {
    const { stage } = this
    const set = (moment: Temporal.ZonedDateTime) => {
      stage.clock.moment = moment
    }
    if (!stage.started || Temporal.ZonedDateTime.compare(target, stage.clock.now()) < 0) return set(target)
    await stage.program.advance(target, set)
  }

  async #say(from: string, text: string, privately: boolean, kind: 'text' | 'groupNote' = 'text') {
    const { stage } = this
    await stage.start()
    const account = simulatedAccount(from)
    const where = privately ? { accountId: BOT_ID } : { roomId: this.#here() }
    this.#unread.delete(privately ? account : this.#here())
    this.#note('said', from, privately ? '助手' : this.#here(), text)
    stage.chat.say(account, where, text, { kind, displayName: from })
    await this.#spoken()
  }

  async #file(from: string, name: string, privately: boolean) {
    const { stage } = this
    await stage.start()
    const bytes = await readFile(path.resolve(this.folder, name))
    const image = /\.(png|jpe?g)$/i.test(name)
    const file = { name: path.basename(name), mimeType: image ? 'image/png' : 'application/octet-stream', bytes }
    const where = privately ? { accountId: BOT_ID } : { roomId: this.#here() }
    this.#note('said', from, privately ? '助手' : this.#here(), `[${file.name}]`)
    stage.chat.sendFile(simulatedAccount(from), where, file, image ? 'image' : 'file')
    await this.#spoken()
  }

  /** People take at least a second between two lines. */
  async #spoken() {
    if (!this.#together) await this.#settle()
    this.stage.clock.moment = this.stage.clock.now().add({ seconds: 1 })
  }

  async #settle() {
    await this.stage.settled()
  }

  #listen() {
    const { heard } = this.stage.chat
    for (; this.#heard < heard.length; this.#heard++) {
      const { to, text } = heard[this.#heard]!
      const place = 'roomId' in to ? to.roomId : to.accountId
      this.#unread.set(place, [...(this.#unread.get(place) ?? []), text])
      this.#note('heard', '助手', place, text)
    }
  }

  #expect(glob: string, place: string) {
    const [next, ...rest] = this.#unread.get(place) ?? []
    if (next === undefined) return this.#fail(glob, '（没有消息）')
    this.#unread.set(place, rest)
    if (!globMatches(glob, next)) this.#fail(glob, next)
  }

  #expectSilence(place: string) {
    const [next] = this.#unread.get(place) ?? []
    if (next !== undefined) this.#fail('（沉默）', next)
  }

  async #fault(name: string, argument: string) {
    const { stage } = this
    const { weather } = stage.chat
    switch (name) {
      case 'duplicate':
        weather.duplicate = true
        return
      case 'swap':
        weather.swap = Number(argument || 2)
        return
      case 'drop':
        weather.drop = true
        return
      case 'send-unknown':
        weather.sendUnknown = true
        return
      case 'disconnect': {
        stage.chat.disconnect()
        const seconds = Number(/^(\d+)s$/.exec(argument)?.[1] ?? 40)
        await this.#moveTo(stage.clock.now().add({ seconds }))
        stage.chat.reconnect()
        return this.#settle()
      }
      case 'crash':
        return stage.crashAtNextMessage()
      case 'llm-down':
        stage.modelFault = 'unreachable'
        return
      case 'llm-garbage':
        stage.modelFault = 'garbage'
        return
      case 'store-busy':
        return stage.storeBusy(Number(argument || 2))
      default:
        throw new SyntaxError(`line ${this.#line}: there is no fault named ${name}`)
    }
  }

  #here(): string {
    if (this.#roomId === null) throw new SyntaxError(`line ${this.#line}: say @room first`)
    return this.#roomId
  }

  #place(to: string | null): string {
    this.#listen()
    return to === null ? this.#here() : simulatedAccount(to)
  }

  #fail(expected: string, found: string) {
    this.#result.failures.push({ line: this.#line, expected, found })
    this.#note('failed', '助手', '', `expected ${expected}`)
  }

  #note(kind: ReplayEvent['kind'], who: string, where: string, text: string) {
    const at = this.stage.clock.now().toPlainDateTime().toString({ smallestUnit: 'second' })
    this.#result.events.push({ line: this.#line, at, kind, who, where: where.replace(/^(room|account):/, ''), text })
  }
}
