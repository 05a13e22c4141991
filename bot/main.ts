import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseEnv } from 'node:util'
import cron from 'node-cron'
import pino, { type Logger } from 'pino'
import { calendarBehind } from '../commands/calendar/feed.js'
import { answers, commands } from '../commands/index.js'
import { prepareSorting } from '../commands/opinion/sort.js'
import { storeSentence } from '../prisma/copy.js'
import type { PrismaClient } from '../prisma/generated/client.js'
import { guardHistory } from '../prisma/history-guard.js'
import { openStore } from '../prisma/open.js'
import { openSealer, SealingError } from '../prisma/sealing.js'
import { StoreError } from '../prisma/store-error.js'
import { jobs } from '../schedules/index.js'
import { dateOf, momentOf } from '../station/time/civil.js'
import { WechatyPort } from './chat/wechaty.js'
import type { WechatySettings } from './chat/wechaty-settings.js'
import { type Clock, ShiftedClock } from './clock.js'
import { toldWhenSlow } from './console/house.js'
import { copy } from './copy.js'
import { DEMO_STATION, demonstrationWorld, loadDemonstration } from './demonstration.js'
import { type CalendarFeed, feedUrlOf, startCalendarFeed } from './feed/calendar-feed.js'
import { openShelf } from './file-shelf.js'
import { type SpawnedGateway, spawnGateway } from './gateway/spawn.js'
import { HEARTBEAT_MS, Lease } from './lease.js'
import { modelFrom } from './model/model-from.js'
import { press } from './press/press.js'
import { Program } from './program.js'
import { servicesOf } from './services.js'
import { readSettings, SettingError, type Settings } from './settings.js'

/** Between two messages of a real account, and of the simulated one, milliseconds. */
const PACE_MS = { gateway: 1500, simulated: 300 }

/** How long a stop may take, milliseconds: service managers kill after 30 s or more. */
const STOP_WITHIN_MS = 20_000
/** Work of more than this says that it has begun. */
const SLOW_MS = 3000

const say = (line: string): void => console.log(line)

async function main(): Promise<void> {
  const settings = readSettings({ ...envFile(), ...process.env })
  const log = pino({ level: settings.LOG_LEVEL, base: null }, pino.destination(2))
  const dataDir = path.resolve(settings.DATA_DIR)
  mkdirSync(dataDir, { recursive: true })

  const store = await toldWhenSlow(
    openStore(settings.DATABASE_URL ? { url: settings.DATABASE_URL } : { dir: path.join(dataDir, 'store') }),
  )
  say(copy.store(store.kind, dataDir))
  const sealer = openSealer({
    ...(settings.SEALING_KEY && { key: settings.SEALING_KEY }),
    keyFile: path.join(dataDir, 'sealing.key'),
  })

  const clock = new ShiftedClock()
  const gateway = settings.WECHATY_PUPPET_SERVICE_TOKEN ? null : await startSimulation(settings, dataDir)
  if (gateway) {
    clock.offsetMs = Math.max(0, gateway.nowMs - Date.now())
    await loadDemonstration(store.prisma, dateOf(clock.now()))
    say(copy.demo(DEMO_STATION))
    say(copy.gateway)
  }

  const chat = new WechatyPort({
    ...connection(settings, gateway),
    recommendRestart: (resets) => log.error(copy.restart(resets)),
    log: (line) => log.info(line),
  })
  const model = modelFrom(settings, clock, store.prisma)
  const services = servicesOf(sealer, model, openShelf(path.join(dataDir, 'files')), chat, {
    newSecret: () => randomBytes(24).toString('base64url'),
    feedUrl: feedUrlOf(settings),
  })
  const program = new Program({
    prisma: store.prisma,
    chat,
    clock,
    log,
    house: { commands, answers, services, botNames: settings.BOT_NAMES.split(/[,，]/) },
    jobs,
    slowMs: SLOW_MS,
    outbox: {
      paceMs: settings.SEND_PACE_MS ?? (gateway ? PACE_MS.simulated : PACE_MS.gateway),
      sendTimeoutMs: settings.SEND_TIMEOUT_MS,
      unknownGraceMs: settings.SEND_UNKNOWN_GRACE_MS,
      jitter: Math.random,
    },
  })

  const lease = new Lease(store.prisma, 'account', Date.now)
  // The embedded store's lock says that no other process lives: a crashed one's lease need not be waited for.
  if (store.kind === 'embedded') await lease.seize()
  else if (!(await lease.take())) {
    say(copy.standby)
    while (!(await lease.take())) await pause(HEARTBEAT_MS)
  }
  const heartbeat = setInterval(() => {
    lease.take().then(
      (held) => {
        if (!held) void stop(1)
      },
      (error: unknown) => log.error({ err: error }, 'the lease could not be renewed'),
    )
  }, HEARTBEAT_MS)

  const feed = await startFeed(settings, store.prisma, clock, log)
  prepareSorting()
  say(copy.connecting)
  program.live = true
  await program.start()
  const waking = cron.schedule('*/10 * * * * *', () => program.wake(), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    // A beat missed under load is made up by the next one.
    suppressMissedWarning: true,
  })
  const guarding = cron.schedule('30 * * * * *', () => guardNow(), {
    timezone: 'Asia/Shanghai',
    noOverlap: true,
    suppressMissedWarning: true,
  })
  function guardNow(): Promise<void> {
    return guardHistory(store.prisma, sealer.sign).then(
      () => undefined,
      (error: unknown) => log.error({ err: error }, 'the history could not be guarded; the next minute tries again'),
    )
  }
  gateway?.onClock(async (toMs) => {
    await program.advance(momentOf(toMs), (moment) => {
      clock.offsetMs = moment.epochMilliseconds - Date.now()
    })
    return clock.now().epochMilliseconds
  })
  await program.wake()
  say(copy.online)
  say(copy.model(model.name))
  if (feed && services.feedUrl) say(copy.feed(services.feedUrl))
  if (gateway?.url) say(copy.open(gateway.url))

  let stopping = false
  async function stop(code: number): Promise<void> {
    if (stopping) return
    stopping = true
    say(copy.stopping)
    // Nothing is lost by ending in the middle; hanging would leave the account without its assistant.
    setTimeout(() => process.exit(code), STOP_WITHIN_MS).unref()
    clearInterval(heartbeat)
    await waking.destroy()
    await guarding.destroy()
    await program.stop()
    await guardNow()
    await feed?.close()
    await gateway?.stop()
    await lease.release()
    await store.close()
    process.exit(code)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0))
}

