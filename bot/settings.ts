import { z } from 'zod'

const flag = z.enum(['0', '1']).transform((value) => value === '1')
const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most)

/**
 * Every setting of the process: its environment variable, what it may be, its default, and one line for a person. The
 * example file `.env.example` lists the same names; a test compares the two.
 */
const SETTINGS = {
  DATA_DIR: { shape: z.string().min(1), default: './data', expects: 'a folder (path)' },
  DATABASE_URL: {
    shape: z
      .string()
      .regex(/^postgres(ql)?:\/\//)
      .optional(),
    expects: 'postgresql://user:password@host:5432/name',
  },
  SEALING_KEY: { shape: z.string().min(1).optional(), expects: '32 bytes as hex or base64' },
  PAGE_HOST: { shape: z.string().min(1), default: '127.0.0.1', expects: 'an address to listen on' },
  PAGE_PORT: { shape: whole(0, 65_535), default: '8080', expects: 'a port, 0–65535 (0: any free one)' },
  FEED_HOST: { shape: z.string().min(1), default: '127.0.0.1', expects: 'an address to listen on' },
  FEED_PORT: { shape: whole(1, 65_535).optional(), expects: 'a port, 1–65535; empty: no feeds' },
  FEED_URL: { shape: z.url().optional(), expects: 'https://… as phones reach it' },
  WECHATY_PUPPET_SERVICE_TOKEN: { shape: z.string().min(1).optional(), expects: "the gateway's token" },
  WECHATY_PUPPET_SERVICE_ENDPOINT: { shape: z.string().min(1).optional(), expects: 'host:port of the gateway' },
  WECHATY_PUPPET_SERVICE_AUTHORITY: {
    shape: z.string().min(1).optional(),
    expects: 'the host that resolves tokens to gateways',
  },
  WECHATY_PUPPET_SERVICE_TLS_CA_CERT: { shape: z.string().min(1).optional(), expects: 'a PEM certificate authority' },
  WECHATY_PUPPET_SERVICE_NO_TLS_INSECURE_CLIENT: { shape: flag, default: '0', expects: '0 or 1' },
  BOT_NAMES: { shape: z.string().min(1), default: '助手,联络站小助手', expects: 'names separated by commas' },
  SEND_PACE_MS: { shape: whole(0, 600_000).optional(), expects: 'milliseconds, 0–600000' },
  SEND_TIMEOUT_MS: { shape: whole(1000, 600_000), default: '15000', expects: 'milliseconds, 1000–600000' },
  SEND_UNKNOWN_GRACE_MS: { shape: whole(1000, 3_600_000), default: '120000', expects: 'milliseconds, 1000–3600000' },
  OPENAI_API_KEY: { shape: z.string().min(1).optional(), expects: "the model provider's key" },
  OPENAI_BASE_URL: { shape: z.url().optional(), expects: 'https://…/v1' },
  OPENAI_MODEL: { shape: z.string().min(1), default: 'gpt-4o-mini', expects: "a model's name" },
  OPENAI_FORMAT: {
    shape: z.enum(['json_schema', 'json_object', 'none']),
    default: 'json_object',
    expects: 'json_schema, json_object or none',
  },
  LOG_LEVEL: {
    shape: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug']),
    default: 'warn',
    expects: 'silent, fatal, error, warn, info or debug',
  },
} as const

type Name = keyof typeof SETTINGS
export type Settings = { [N in Name]: z.output<(typeof SETTINGS)[N]['shape']> }
export const settingNames = Object.keys(SETTINGS) as Name[]
export const settingDefaults: Readonly<Partial<Record<Name, string>>> = Object.fromEntries(
  settingNames.flatMap((name) => ('default' in SETTINGS[name] ? [[name, SETTINGS[name].default]] : [])),
)

/** A setting that cannot be used: which one, what was found, what is expected. Stops the start. */
export class SettingError extends Error {
  constructor(
    readonly variable: string,
    readonly found: string,
    readonly expected: string,
  ) {
    super(`配置 ${variable} 不能用：现在是“${found}”，应为 ${expected}。`)
    this.name = 'SettingError'
  }
}

/** What may be shown of a wrong value: never a secret. */
const SECRET = /KEY|TOKEN|DATABASE_URL/

/** Throws SettingError for the first wrong variable. An empty variable counts as absent. */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const entries = settingNames.map((name) => {
    const { shape, expects } = SETTINGS[name]
    const given = environment[name]?.trim() || settingDefaults[name]
    const read = shape.safeParse(given)
    if (!read.success) throw new SettingError(name, SECRET.test(name) ? '（不显示）' : String(given), expects)
    return [name, read.data]
  })
  return Object.fromEntries(entries) as Settings
}
