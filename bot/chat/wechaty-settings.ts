export interface WechatySettings {
  token: string
  /** `host:port`; left out, the gateway is looked up by its token at `authority`. */
  endpoint?: string
  /** Look-up service, `api.chatie.io` when left out. */
  authority?: string
  /** Root certificate, PEM; the one that comes with wechaty-puppet-service when left out. */
  caCert?: string
  /** Name on the gateway's certificate, when it is not the part of the token before `_`. */
  serverName?: string
  disableTls?: boolean
  pace?: Partial<WechatyPace>
  /** A login page must be scanned with a phone: its address, as often as it changes. */
  onScan?: (url: string) => void
  /** Called once after `pace.resetsBeforeRestart` connections were lost: Wechaty leaks on each, a new process does not. */
  recommendRestart?: (resets: number) => void
  log?: (line: string) => void
}

/** All in milliseconds unless it says otherwise. */
export interface WechatyPace {
  pingEveryMs: number
  /** Silence on the event stream after which the line counts as dead. Every ping should bring a sign of life. */
  silenceMs: number
  connectTimeoutMs: number
  reconnectFirstMs: number
  reconnectMaxMs: number
  /** One attempt at fetching a message, a room or a name. */
  callTimeoutMs: number
  downloadTimeoutMs: number
  /** Waits before each further attempt at fetching a message. */
  fetchRetriesMs: readonly number[]
  /** Names, topics and members older than this are asked for again. */
  namesFreshMs: number
  /** Count. */
  resetsBeforeRestart: number
  maxDownloadBytes: number
}

export const DEFAULT_PACE: WechatyPace = {
  pingEveryMs: 10_000,
  silenceMs: 35_000,
  connectTimeoutMs: 25_000,
  reconnectFirstMs: 500,
  reconnectMaxMs: 30_000,
  callTimeoutMs: 8_000,
  downloadTimeoutMs: 60_000,
  fetchRetriesMs: [200, 500, 1_000, 2_000, 4_000],
  namesFreshMs: 10 * 60_000,
  resetsBeforeRestart: 50,
  maxDownloadBytes: 50 * 1024 * 1024,
}
