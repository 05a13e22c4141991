import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Gateway, startGateway } from '../../../bot/gateway/gateway.js'
import { ROOM, world } from '../chat/gateway-stage.js'
import { chromiumPath, openChromium } from './chromium.js'

if (chromiumPath === null) console.log('skipped: the page in a browser; install chromium or set CHROMIUM_PATH')

const HOUR_MS = 3_600_000
const cast = {
  ...world,
  suggestions: [
    { as: 'li-qiang', text: '建活动 义诊进社区 下周六上午9点 来凤街 限8人' },
    { as: 'chen-jing', text: '我的活动', where: 'private' },
  ],
}

describe.skipIf(chromiumPath === null)('the simulated group in a browser', () => {
  let browser: Browser
  let gateway: Gateway
  let page: Page
  let faults: string[]

  beforeAll(async () => {
    browser = await openChromium()
  })
  afterAll(() => browser.close())
  beforeEach(async () => {
    gateway = await startGateway({ world: cast, page: { host: '127.0.0.1', port: 0 } })
    faults = []
    page = await visit(1280, 800)
  })
  afterEach(async () => {
    await page.context().close()
    await gateway.stop()
    expect(faults).toEqual([])
  })

  async function visit(width: number, height: number): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height }, locale: 'zh-CN' })
    const opened = await context.newPage()
    opened.on('pageerror', (error) => faults.push(String(error)))
    opened.on('console', (line) => line.type() === 'error' && faults.push(line.text()))
    await opened.goto(gateway.url!)
    await opened.getByRole('log').waitFor()
    return opened
  }
  const become = async (name: string): Promise<void> => {
    await page
      .getByRole('button', { name: /^你现在是/ })
      .first()
      .click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click()
  }
  const field = () => page.getByRole('textbox', { name: /的身份发消息$/ })
  const shown = (text: string) => page.getByRole('log').getByText(text, { exact: true }).waitFor()

  it('lets a visitor be a deputy, say something with Enter, and see the answer arrive', async () => {
    await become('张敏')
    await field().fill('报名 H1')
    await field().press('Enter')
    await shown('报名 H1')
    expect(gateway.world.messages(ROOM).at(-1)).toMatchObject({ fromId: 'zhang-min', text: '报名 H1' })
    gateway.world.say('bot', ROOM, { kind: 'text', text: '张敏 已报名 H1' })
    await shown('张敏 已报名 H1')
  })

  it('breaks the line on Shift+Enter', async () => {
    await field().fill('第一行')
    await field().press('Shift+Enter')
    await page.keyboard.type('第二行')
    await field().press('Enter')
    await expect.poll(() => gateway.world.messages(ROOM).at(-1)?.text).toBe('第一行\n第二行')
  })

  it('shows untrusted text as text', async () => {
    const hostile = '<img src=x onerror="document.title=1"><script>alert(1)</script>'
    gateway.say('chen-jing', ROOM, hostile)
    await shown(hostile)
    expect(await page.title()).not.toBe('1')
    expect(await page.locator('[role=log] script, [role=log] img').count()).toBe(0)
  })

  it('fills in a line to try under the right name, or sends it at once', async () => {
    await page.getByRole('button', { name: /^李强 ?建活动/ }).click()
    await expect.poll(() => field().inputValue()).toBe(cast.suggestions[0]!.text)
    await page.getByRole('button', { name: '以陈静的身份发送：我的活动' }).click()
    await expect.poll(() => gateway.world.messages('private:chen-jing').at(-1)?.text).toBe('我的活动')
    await shown('我的活动')
  })

  it('moves the time and shows what is said then', async () => {
    const beforeMs = gateway.world.nowMs()
    await page.getByRole('button', { name: '+1 小时' }).click()
    await expect.poll(() => gateway.world.nowMs() - beforeMs).toBeGreaterThanOrEqual(HOUR_MS)
    gateway.world.say('bot', ROOM, { kind: 'text', text: '提醒：明天接待' })
    await shown('提醒：明天接待')
  })

  it('quotes a message', async () => {
    gateway.say('chen-jing', ROOM, '社区医院缺儿科')
    await page.getByRole('button', { name: '引用 陈静 的这条消息' }).click()
    await page.keyboard.type('记意见')
    await page.keyboard.press('Enter')
    await expect.poll(() => gateway.world.messages(ROOM).at(-1)?.quote).toMatchObject({ text: '社区医院缺儿科' })
  })

  it('adds a row of one’s own to a native 接龙', async () => {
    gateway.say('chen-jing', ROOM, '#接龙\n义诊进社区\n\n1. 陈静 内科', { kind: 'groupNote' })
    await become('张敏')
    await page.getByRole('button', { name: '参与接龙', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '发送' }).click()
    await expect
      .poll(() => gateway.world.messages(ROOM).at(-1))
      .toMatchObject({ kind: 'groupNote', text: '#接龙\n义诊进社区\n\n1. 陈静 内科\n2. 张敏' })
  })

  it('offers the members after @', async () => {
    await field().pressSequentially('@陈')
    await page.getByRole('list', { name: '选择要 @ 的人' }).waitFor()
    await page.keyboard.press('Enter')
    await page.keyboard.type('请看')
    await page.keyboard.press('Enter')
    await expect.poll(() => gateway.world.messages(ROOM).at(-1)?.mentionIds).toEqual(['chen-jing'])
  })

  it('sends a picture and shows one that arrives', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    await page.getByLabel('选择文件').setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: png })
    await expect.poll(() => gateway.world.messages(ROOM).at(-1)).toMatchObject({ kind: 'image', text: '现场.png' })
    gateway.sendFile('bot', ROOM, { name: '海报.png', mimeType: 'image/png', bytes: png })
    const poster = page.getByRole('img', { name: '海报.png' })
    await poster.waitFor()
    await expect
      .poll(() => poster.evaluate((image) => (image as unknown as { naturalWidth: number }).naturalWidth))
      .toBe(1)
  })

  it('hands over a file with its name', async () => {
    gateway.sendFile('bot', ROOM, { name: '台账.xlsx', mimeType: 'application/x', bytes: Uint8Array.of(1, 2, 3) })
    const download = page.waitForEvent('download')
    await page.getByRole('link', { name: /台账\.xlsx/ }).click()
    expect((await download).suggestedFilename()).toBe('台账.xlsx')
  })

  it('tells a visitor of a private word to the person he plays', async () => {
    await become('张敏')
    gateway.world.say('bot', 'private:zhang-min', { kind: 'text', text: '您已报名' })
    await page.getByLabel('1 条未读').waitFor()
    await page
      .getByRole('button', { name: /联络站小助手/ })
      .first()
      .click()
    await shown('您已报名')
    await expect.poll(() => page.getByLabel('1 条未读').count()).toBe(0)
  })

  it('comes back by itself with what it missed after the gateway was restarted', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'page-'))
    const conversationPath = join(folder, 'conversation.jsonl')
    await gateway.stop()
    gateway = await startGateway({ world: cast, conversationPath, page: { host: '127.0.0.1', port: 0 } })
    const port = Number(new URL(gateway.url!).port)
    await page.goto(gateway.url!)
    gateway.say('chen-jing', ROOM, '之前')
    await shown('之前')
    await gateway.stop()
    await page.getByText('正在重连').waitFor()
    gateway = await startGateway({ world: cast, conversationPath, page: { host: '127.0.0.1', port } })
    gateway.say('chen-jing', ROOM, '你掉线的时候')
    await shown('你掉线的时候')
    expect(await page.getByText('正在重连').count()).toBe(0)
    expect(await page.getByRole('log').getByText('之前', { exact: true }).count()).toBe(1)
    rmSync(folder, { recursive: true })
    // The browser itself reports the cut line as an error.
    faults = faults.filter((fault) => !/ERR_(CONNECTION|INCOMPLETE|EMPTY)/.test(fault))
  })

  it('fits a phone: chats and time behind buttons, nothing wider than the screen', async () => {
    gateway.say('chen-jing', ROOM, '很长的一句话'.repeat(40))
    await page.context().close()
    page = await visit(390, 844)
    const width = await page.evaluate('document.documentElement.scrollWidth')
    expect(width).toBe(390)
    await page.getByRole('button', { name: /打开时间与示例/ }).click()
    await page.getByRole('button', { name: /^李强 ?建活动/ }).click()
    await expect.poll(() => field().inputValue()).toBe(cast.suggestions[0]!.text)
    await page.getByRole('button', { name: '聊天列表' }).click()
    await page.getByRole('button', { name: /联络站小助手/ }).click()
    await page.getByText('这里只有你和助手').waitFor()
  })
})