function startSimulation(settings: Settings, dataDir: string): Promise<SpawnedGateway> {
  return spawnGateway(demonstrationWorld(), {
    conversationPath: path.join(dataDir, 'simulated-group.jsonl'),
    page: { host: settings.PAGE_HOST, port: settings.PAGE_PORT },
  })
}

async function startFeed(
  settings: Settings,
  prisma: PrismaClient,
  clock: Clock,
  log: Logger,
): Promise<CalendarFeed | null> {
  const { FEED_HOST: host, FEED_PORT: port } = settings
  if (port === undefined) return null
  return startCalendarFeed({
    place: { host, port },
    find: (token) => calendarBehind(prisma, token, clock.now()),
    write: press.calendar,
    failed: (error) => log.error({ err: error }, 'a calendar could not be served'),
  })
}

function connection(settings: Settings, gateway: SpawnedGateway | null): WechatySettings {
  if (gateway) return { token: gateway.token, endpoint: gateway.endpoint }
  const endpoint = settings.WECHATY_PUPPET_SERVICE_ENDPOINT
  const authority = settings.WECHATY_PUPPET_SERVICE_AUTHORITY
  const caCert = settings.WECHATY_PUPPET_SERVICE_TLS_CA_CERT
  return {
    token: settings.WECHATY_PUPPET_SERVICE_TOKEN!,
    ...(endpoint && { endpoint }),
    ...(authority && { authority }),
    ...(caCert && { caCert }),
    disableTls: settings.WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT,
  }
}

/** `.env` beside the program, if there is one. */
function envFile(): NodeJS.Dict<string> {
  try {
    return parseEnv(readFileSync('.env', 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw error
  }
}

/** One sentence for what a person can mend; anything else is a bug and keeps its trace. */
function reasonOf(error: unknown): string | undefined {
  if (error instanceof SettingError) return error.message
  if (error instanceof StoreError) return storeSentence(error.problem)
  return error instanceof SealingError ? error.message : undefined
}

main().catch((error: unknown) => {
  const reason = reasonOf(error)
  console.error(reason ?? error)
  process.exit(reason === undefined ? 70 : 78)
})
