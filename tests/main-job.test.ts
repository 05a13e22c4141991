import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { copy } from '../bot/copy.js'
import { openStore } from '../prisma/open.js'
import { momentOf } from '../station/time/civil.js'
import { chromiumPath, openChromium } from './bot/gateway/chromium.js'
import { BotProcess } from './faults/bot-process.js'

if (chromiumPath === null) console.log('skipped: the main job in a browser; install chromium or set CHROMIUM_PATH')

/** `npm start` with nothing configured, used by a visitor: page → gRPC with TLS → Wechaty → bot → store → page. */
describe.skipIf(chromiumPath === null)('the demonstration, started with nothing configured', () => {
  let dir: string
  let bot: BotProcess
  let browser: Browser
  let page: Page

  beforeAll(async () => {
    dir = mkdtempSync(path.join(tmpdir(), 'liaison-main-'))
    bot = new BotProcess({ DATA_DIR: dir, PAGE_PORT: '0', WECHATY_PUPPET_SERVICE_TOKEN: '', DATABASE_URL: '' })
    await bot.ready(copy.open(''))
    const url = /http:\/\/127\.0\.0\.1:\d+/.exec(bot.said)![0]
    browser = await openChromium()
    page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'zh-CN' })).newPage()
    await page.goto(url)
    await page.getByRole('log').waitFor()
  }, 240_000)

  afterAll(async () => {
    await browser?.close()
    await bot?.end('SIGTERM')
    if (dir) rmSync(dir, { recursive: true, force: true })
  })

  async function saying(name: string, text: string): Promise<void> {
    await page
      .getByRole('button', { name: /^你现在是/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
    const field = page.getByRole('textbox', { name: /的身份发消息$/ })
    await field.fill(text)
    await field.press('Enter')
  }
  const shown = (text: RegExp) => page.getByRole('log').getByText(text).first().waitFor({ timeout: 60_000 })

  it('a deputy signs up, sees the reply, moves the clock and sees the reminder; the store holds it all', async () => {
    const now = momentOf(Date.now())
    const reception = now.toPlainDate().add({ days: 3 })
    await saying('李强', '建活动 义诊进社区 7天后上午9点 来凤街 限2人')
    await shown(/^H1 义诊进社区：.*限2人，现0人/)
    await saying('张敏', '报名 H1')
    await shown(/^张敏 已报名 H1 义诊进社区（1\/2）/)
    await saying('陈静', '意见 社区医院缺儿科，王阿姨13812345678说孩子夜里没处看')
    await shown(/^已记 Y1（陈静）：社区医院缺儿科/)
    await saying('李强', `排班 ${reception.month}月${reception.day}日`)
    await shown(/接待排班草案/)
    await saying('李强', '确认')
    await shown(/接待定了/)
    await saying('李强', '小结')
    await shown(/秦淮医疗站周小结/)

    const eve = reception.subtract({ days: 1 }).toString()
    await page.getByLabel('走到哪个时间').fill(`${eve}T18:01`)
    await page.getByRole('button', { name: '前往' }).click()
    await shown(/^明天@.+ 进站接待：D1/)

    await bot.end('SIGTERM')
    const { prisma, close } = await openStore({ dir: path.join(dir, 'store') })
    try {
      expect(await prisma.signUp.findMany({ select: { status: true } })).toEqual([{ status: 'confirmed' }])
      const opinion = await prisma.opinion.findFirstOrThrow()
      expect(opinion.text).not.toContain('13812345678')
      expect(await prisma.outboxMessage.count({ where: { state: { notIn: ['sent', 'merged'] } } })).toBe(0)
      expect(
        await prisma.jobRun.count({ where: { job: 'duty-reminder', outcome: { in: ['done', 'late'] } } }),
      ).toBeGreaterThan(0)
    } finally {
      await close()
    }
  }, 240_000)
})
