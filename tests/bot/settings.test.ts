import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import { describe, expect, it } from 'vitest'
import { readSettings, SettingError, settingDefaults, settingNames } from '../../bot/settings.js'

const problemOf = (environment: Record<string, string>): SettingError => {
  try {
    readSettings(environment)
  } catch (error) {
    if (error instanceof SettingError) return error
    throw error
  }
  throw new Error('the settings were accepted')
}

describe('settings', () => {
  it('given nothing, then every default is usable and no gateway, server or model is named', () => {
    const settings = readSettings({})
    expect(settings.PAGE_PORT).toBe(8080)
    expect(settings.DATABASE_URL ?? settings.WECHATY_PUPPET_SERVICE_TOKEN ?? settings.OPENAI_API_KEY).toBeUndefined()
  })

  it('treats an empty variable as absent', () => {
    expect(readSettings({ PAGE_PORT: ' ', DATABASE_URL: '' }).PAGE_PORT).toBe(8080)
  })

  it.each([
    ['PAGE_PORT', 'abc', 'abc'],
    ['PAGE_PORT', '70000', '70000'],
    ['SEND_PACE_MS', '-1', '-1'],
    ['OPENAI_BASE_URL', 'not a url', 'not a url'],
    ['LOG_LEVEL', 'loud', 'loud'],
  ])('given %s=%s, then one sentence names the variable, what was found and what is expected', (name, value, found) => {
    const problem = problemOf({ [name]: value })
    expect(problem.variable).toBe(name)
    expect(problem.message).toContain(name)
    expect(problem.message).toContain(found)
    expect(problem.message).toContain(problem.expected)
  })

  it('never shows a secret', () => {
    expect(problemOf({ DATABASE_URL: 'mysql://root:hunter2@db' }).message).not.toContain('hunter2')
  })

  it('.env.example lists every setting, with its default', () => {
    const example = parseEnv(readFileSync('.env.example', 'utf8'))
    expect(Object.keys(example).sort()).toEqual([...settingNames].sort())
    for (const [name, value] of Object.entries(settingDefaults)) expect([name, example[name]]).toEqual([name, value])
  })
})
