import { expect, it } from 'vitest'
import { press } from '../../../bot/press/press.js'
import { textOfFile } from '../../../commands/library/office-text.js'
import { noticeBoard, noticePaper } from '../../../commands/publicity/notice-document.js'
import { parseMoment } from '../../../station/time/civil.js'
import { crowdedNotice } from './notice-board.js'

const at = parseMoment('2026-11-23 09:00')

it('sixty deputies with the longest names stay on one A4 page', async () => {
  const png = Buffer.from(await press.board(noticeBoard(crowdedNotice, at)))
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  expect(height / width).toBeCloseTo(Math.SQRT2, 2)
})

it('the page to print holds every name, date and service of the picture', async () => {
  const words = textOfFile('公示栏.docx', await press.paper(noticePaper(crowdedNotice, at)))!
  for (const { name } of crowdedNotice.deputies) expect(words).toContain(name)
  for (const service of crowdedNotice.services) expect(words).toContain(service)
  expect(words.match(/9:00–11:00/gu)).toHaveLength(crowdedNotice.receptions.length)
  expect(words).toContain('代表名单（60人）')
})
